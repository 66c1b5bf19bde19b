// Holds the house's directions: who may import whom, which packages, no clock below page and command line, and how a
// file begins and is called. The rules are the lists below; ARCHITECTURE.md says them in words.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../emulator/languages/index.ts'
import { circlesIn } from './circles.ts'
import { declaredExportsOf, type Import, importsOf, impuritiesOf, literalsOf } from './imports.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Rule {
  /** The parts it may import, besides itself. */
  readonly parts: readonly string[]
  /** The packages it may import; `node:` stands for all of Node. */
  readonly packages: readonly string[]
  /** The files outside of the parts that it may read, from the root. */
  readonly files?: readonly string[]
}

const EMULATOR = [
  'emulator/questions',
  'emulator/table',
  'emulator/history',
  'emulator/engine',
  'emulator/datapath',
  'emulator/machine',
  'emulator/circuits',
  'emulator/instructions',
  'emulator/languages',
]
const below = (part: string): string[] => EMULATOR.slice(EMULATOR.indexOf(part) + 1)

const PAGE_PACKAGES = [
  '@dnd-kit/core',
  '@dnd-kit/sortable',
  '@dnd-kit/utilities',
  'react',
  'react-dom',
  'zustand',
  'comlink',
  'i18next',
  'react-i18next',
  'radix-ui',
  'cmdk',
  'react-resizable-panels',
  'elkjs',
  'idb',
  'valibot',
  'uqr',
  'fflate',
  'diff',
]

/** Each part of the house by its folder. A file belongs to the longest that fits. */
const RULES: Record<string, Rule> = {
  'emulator/languages': { parts: [], packages: [] },
  'emulator/instructions': { parts: ['emulator/languages'], packages: ['get-east-asian-width'] },
  'emulator/machine': { parts: ['emulator/instructions'], packages: [] },
  'emulator/circuits': { parts: ['emulator/languages'], packages: [] },
  'emulator/datapath': { parts: below('emulator/datapath'), packages: [] },
  'emulator/engine': { parts: ['emulator/machine', 'emulator/instructions'], packages: [] },
  'emulator/history': { parts: below('emulator/history'), packages: [] },
  'emulator/table': { parts: below('emulator/table'), packages: [] },
  'emulator/questions': { parts: below('emulator/questions'), packages: [] },
  assembler: { parts: ['emulator/instructions'], packages: [] },
  programs: { parts: ['emulator/instructions'], packages: [] },
  'programs/judge': {
    parts: ['assembler', 'emulator/engine', 'emulator/machine', 'emulator/instructions'],
    packages: ['smol-toml', 'valibot'],
  },
  'programs/stops': {
    parts: ['assembler', 'emulator/history', 'emulator/engine', 'emulator/instructions'],
    packages: [],
  },
  'programs/links': { parts: ['emulator/instructions'], packages: ['fflate', 'valibot'] },
  cli: {
    parts: [...EMULATOR, 'assembler', 'programs', 'programs/judge', 'programs/links', 'programs/stops'],
    packages: [
      'node:',
      '@vscode/debugadapter',
      '@vscode/debugprotocol',
      'elkjs',
      'fflate',
      'valibot',
      'vscode-languageserver',
      'vscode-languageserver-textdocument',
    ],
    files: ['package.json'],
  },
  'cli/vscode': {
    parts: ['assembler', 'emulator/instructions'],
    packages: ['node:', 'vscode', 'vscode-languageclient'],
  },
  app: {
    parts: [
      ...EMULATOR,
      'assembler',
      'programs',
      'programs/judge',
      'programs/links',
      'programs/stops',
      'app/worker',
      'app/state',
      'app/editor',
    ],
    packages: PAGE_PACKAGES,
  },
  // The worker has no page and no store; the stores have no React but for `react.ts`; Monaco has no store.
  'app/worker': {
    parts: [...EMULATOR, 'assembler', 'programs', 'programs/judge', 'programs/stops'],
    packages: ['comlink'],
  },
  'app/state': {
    parts: [...EMULATOR, 'assembler', 'programs', 'programs/judge', 'programs/links', 'programs/stops', 'app/worker'],
    packages: ['react', 'zustand', 'comlink', 'idb', 'valibot', 'fflate'],
    files: ['app/trust.ts', 'app/editor/contract.ts'],
  },
  'app/editor': {
    parts: ['emulator/instructions', 'assembler', 'app/worker'],
    packages: ['react', 'monaco-editor'],
    files: ['app/trust.ts', 'app/style/classes.ts'],
  },
}

/** The parts that page and command line stand on: no Node, no page, no clock, no randomness. */
const PURE = [...EMULATOR, 'assembler', 'programs', 'programs/judge', 'programs/links', 'programs/stops']

/** Build files and scripts beside the page and the command line: they run in Node and are in neither. */
const TOOLS = /^app\/build\/|^app\/scripts\/|^cli\/[\w-]+\.mjs$|^cli\/vscode\/build\.mjs$|^cli\/vite\.config\.ts$/

/** The files under some folders whose names end so. */
const sourcesOf = (folders: readonly string[], ending: RegExp): string[] =>
  folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map(file => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter(file => ending.test(file) && !file.includes('/node_modules/')),
  )

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const sources = sourcesOf(['emulator', 'assembler', 'programs', 'cli', 'app'], /\.(ts|tsx|js|mjs)$/)
  .filter(file => !isTest(file) && !TOOLS.test(file))
  .sort()

const partOf = (file: string): string | undefined =>
  Object.keys(RULES)
    .filter(part => file.startsWith(`${part}/`))
    .sort((a, b) => b.length - a.length)[0]

const packageOf = (name: string): string => {
  if (name.startsWith('node:')) return 'node:'
  const [scope, second] = name.split('/')
  return name.startsWith('@') ? `${scope}/${second}` : (scope ?? name)
}

/** What is wrong with an import in a file; undefined when nothing is. */
function objection(file: string, { from, kind }: Import): string | undefined {
  const part = partOf(file)
  const rule = part === undefined ? undefined : RULES[part]
  if (part === undefined || rule === undefined) return `${file} belongs to no part of the house`
  const words = `${file} imports ${from} (${kind})`
  // A part that could not be had is asked for anew by the address that the browser names.
  if (file === 'app/loading/part.tsx' && from === '?') return undefined
  if (!from.startsWith('.')) {
    return rule.packages.includes(packageOf(from)) ? undefined : `${words}: ${part} may not use that package`
  }
  const target = posix.join(posix.dirname(file), from)
  if (kind !== 'glob' && !existsSync(join(root, target))) return `${words}: no such file`
  if (rule.files?.includes(target)) return undefined
  const other = partOf(target)
  if (other === undefined) return `${words}: outside of the house's parts`
  return other === part || rule.parts.includes(other) ? undefined : `${words}: ${part} may not know ${other}`
}

/** The house's own files that a file imports, whatever the kind of import; globs name none. */
const filesImportedBy = (file: string, text: string): string[] =>
  importsOf(file, text)
    .filter(({ from, kind }) => from.startsWith('.') && kind !== 'glob')
    .map(({ from }) => posix.join(posix.dirname(file), from))

const objections = (file: string, text: string): string[] =>
  importsOf(file, text).flatMap(it => objection(file, it) ?? [])

describe('the directions', () => {
  test('every part has sources, so that none is passed over', () => {
    const seen = new Set(sources.map(partOf))
    expect(Object.keys(RULES).filter(part => !seen.has(part))).toEqual([])
  })

  test.each(Object.keys(RULES))('%s imports only what it may', part => {
    const files = sources.filter(file => partOf(file) === part)
    expect(files.flatMap(file => objections(file, read(file)))).toEqual([])
  })

  test('nothing below page and command line asks the clock or draws lots', () => {
    const found = sources
      .filter(file => PURE.includes(partOf(file) ?? ''))
      .flatMap(file => impuritiesOf(file, read(file)).map(({ name }) => `${file}: ${name}`))
    expect(found).toEqual([])
  })

  test('nothing is imported in a circle, be it a value or a type', () => {
    const all = sourcesOf(
      ['emulator', 'assembler', 'programs', 'cli', 'app', 'tests', 'bench', 'docs'],
      /\.(ts|tsx|js|mjs)$/,
    )
    const imports = new Map(all.map(file => [file, filesImportedBy(file, read(file))]))
    expect([...imports.values()].flat().length).toBeGreaterThan(1000)
    expect(circlesIn(imports)).toEqual([])
  })

  test('the worker is compiled without the page', () => {
    const { compilerOptions } = JSON.parse(read('app/worker/tsconfig.json')) as { compilerOptions: object }
    expect(compilerOptions).toMatchObject({ lib: ['ES2023', 'WebWorker'] })
    expect(compilerOptions).not.toHaveProperty('types')
  })

  test.each(PURE.filter(part => part !== 'programs'))('%s is compiled without the page and without Node', part => {
    const { compilerOptions } = JSON.parse(read(`${part}/tsconfig.json`)) as {
      compilerOptions: { lib?: string[]; types?: string[] }
    }
    expect([compilerOptions.lib, compilerOptions.types]).toEqual([undefined, undefined])
    expect(JSON.parse(read('tsconfig.base.json'))).toMatchObject({ compilerOptions: { lib: ['ES2023'], types: [] } })
  })
})

describe('the canary', () => {
  test('sees every kind of import', () => {
    const text = `
      import a from 'static'
      import type { B } from 'type'
      import { type C } from 'inline-type'
      import 'side-effect'
      export * from 'export-all'
      export * as d from 'export-namespace'
      export { e } from 'export-named'
      export type { F } from 'export-type'
      const g = await import('dynamic')
      const h = await import(\`template\`)
      const i = new Worker(new URL('url', import.meta.url), { type: 'module' })
      import j from 'worker?worker&url'
      type K = import('import-type').K
      type L = typeof import('typeof-import')
      const m = import.meta.glob('glob/*.asm', { query: '?raw' })
      const n = import.meta.glob(['globs/*.asm'])
      const o = require('require')
      const p = () => { class Q { r = import('nested') } }
      const s = import(a)`
    expect(importsOf('canary.ts', text).map(({ from, kind }) => `${kind} ${from}`)).toEqual([
      'static static',
      'type type',
      'static inline-type',
      'static side-effect',
      'export export-all',
      'export export-namespace',
      'export export-named',
      'export export-type',
      'dynamic dynamic',
      'dynamic template',
      'url url',
      'static worker',
      'type import-type',
      'type typeof-import',
      'glob glob/*.asm',
      'glob globs/*.asm',
      'require require',
      'dynamic nested',
      'dynamic ?',
    ])
  })

  test('cannot be passed with a text that it cannot parse', () => {
    expect(() => importsOf('canary.ts', 'import {')).toThrow()
  })

  test.each([
    ['emulator/machine/canary.ts', `import '../history/index.ts'`],
    ['emulator/circuits/canary.ts', `import type { Text } from '../instructions/index.ts'`],
    ['emulator/table/canary.ts', `export * from '../../assembler/index.ts'`],
    ['assembler/canary.ts', `const x = await import('../emulator/machine/index.ts')`],
    ['assembler/canary.ts', `import { readFileSync } from 'node:fs'`],
    ['cli/canary.ts', `import '../app/words/index.ts'`],
    ['app/state/canary.ts', `import 'monaco-editor/editor'`],
    ['app/state/canary.ts', `import workerUrl from 'monaco-editor/editor/editor.worker?worker&url'`],
    ['app/state/canary.ts', `new Worker(new URL('../../cli/main.ts', import.meta.url))`],
    ['app/state/canary.ts', `import { join } from 'node:path'`],
    ['app/state/canary.ts', `const x = import(somewhere)`],
    ['app/state/canary.ts', `import './no-such-file.ts'`],
    ['app/worker/canary.ts', `import type { Session } from '../state/session.ts'`],
    ['app/worker/canary.ts', `import '../editor/contract.ts'`],
    ['app/worker/canary.ts', `import '../words/index.ts'`],
    ['app/worker/canary.ts', `import 'zustand/vanilla'`],
    ['app/state/canary.ts', `import '../editor/surface.ts'`],
    ['app/state/canary.ts', `import '../frame/App.tsx'`],
    ['app/state/canary.ts', `import 'react-dom'`],
    ['app/editor/canary.ts', `import '../state/session.ts'`],
    ['app/editor/canary.ts', `import '../panels/index.ts'`],
    ['elsewhere/canary.ts', `import 'react'`],
  ])('%s may not: %s', (file, text) => {
    expect(objections(file, text)).toHaveLength(1)
  })

  test('lets pass what is allowed', () => {
    expect(objections('app/state/canary.ts', `import '../../assembler/index.ts'; import 'zustand/vanilla'`)).toEqual([])
    expect(objections('app/frame/canary.ts', `import '../state/session.ts'; import 'react-dom/client'`)).toEqual([])
    expect(objections('app/editor/canary.ts', `import 'monaco-editor/editor'`)).toEqual([])
  })

  test('sees a circle, a type in it or a file that imports itself', () => {
    const text: Record<string, string> = {
      'app/a.ts': `import type { B } from './b/index.ts'; import './d.ts'`,
      'app/b/index.ts': `export * from './c.ts'`,
      'app/b/c.ts': `const a = import('../a.ts')`,
      'app/d.ts': `import './e.ts'; import './f.ts'`,
      'app/e.ts': `import './f.ts'`,
      'app/g.ts': `type G = import('./g.ts').H`,
    }
    const imports = new Map(Object.entries(text).map(([file, of]) => [file, filesImportedBy(file, of)]))
    expect(circlesIn(imports)).toEqual([['app/a.ts', 'app/b/c.ts', 'app/b/index.ts'], ['app/g.ts']])
  })

  test.each([
    ['app/worker', 'export const canary = (element: HTMLElement): unknown => element', 'HTMLElement'],
    ['app/worker', 'export const canary = (): unknown => document.body', 'document'],
    ['app/worker', 'export const canary = (): unknown => localStorage', 'localStorage'],
    ['emulator/history', 'export const canary = (): unknown => performance.now()', 'performance'],
    ['emulator/history', 'export const canary = (): unknown => process.argv', 'process'],
  ])('%s cannot be compiled with: %s', (part, text, name) => {
    const folder = mkdtempSync(join(tmpdir(), 'canary-'))
    try {
      writeFileSync(join(folder, 'canary.ts'), text)
      const config = { extends: join(root, part, 'tsconfig.json'), include: ['canary.ts'], references: [] }
      const compilerOptions = { composite: false, noEmit: true, emitDeclarationOnly: false, rootDir: '.' }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, compilerOptions }))
      const compiler = join(root, 'node_modules/typescript/bin/tsc')
      const { stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })
      expect(stdout.trim().split('\n')).toEqual([expect.stringContaining(`'${name}'`)])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('sees the clock and randomness', () => {
    const text = `const a = Date.now() + Math.random() * performance.now(); const b = new Date(); Math.max(a)`
    expect(
      impuritiesOf('canary.ts', text)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Date', 'Math.random', 'performance', 'Date'].sort())
  })
})

describe('names', () => {
  const exported = new Map<string, string[]>()
  for (const file of sources.filter(each => /\.tsx?$/.test(each)))
    for (const name of declaredExportsOf(file, read(file))) exported.set(name, [...(exported.get(name) ?? []), file])

  test('no two things that are exported have one name', () => {
    expect(exported.size).toBeGreaterThan(800)
    expect([...exported].filter(([, files]) => files.length > 1)).toEqual([])
  })

  test('the vocabulary of ARCHITECTURE.md names only what is exported', () => {
    const text = read('ARCHITECTURE.md')
    const section = /^## Vocabulary\n(.*?)^## /ms.exec(text)?.[1] ?? ''
    const named = [...section.matchAll(/`([A-Za-z]\w*)`/g)].map(([, name]) => name!)
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(name => !exported.has(name))).toEqual([])
  })

  test('what is exported is seen, whatever declares it', () => {
    const text = `
      export const a = 1, b = 2
      export function c() {}
      export default function D() {}
      export interface E {}
      export type F = string
      export abstract class G {}
      export { h } from 'elsewhere'
      const i = 1`
    expect(declaredExportsOf('canary.ts', text)).toEqual(['a', 'b', 'c', 'D', 'E', 'F', 'G'])
  })
})

describe('languages', () => {
  // A language that is named anywhere else would be forgotten there when one is added: the compiler names only what is
  // a record over the list.
  const named = (file: string, text: string): string[] =>
    literalsOf(file, text).filter(literal => LANGUAGES.some(language => language === literal.toLowerCase()))

  test('none is named outside of their list', () => {
    const all = sources.filter(file => partOf(file) !== 'emulator/languages')
    expect(all.flatMap(file => named(file, read(file)).map(language => `${file}: ${language}`))).toEqual([])
  })

  test('one that is named is seen', () => {
    const text =
      "const a = language === 'zh' ? `EN` : x['en']; const b: 'zh' | 1 = { en: 1, zh: 2 }.zh; import './zh.ts'"
    expect(named('canary.ts', text)).toEqual(['zh', 'EN', 'en', 'zh'])
  })
})

describe('how a file begins and is called', () => {
  const folders = ['emulator', 'assembler', 'programs', 'cli', 'app', 'tests', 'bench', 'docs', 'bin']
  const all = sourcesOf(folders, /\.(ts|tsx|js|mjs|css)$/)

  test('each begins with what it is', () => {
    const begins = /^(#![^\n]*\n)?\s*(\/\/|\/\*)/
    expect(all.filter(file => !begins.test(read(file)))).toEqual([])
    expect(all.length).toBeGreaterThan(50)
  })

  test('none is called by a word that says nothing', () => {
    const empty = ['utils', 'util', 'helpers', 'helper', 'common', 'types', 'misc']
    const words = (file: string): string[] => [...dirname(file).split('/'), basename(file).split('.')[0] ?? '']
    expect(all.filter(file => words(file).some(word => empty.includes(word)))).toEqual([])
  })
})

test.each(['README.md', 'ARCHITECTURE.md'])('%s names only files that are there', document => {
  const parts = 'emulator|assembler|programs|cli|app|tests|docs|bench|bin'
  const named = new RegExp(`(?<![\\w./-])(?:${parts})/[\\w./-]*[\\w-]`, 'g')
  const files = [...read(document).matchAll(named)].map(([file]) => file)
  expect(files.filter(file => !existsSync(join(root, file)) && !/NAME\.(asm|toml)$/.test(file))).toEqual([])
  expect(files.length).toBeGreaterThan(3)
})
