// A copy of the house's sources in which changes are made, to be compiled and run from there.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Change } from './additions.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const FOLDERS = ['emulator', 'assembler', 'programs', 'cli', 'app', 'docs/specification']
const FILES = ['package.json', 'tsconfig.base.json', 'tests/random-programs.ts']

/** A copy of the house, to be removed by whoever made it. */
export class Copy {
  readonly root = mkdtempSync(join(tmpdir(), 'house-'))

  constructor() {
    for (const path of [...FOLDERS, ...FILES].filter(each => existsSync(join(root, each))))
      cpSync(join(root, path), join(this.root, path), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(this.root, 'node_modules'))
  }

  /** @throws where a change's place is not there exactly once */
  change(changes: readonly Change[]): void {
    for (const change of changes) {
      const path = join(this.root, change.file)
      if (!('before' in change)) {
        writeFileSync(path, change.text)
        continue
      }
      const text = readFileSync(path, 'utf8')
      const [head, tail, ...more] = text.split(change.before)
      if (tail === undefined || more.length > 0) throw new Error(`${change.file}: “${change.before}” isn't there once`)
      writeFileSync(path, `${head}${change.text}${change.before}${tail}`)
    }
  }

  /** What the compiler says of some folders, an error a line, with the file's name from the root. */
  compile(folders: readonly string[]): string[] {
    const config = {
      extends: './tsconfig.base.json',
      compilerOptions: {
        composite: false,
        noEmit: true,
        emitDeclarationOnly: false,
        lib: ['ES2023', 'DOM', 'DOM.Iterable'],
        jsx: 'react-jsx',
        types: ['node', 'vite/client'],
      },
      include: folders,
      // This one says itself what it needs of WebAssembly: it is compiled without the page's types.
      exclude: ['**/*.test.ts', '**/*.test.tsx', 'app/build', 'emulator/engine/wasm/webassembly.ts'],
    }
    writeFileSync(join(this.root, 'tsconfig.json'), JSON.stringify(config))
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', '.', '--pretty', 'false'], {
      cwd: this.root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    return stdout.split('\n').filter(line => /^\S.*: error TS/.test(line) && !line.startsWith('emulator/engine/wasm/'))
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}

/** The files of a copy in which words stand in every language, as a record of them is written: `{ en: …, zh: … }`. */
export function sourcesWithWords(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => /^(emulator|assembler|programs|cli|app)\/.*\.tsx?$/.test(file) && !/\.test\.|\/build\//.test(file))
    .filter(file => /(?:^ *|[{,] )zh: /m.test(readFileSync(join(root, file), 'utf8')))
}
