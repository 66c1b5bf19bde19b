// The extension for VS Code as it is built: read back from its zip, with valid manifests, a grammar that colours what the
// assembler knows, and the command line in it at work without anything around it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DIRECTIVE_NAMES } from '../assembler/index.ts'
import { MNEMONICS } from '../emulator/instructions/index.ts'
import { IS_FULL } from './amount.ts'

const BUILD = fileURLToPath(new URL('../cli/vscode/build.mjs', import.meta.url))

let folder = ''
let files: Readonly<Record<string, Uint8Array>> = {}
const text = (name: string): string => strFromU8(files[name]!)
const json = (name: string): Record<string, unknown> => JSON.parse(text(name))

/** Builds it into a folder; gives the file's bytes. */
function built(into: string): Buffer {
  const { status, stderr } = spawnSync(process.execPath, [BUILD, into], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const [name] = readdirSync(into)
  expect(name).toMatch(/^toycpu-\d+\.\d+\.\d+\.vsix$/)
  return readFileSync(join(into, name!))
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toycpu-'))
  files = unzipSync(built(join(folder, 'once')))
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true }))

test('is a package as VS Code installs it', () => {
  const types = text('[Content_Types].xml')
  const about = text('extension.vsixmanifest')
  for (const xml of [types, about]) expect(XMLValidator.validate(xml)).toBe(true)
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })
  const known: readonly string[] = parser
    .parse(types)
    .Types.Default.map(({ Extension }: { Extension: string }) => Extension)
  for (const name of Object.keys(files))
    if (name !== '[Content_Types].xml') expect(known).toContain(/\.\w+$/.exec(name)![0])
  const { PackageManifest } = parser.parse(about)
  const manifest = json('extension/package.json')
  expect(PackageManifest.Metadata.Identity).toMatchObject({ Id: manifest['name'], Version: manifest['version'] })
  for (const { Path } of PackageManifest.Assets.Asset) expect(files[Path], Path).toBeDefined()
})

test('every file that the manifest names is there, every word in both languages', () => {
  const manifest = text('extension/package.json')
  for (const [, path] of manifest.matchAll(/"\.\/([^"]+)"/g)) expect(files[`extension/${path}`], path).toBeDefined()
  for (const [, key] of manifest.matchAll(/"%(\w+)%"/g))
    for (const name of ['extension/package.nls.json', 'extension/package.nls.zh-cn.json'])
      expect(json(name)[key!], key).toEqual(expect.any(String))
  expect(text('extension/dist-cli/licenses.md')).toContain('vscode-languageserver')
  expect(text('extension/licenses.md')).toContain('vscode-languageclient')
})

test('its grammar knows what the assembler knows', () => {
  const { patterns } = json('extension/toycpu.tmLanguage.json') as {
    patterns: readonly { readonly name: string; readonly match: string }[]
  }
  // Oniguruma's `(?i)` at the beginning is a flag here.
  const rules = patterns.map(
    ({ name, match }) =>
      [name, new RegExp(match.replace('(?i)', ''), match.startsWith('(?i)') ? 'yiu' : 'yu')] as const,
  )
  const scopeAt = (line: string, at: number): string | undefined =>
    rules.find(([, rule]) => {
      rule.lastIndex = at
      return rule.test(line)
    })?.[0]
  for (const mnemonic of MNEMONICS) {
    expect(scopeAt(`${mnemonic} r0`, 0)).toMatch(/^keyword\.(control|mnemonic)/)
    expect(scopeAt(`${mnemonic.toUpperCase()}: `, 0)).toMatch(/label/)
    expect(scopeAt(`${mnemonic}x`, 0)).toMatch(/^variable\.other/)
  }
  for (const name of DIRECTIVE_NAMES) expect(scopeAt(`${name} 8: 1`, 0)).toMatch(/directive/)
  expect(scopeAt('求和: mov r0, #-5 ; 注释', 0)).toMatch(/label/)
  expect(scopeAt('求和: mov r0, #-5 ; 注释', 8)).toMatch(/register/)
  expect(scopeAt('mov r0, #-5', 9)).toMatch(/numeric/)
  expect(scopeAt('mov r0, r8', 8)).toMatch(/^variable\.other/)
  expect(scopeAt('; mov', 0)).toMatch(/comment/)
})

test('what is in it runs where nothing else is', () => {
  const toycpu = join(folder, 'extension/dist-cli/toycpu.js')
  const run = (words: readonly string[], input: string): string =>
    spawnSync(process.execPath, [toycpu, ...words], { input, cwd: folder, encoding: 'utf8' }).stdout
  expect(run(['--version'], '')).toBe(`${json('extension/package.json')['version']}\n`)
  expect(run(['run', '-'], 'mov r0, #5\n')).toContain('r0 5')
  const framed = (body: object): string => {
    const bytes = JSON.stringify(body)
    return `Content-Length: ${bytes.length}\r\n\r\n${bytes}`
  }
  const hello = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  }
  expect(run(['lsp'], framed(hello))).toContain('"hoverProvider"')
  const debug = { seq: 1, type: 'request', command: 'initialize', arguments: { adapterID: 'toycpu' } }
  expect(run(['dap'], framed(debug))).toContain('"supportsStepBack":true')
})

test('its own part starts both, as VS Code loads it', () => {
  const require = createRequire(import.meta.url)
  const Module = require('node:module') as { _load(request: string, ...rest: unknown[]): unknown }
  // Whatever is asked of the editor is there.
  class Anything {}
  const editor: unknown = new Proxy(Anything, {
    get: (of, name) => (name === 'prototype' ? of.prototype : name === 'version' ? '1.99.0' : editor),
    apply: () => editor,
    construct: () => new Anything(),
  })
  const load = Module._load
  Module._load = (request, ...rest) => (request === 'vscode' ? editor : load(request, ...rest))
  try {
    const extension = require(join(folder, 'extension/extension.js')) as Record<string, unknown>
    expect(extension['activate']).toBeInstanceOf(Function)
    expect(extension['deactivate']).toBeInstanceOf(Function)
  } finally {
    Module._load = load
  }
})

if (IS_FULL)
  test('built twice it is the same bytes', () => {
    expect(built(join(folder, 'again')).equals(built(join(folder, 'third')))).toBe(true)
  }, 240_000)
