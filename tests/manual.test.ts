// docs/diagnostics.md and docs/reference.md are what the tables say. UPDATE=1 writes them anew.
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { diagnosticsManual } from '../assembler/diagnostics/manual.ts'
import { markdown, REFERENCE_GROUPS, type ReferenceGroup, referenceEntries } from '../assembler/service/index.ts'
import { COMMANDS } from '../cli/commands.ts'
import { LANGUAGES } from '../emulator/instructions/index.ts'

function isUpToDate(name: string, made: string): void {
  const page = new URL(`../docs/${name}`, import.meta.url)
  if (process.env['UPDATE'] === '1') writeFileSync(page, made)
  expect(readFileSync(page, 'utf8')).toBe(made)
}

it('the manual’s page about diagnostics is up to date', () => isUpToDate('diagnostics.md', diagnosticsManual()))

it('the reference is up to date', async () => isUpToDate('reference.md', await referencePage()))

/** The reference in Markdown: the page's own entries but the diagnostics, which have a page; then keys and commands. */
async function referencePage(): Promise<string> {
  const lines = [
    '# Reference · 参考手册',
    '',
    '<!-- Made from the tables by `UPDATE=1 npx vitest run tests/manual.test.ts`. Don’t edit. -->',
    '',
    'The same as in the page (F1, “Reference”), where it is searched. Diagnostics: [diagnostics.md](diagnostics.md).',
    '',
    '内容与网页中的参考手册相同（F1，“参考手册”），在网页中可以查找。诊断信息见 [diagnostics.md](diagnostics.md)。',
  ]
  const entries = referenceEntries()
  for (const group of Object.keys(REFERENCE_GROUPS) as ReferenceGroup[]) {
    if (group === 'diagnostics') continue
    const { en, zh } = REFERENCE_GROUPS[group]
    lines.push('', `## ${en} · ${zh}`)
    for (const { id, name, told, example } of entries.filter(entry => entry.group === group)) {
      const title = name.en === name.zh ? `\`${name.en}\`` : `${name.en} · ${name.zh}`
      lines.push('', `<a id="${id}"></a>`, '', `### ${title}`)
      for (const language of LANGUAGES) for (const sentence of told) lines.push('', markdown(sentence[language]))
      if (example !== null) lines.push('', '```text', example.trimEnd(), '```')
    }
  }
  lines.push('', '## Keys · 按键', '', '| key | | |', '| --- | --- | --- |', ...(await keyRows()))
  lines.push('', '## Command line · 命令行', '', '| command | | |', '| --- | --- | --- |')
  for (const { name, operands, summary } of COMMANDS)
    lines.push(`| \`toycpu ${name} ${operands.replaceAll('|', '\\|')}\` | ${summary.en} | ${summary.zh} |`)
  return `${lines.join('\n')}\n`
}

/** The page's commands that have keys. Its modules look at the page's address when they are loaded. */
async function keyRows(): Promise<readonly string[]> {
  vi.stubGlobal('location', { search: '', hash: '' })
  vi.stubGlobal('navigator', { language: 'en' })
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  vi.stubGlobal('localStorage', { getItem: () => null })
  const { commandList, keyText } = await import('../app/commands.ts')
  const { words } = await import('../app/words/index.ts')
  const rows = commandList
    .filter(({ keys }) => keys.length > 0)
    .map(command => {
      const said = LANGUAGES.map(language => words.getFixedT(language)(command.words))
      return `| ${command.keys.map(key => `\`${keyText(key)}\``).join(' ')} | ${said.join(' | ')} |`
    })
  vi.unstubAllGlobals()
  return rows
}
