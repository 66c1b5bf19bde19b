// What ARCHITECTURE.md says one touches to add something: done in a copy of the house, counted, compiled and used.
import { readFileSync } from 'node:fs'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ADDITIONS, filesOf } from './additions.ts'
import { Copy, sourcesWithWords } from './copy.ts'

const { 'a language': LANGUAGE, ...OTHERS } = ADDITIONS

let copy: Copy
let server: ViteDevServer
/** A module of the copy; its types are those of the house's own, which the added ones only widen. */
const load = async <M>(path: string): Promise<M> => (await server.ssrLoadModule(`/${path}`)) as M

beforeAll(async () => {
  copy = new Copy()
  // The tests that count samples and exercises are told by hand, as ARCHITECTURE.md says; they aren't run here.
  copy.change(
    Object.values(OTHERS)
      .flat()
      .filter(({ text }) => text !== ''),
  )
  server = await createServer({
    root: copy.root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  })
})
afterAll(async () => {
  await server?.close()
  copy?.remove()
})

test('ARCHITECTURE.md counts the files as they are', () => {
  const text = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8')
  const section = /^## To add\n(.*?)^## /ms.exec(text)?.[1] ?? ''
  const told = [...section.matchAll(/^\| (an? [^|]+?) \| (\d+) \|/gm)].map(([, what, count]) => [what, Number(count)])
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(Object.entries(ADDITIONS).map(([what, changes]) => [what, filesOf(changes)])),
  )
})

test('nothing more is asked for by the compiler', { timeout: 600_000 }, () => {
  expect(copy.compile(['emulator', 'assembler', 'programs', 'cli'])).toEqual([])
})

describe('instructions and operations, by their rows alone', () => {
  type House = typeof import('../../emulator/instructions/index.ts')
  type Engine = typeof import('../../emulator/engine/index.ts')
  type StepMachine = typeof import('../../emulator/machine/index.ts')
  type Assembler = typeof import('../../assembler/index.ts')
  type Service = typeof import('../../assembler/service/index.ts')
  type Datapath = typeof import('../../emulator/datapath/index.ts')
  type RandomPrograms = typeof import('../random-programs.ts')

  const ADDED = ['jg', 'jle', 'and']

  /** Cell 10 tells whether the jump was taken; the flags come from a comparison or from a result. */
  const jumping = (jump: string, a: number, b: number): string =>
    `mov r0, #${a}\ncmp r0, #${b}\n${jump} yes\njmp end\nyes:\nmov 10, #1\nend:`

  test('are assembled, and no dialect claims them any more', async () => {
    const { assemble } = await load<Assembler>('assembler/index.ts')
    for (const text of [jumping('jg', 1, 2), jumping('jle', 1, 2), 'mov r0, #6\nand r0, #3'])
      expect(assemble(text).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(assemble('jge 0').diagnostics.map(({ code }) => code)).toEqual(['unknown-instruction'])
  })

  test('run in the step-wise machine, the interpreter and WebAssembly alike', async () => {
    const { FastMachine, Translations } = await load<Engine>('emulator/engine/index.ts')
    const { initialState, perform, isFault, halted } = await load<StepMachine>('emulator/machine/index.ts')
    const { randomProgram } = await load<RandomPrograms>('tests/random-programs.ts')
    const seen = new Set<string>()
    let translated = 0
    for (let seed = 0; seed < 600; seed++) {
      const program = randomProgram(seed)
      for (const { mnemonic } of program.instructions) seen.add(mnemonic)
      const reference = initialState(program)
      let steps = 0
      while (steps < 200 && !halted(program, reference) && !isFault(perform(program, reference, steps + 1))) steps++
      const told = ({ pc, left, right, cells }: typeof reference) => `${pc} ${left} ${right} ${cells}`
      for (const options of [{ translate: false }, { patience: 3 }]) {
        const machine = new FastMachine(new Translations(program), options)
        expect(machine.run(200), `seed ${seed}`).toBe(steps)
        expect(told(machine.state), `seed ${seed}`).toBe(told(reference))
        translated += machine.translatedSteps
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(ADDED))
    expect(translated).toBeGreaterThan(1000)
  })

  test.each([
    ['jg', [0, 0, 1]],
    ['jle', [1, 1, 0]],
  ] as const)('%s is taken exactly when it should be', async (jump, taken) => {
    const { assemble } = await load<Assembler>('assembler/index.ts')
    const { FastMachine, Translations } = await load<Engine>('emulator/engine/index.ts')
    const cells = [1, 2, 3].map(a => {
      const machine = new FastMachine(new Translations(assemble(jumping(jump, a, 2)).program!))
      machine.run(100)
      return machine.state.cells[10]
    })
    expect(cells).toEqual(taken)
  })

  test('agree with their circuits, in every set of gates', async () => {
    const { assemble } = await load<Assembler>('assembler/index.ts')
    const { initialState, perform } = await load<StepMachine>('emulator/machine/index.ts')
    const { differences } = await load<Datapath>('emulator/datapath/index.ts')
    const { GATE_SET_NAMES } =
      await load<typeof import('../../emulator/circuits/index.ts')>('emulator/circuits/index.ts')
    let compared = 0
    for (const text of [
      ...[1, 2, 3].flatMap(a => ADDED.slice(0, 2).map(jump => jumping(jump, a, 2))),
      'mov r0, #-7\nand r0, #29',
    ]) {
      const { program } = assemble(`.bits 8\n${text}`)
      const state = initialState(program!)
      for (let step = 1; state.pc < program!.instructions.length; step++) {
        const instruction = program!.instructions[state.pc]!
        const outcome = perform(program!, state, step)
        if (!ADDED.includes(instruction.mnemonic)) continue
        for (const set of GATE_SET_NAMES) {
          expect(differences(8, instruction, outcome, [], set)).toEqual([])
          compared++
        }
      }
    }
    expect(compared).toBe(7 * GATE_SET_NAMES.length)
  })

  test('are offered, told and explained', async () => {
    const { assemble } = await load<Assembler>('assembler/index.ts')
    const { complete, hover } = await load<Service>('assembler/service/index.ts')
    const { plain, LANGUAGES } = await load<House>('emulator/instructions/index.ts')
    const offered = complete(assemble(''), { line: 1, column: 1 }).map(({ label }) => label)
    expect(offered).toEqual(expect.arrayContaining(ADDED))
    const told = (text: string) =>
      LANGUAGES.map(language =>
        hover(assemble(text), { line: 1, column: 1 })!
          .contents.map(each => plain(each[language]))
          .join('\n'),
      )
    expect(told('jg 0')[0]).toContain('jumps if Z is clear and L is clear')
    expect(told('jle 0')[0]).toContain('jumps if Z is set or L is set')
    expect(told('and r0, #1')[0]).toContain('the bitwise and of the ALU')
    expect(told('and r0, #1')[1]).toContain('ALU 的按位与')
  })

  test('stand in tables, formulas and drawings', async () => {
    const { toycpu } = await copied()
    const traced = await toycpu(['trace', 'a'], { a: `${jumping('jg', 3, 2)}\nand r0, #1` })
    expect(traced.error).toBe('')
    expect(traced.out).toMatch(/jg yes.*jumps to/)
    expect(traced.out).toMatch(/and r0, #1.*ands r0 with 1: 3 ∧ 1 = 1/)
    const symbolic = await toycpu(['trace', 'a', '--symbolic'], {
      a: '.data 8: 3, 2\nmov r0, 8\ncmp r0, 9\njg yes\nmov r1, #1\nyes:\nand r0, 9',
    })
    expect(symbolic.error).toContain('x8 > x9')
    expect(symbolic.out).toMatch(/∧/)
    for (const [module, line] of [
      ['jump-condition', 'jg'],
      ['alu', 'way_and'],
    ] as const) {
      const drawn = await toycpu(['circuit', module, '--bits', '4', '--format', 'svg'])
      expect([drawn.status, drawn.error]).toEqual([0, ''])
      const json = await toycpu(['circuit', module, '--bits', '4', '--format', 'json'])
      expect(json.out).toContain(line)
    }
  })
})

/** The copy's command line, with files in memory. */
async function copied() {
  const { main } = await load<typeof import('../../cli/cli.ts')>('cli/cli.ts')
  return {
    async toycpu(words: readonly string[], files: Readonly<Record<string, string>> = {}) {
      let out = ''
      let error = ''
      const status = await main(
        words,
        {
          out: async text => {
            out += text
            return true
          },
          error: async text => {
            error += text
          },
          read: async file =>
            files[file] === undefined
              ? { unreadable: { en: 'cannot be read', zh: '无法读取' } }
              : new TextEncoder().encode(files[file]),
          write: async () => false,
          environment: {},
        },
        '1.2.3',
      )
      return { status, out, error }
    },
  }
}

test('a diagnostic is given', async () => {
  const { toycpu } = await copied()
  expect((await toycpu(['check', 'a'], { a: 'mov r0, r0' })).error).toContain('copies a cell to itself')
})

test('a sample meets its expectations and has its words; an exercise is sound', async () => {
  const { toycpu } = await copied()
  const sample = readFileSync(`${copy.root}/programs/twice.asm`, 'utf8')
  expect(await toycpu(['run', 'a'], { a: sample })).toMatchObject({ status: 0 })
  const { readSample } = await load<typeof import('../../programs/sample.ts')>('programs/sample.ts')
  expect(readSample(sample)).toMatchObject({ group: 'classics', title: { en: 'Twice', zh: '加倍' } })
  const exercise = readFileSync(`${copy.root}/programs/exercises/put-seven.toml`, 'utf8')
  expect(await toycpu(['exercise', 'a.toml'], { 'a.toml': exercise })).toMatchObject({ status: 0 })
})

test('a command, an export and a format are there', async () => {
  const { toycpu } = await copied()
  expect(await toycpu(['count', 'a'], { a: 'mov r0, #1\nmov r1, #1' })).toEqual({ status: 0, out: '2\n', error: '' })
  expect((await toycpu(['--help'])).out).toContain('count FILE')
  expect((await toycpu(['circuit', 'full-adder', '--format', 'gates'])).out).toBe('5\n')
  expect((await toycpu(['trace', 'a', '--format', 'count'], { a: 'mov r0, #1' })).out).toBe('2\n')
})

test('of a language the compiler names every file that lacks its words', { timeout: 600_000 }, () => {
  copy.change(LANGUAGE!)
  const errors = copy.compile(['emulator', 'assembler', 'programs', 'cli', 'app'])
  const named = new Set(errors.map(error => error.slice(0, error.indexOf('('))))
  const worded = sourcesWithWords(copy.root)
  expect(worded.length).toBeGreaterThan(40)
  expect(worded.filter(file => !named.has(file))).toEqual([])
})
