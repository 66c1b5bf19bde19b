// Where WebAssembly is refused, by a page's policy or for want of memory, everything goes on by the interpreter.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createStepMachine } from '../emulator/engine/index.ts'
import { programOf } from './random-programs.ts'

const program = programOf([
  ['mov', { mode: 'direct', address: 0 }, { mode: 'immediate', value: 60_000 }],
  ['sub', { mode: 'direct', address: 0 }, { mode: 'immediate', value: 1 }],
  ['add', { mode: 'direct', address: 1 }, { mode: 'direct', address: 0 }],
  ['cmp', { mode: 'direct', address: 0 }, { mode: 'immediate', value: 0 }],
  ['jne', { mode: 'target', index: 1 }],
])

const refuse = (): never => {
  throw new Error('refused')
}

const REFUSALS: Record<string, unknown> = {
  'there is none': undefined,
  'compiling is refused': { Memory: WebAssembly.Memory, Module: refuse, Instance: refuse },
  'memory is refused': { Memory: refuse, Module: WebAssembly.Module, Instance: WebAssembly.Instance },
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

describe('where WebAssembly is refused', () => {
  test.each(Object.keys(REFUSALS))('%s: runs, searches and histories are the same', async name => {
    vi.stubGlobal('WebAssembly', REFUSALS[name])
    vi.resetModules()
    const { FastMachine, Translations } = await import('../emulator/engine/index.ts')
    const { createHistory } = await import('../emulator/history/index.ts')

    const reference = createStepMachine(program)
    reference.run(200_000)
    const machine = new FastMachine(new Translations(program))
    expect(machine.run(200_000)).toBe(200_000)
    expect(machine.state).toEqual(reference.state)
    expect(machine.translatedSteps).toBe(0)

    const history = createHistory(program)
    history.extend(1_000_000, 1_000_000)
    expect(history.ending).toEqual({ kind: 'halted', steps: 240_001 })
    const search = history.search(-1, history.known, { kind: 'holds', address: 0, relation: '=', value: 59_998 })
    while (!search.advance(50_000));
    expect(search.found).toBe(6)
    expect(history.counts(history.known)).toEqual(Float64Array.of(1, 60_000, 60_000, 60_000, 60_000))
  })

  test('and where it is not, it is used', async () => {
    const { FastMachine, Translations } = await import('../emulator/engine/index.ts')
    const machine = new FastMachine(new Translations(program))
    machine.run(240_001)
    expect(machine.translatedSteps).toBeGreaterThan(100_000)
  })
})
