// Whatever is bundled has its licence beside it: in the page's dist/ and in the command's package. The command's bundle is
// walked here, module by module; the page's by its build, which fails where a licence is missing.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { licencesOf } from '../app/build/licenses.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

test('every module of the command has its licence in the package', async () => {
  const built = await build({
    root,
    configFile: `${root}cli/vite.config.ts`,
    logLevel: 'error',
    build: { write: false },
  })
  const { output } = built as Rolldown.RolldownOutput
  const modules = output.flatMap(part => (part.type === 'chunk' ? part.moduleIds : []))
  const file = output.find(part => part.fileName === 'licenses.md')
  const text = file?.type === 'asset' ? String(file.source) : ''
  const names = new Set(modules.flatMap(id => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []))
  expect([...names]).toEqual(
    expect.arrayContaining(['elkjs', 'vscode-languageserver', 'vscode-jsonrpc', 'valibot', 'fflate']),
  )
  for (const name of names) expect(text).toContain(`## ${name} `)
  expect(text).toContain('Eclipse Public License - v 2.0')
  const { files } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { files: string[] }
  expect(files).toContain('dist-cli')
})

test('what a package carries within itself is told as well', () => {
  const base = `${root}node_modules/monaco-editor/esm/vs/base/`
  const { text, missing } = licencesOf([
    `${base}browser/dompurify/dompurify.js`,
    `${base}common/marked/marked.js`,
    `${base}browser/ui/codicons/codicon/codicon.css`,
  ])
  expect(missing).toEqual([])
  for (const name of ['## monaco-editor ', '## dompurify ', '## marked ', 'Codicons', 'MarkedJS'])
    expect(text).toContain(name)
  for (const path of ['browser/dompurify', 'common/marked', 'browser/ui/codicons'])
    expect(existsSync(base + path)).toBe(true)
})

test('the built page has them', () => {
  const text = readFileSync(`${root}dist/licenses.md`, 'utf8')
  for (const name of ['monaco-editor', 'react', 'elkjs', 'dompurify', 'marked']) expect(text).toContain(`## ${name} `)
  expect(text).toContain('Codicons')
})
