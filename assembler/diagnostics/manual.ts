// The page of the manual about diagnostics, made from their table (docs/diagnostics.md).
import { LANGUAGES, type Language, plain } from '../../emulator/instructions/index.ts'
import { textWidth } from '../../emulator/instructions/width.ts'
import { assemble } from '../assemble.ts'
import { readDrawn } from './drawn.ts'
import { DIAGNOSTIC_CODES, type Diagnostic, type DiagnosticCode, diagnosticOf, type Example } from './index.ts'

const TITLES: Readonly<Record<Language, string>> = { en: 'Diagnostics', zh: '诊断信息' }

/** The whole page in Markdown: a table of all codes, then every example with its squiggle, messages and fix. */
export function diagnosticsManual(): string {
  const lines = [
    `# ${LANGUAGES.map(language => TITLES[language]).join(' · ')}`,
    '',
    '<!-- Made from assembler/diagnostics/ by `UPDATE=1 npx vitest run tests/manual.test.ts`. Don’t edit. -->',
    '',
    'What the assembler says, by its stable code. Errors keep a program from running; warnings and hints are given only',
    'for a program without errors. A *safe* fix leaves no choice: `toycpu check --fix` applies it.',
    '',
    '汇编器给出的诊断信息，按代码排列。有错误（error）的程序不能运行；没有错误时才给出警告（warning）和提示（hint）。',
    '“safe” 表示修正方法只有一种，`toycpu check --fix` 会自动应用。',
    '',
    '| code | severity | example | message | 说明 | fix |',
    '| --- | --- | --- | --- | --- | --- |',
  ]
  for (const code of DIAGNOSTIC_CODES) {
    const [example] = diagnosticOf(code).examples
    if (example !== undefined) lines.push(tableRow(code, example))
  }
  for (const code of DIAGNOSTIC_CODES) {
    lines.push('', `## ${code}`)
    for (const example of diagnosticOf(code).examples) lines.push('', ...drawn(code, example))
  }
  return `${lines.join('\n')}\n`
}

function first(code: DiagnosticCode, example: Example): Diagnostic | undefined {
  const { source, firstLine } = readDrawn(example.text)
  return assemble(source).diagnostics.find(found => found.code === code && found.line >= firstLine)
}

function tableRow(code: DiagnosticCode, example: Example): string {
  const found = first(code, example)
  const source = example.text.split('\n').filter(line => !/^ *~[ ~]*$/.test(line))
  const fix = found?.fixes[0]
  const cells = [
    `[\`${code}\`](#${code})`,
    diagnosticOf(code).severity,
    source.map(line => `\`${line.trim()}\``).join('<br>'),
    plain(found?.message.en ?? []),
    plain(found?.message.zh ?? []),
    fix === undefined ? '' : `${plain(fix.title.en)}${fix.safe ? ' (safe)' : ''}`,
  ]
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function drawn(code: DiagnosticCode, example: Example): string[] {
  const found = first(code, example)
  const lines = [
    '```text',
    ...onScreen(example.text),
    '```',
    '',
    `- ${plain(found?.message.en ?? [])}`,
    `- ${plain(found?.message.zh ?? [])}`,
  ]
  for (const { title, safe } of found?.fixes ?? []) {
    lines.push(`- fix${safe ? ', safe' : ''}: ${plain(title.en)} · ${plain(title.zh)}`)
  }
  if (example.fixed !== undefined) lines.push('', '```text', ...example.fixed.split('\n'), '```')
  return lines
}

/** An example's lines with the squiggles moved to where wide characters put what they mark. */
function onScreen(text: string): string[] {
  let before = ''
  return text.split('\n').map(line => {
    if (!/^ *~[ ~]*$/.test(line)) {
      before = line
      return line.replace(/[\u00a0\u200b]/g, '⍽')
    }
    const marks = Array.from({ length: line.length }, (_, at) =>
      (line.charAt(at) === '~' ? '~' : ' ').repeat(textWidth(before.charAt(at))),
    )
    return marks.join('')
  })
}
