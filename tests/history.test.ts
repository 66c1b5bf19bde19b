// The history against a plain run that keeps a copy of everything.
import { describe, expect, test } from 'vitest'
import { FastMachine, Translations } from '../emulator/engine/index.ts'
import {
  createHistory,
  type Edit,
  type History,
  type HistoryOptions,
  type StopCondition,
} from '../emulator/history/index.ts'
import type { Operand, Program, Relation } from '../emulator/instructions/index.ts'
import {
  copyState,
  flagsOf,
  halted,
  initialState,
  isFault,
  perform,
  type State,
  type Step,
  setCell,
} from '../emulator/machine/index.ts'
import { randomCondition } from './random-condition.ts'
import { programOf, randomFrom, randomProgram } from './random-programs.ts'

const LIMIT = 300

/** Everything about a run, kept: states[t] after step t and the edits there, steps[t] the step that led to t. */
interface Plain {
  readonly states: State[]
  readonly steps: (Step | null)[]
  readonly ending: string
}

const key = (state: State): string => {
  const { z, l } = flagsOf(state)
  return `${state.pc},${z},${l},${state.cells},${state.blank}`
}

function runPlainly(program: Program, edits: readonly Edit[] = []): Plain {
  const state = initialState(program)
  const edit = (position: number): void => {
    for (const one of edits) if (one.position === position) setCell(state, one.address, one.value)
  }
  edit(0)
  const states = [copyState(state)]
  const steps: (Step | null)[] = [null]
  const base = Math.max(0, ...edits.map(one => one.position))
  const seen = new Map<string, number>()
  for (let position = 0; ; ) {
    if (position >= base) {
      const before = seen.get(key(state))
      if (before !== undefined) return { states, steps, ending: `endless ${position} ${before}` }
      seen.set(key(state), position)
    }
    if (halted(program, state)) return { states, steps, ending: `halted ${position}` }
    if (position === LIMIT) return { states, steps, ending: 'open' }
    const outcome = perform(program, state, position + 1)
    if (isFault(outcome)) return { states, steps, ending: `fault ${position} ${outcome.code}` }
    position++
    edit(position)
    states.push(copyState(state))
    steps.push(outcome)
  }
}

function endingOf(history: History): string {
  const { ending } = history
  if (ending === null) return 'open'
  if (ending.kind === 'halted') return `halted ${ending.steps}`
  if (ending.kind === 'fault') return `fault ${ending.steps} ${ending.fault.code}`
  return `endless ${ending.steps} ${ending.repeats}`
}

function randomEdits(random: (bound: number) => number, program: Program): Edit[] {
  return Array.from({ length: random(2) * random(5) }, () => ({
    position: random(2) * random(40),
    address: random(program.cells),
    value: random(100),
  }))
}

const RELATIONS: Record<Relation, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '≠': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '≤': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '≥': (a, b) => a >= b,
}

/** The condition said once more, by hand. */
function meetsAt(condition: StopCondition, plain: Plain, position: number, program: Program): boolean {
  const state = plain.states[position]!
  const step = plain.steps[position] ?? null
  switch (condition.kind) {
    case 'any':
      return condition.of.some(one => meetsAt(one, plain, position, program))
    case 'next':
      return condition.instructions.includes(state.pc)
    case 'next-while': {
      if (!condition.instructions.includes(state.pc)) return false
      if (state.blank[condition.address] === 1) return condition.relation === '≠'
      return RELATIONS[condition.relation](state.cells[condition.address]!, condition.value)
    }
    case 'written':
      if (step?.write?.address !== condition.address) return false
      return condition.changed === true ? step.write.before !== step.write.after : true
    case 'holds':
      return (
        step?.write?.address === condition.address && RELATIONS[condition.relation](step.write.after, condition.value)
      )
    case 'jumped':
      return step !== null && program.instructions[step.pc]!.mnemonic.startsWith('j') && step.taken !== false
    case 'flag': {
      if (step === null) return false
      const { left, right } = step.flagsFrom
      const before = condition.flag === 'Z' ? left === right : left < right
      const after = condition.flag === 'Z' ? step.flags.z : step.flags.l
      return before !== after && after === condition.is
    }
  }
}

const told = (state: State): string => `${key(state)},${state.left},${state.right},${state.setter}`

const expectState = (actual: State, expected: State, where: string): void =>
  expect(told(actual), where).toBe(told(expected))

const expectSteps = (actual: readonly Step[], expected: readonly (Step | null)[], where: string): void =>
  expect(JSON.stringify(actual), where).toBe(JSON.stringify(expected))

/** Small intervals and little memory, so that short runs meet everything. */
const SMALL: HistoryOptions = { interval: 7, memory: 20_000, machineOptions: { patience: 5 } }

const checkAll = (seed: number): void => {
  const random = randomFrom(seed)
  const program = randomProgram(seed)
  const edits = randomEdits(random, program)
  const plain = runPlainly(program, edits)
  const history = createHistory(program, edits, random(2) === 0 ? SMALL : {})
  // How soon it is found out that a run goes round is not promised, but within a few times its length.
  const limit = plain.ending.startsWith('endless') ? 4 * LIMIT : LIMIT
  while (history.ending === null && history.known < limit) history.extend(limit, 1 + random(60))
  expect(endingOf(history), `seed ${seed}`).toBe(plain.ending)
  const last = Math.min(history.known, plain.states.length - 1)

  for (let tries = 0; tries < 12; tries++) {
    const position = random(last + 1)
    expectState(history.state(position), plain.states[position]!, `seed ${seed}, position ${position}`)
    const from = 1 + random(last)
    const to = from + random(Math.max(1, last - from + 1))
    if (to <= last) expectSteps(history.steps(from, to), plain.steps.slice(from, to + 1), `seed ${seed}`)
    if (position > 0) expectState(history.state(position - 1), plain.states[position - 1]!, `seed ${seed}, a step back`)
  }
  for (let tries = 0; tries < 4; tries++) {
    const condition = randomCondition(random, program)
    const from = random(last + 1)
    for (const direction of [1, -1] as const) {
      let nearest: number | null = null
      for (let at = from + direction; at >= 0 && at <= last && nearest === null; at += direction) {
        if (meetsAt(condition, plain, at, program)) nearest = at
      }
      const search = history.search(direction, from, condition)
      const bound = last === LIMIT && direction === 1
      while (!search.advance(1 + random(50)) && !(bound && search.reached > LIMIT));
      const found = bound && search.found !== null && search.found > LIMIT ? null : search.found
      expect(found, `seed ${seed}, ${JSON.stringify(condition)} from ${from} towards ${direction}`).toBe(nearest)
    }
  }
  for (let tries = 0; tries < 3; tries++) {
    const counts = new Float64Array(program.instructions.length)
    const until = random(last + 1)
    for (const step of plain.steps.slice(1, until + 1)) counts[step!.pc] = counts[step!.pc]! + 1
    expect(history.counts(until), `seed ${seed}`).toEqual(counts)
  }
}

const cell = (address: number): Operand => ({ mode: 'direct', address })
const number = (value: number): Operand => ({ mode: 'immediate', value })
const to = (index: number): Operand => ({ mode: 'target', index })

/** Runs until the end is known, in small pieces. */
const toTheEnd = (history: History, limit = 10_000_000): string => {
  while (history.ending === null && history.known < limit) history.extend(limit, 5_000)
  return endingOf(history)
}

/** Goes on and on: sums up 1,000 cells, writes the sum into the next of 100 cells, and so on from the first. */
const endlessWork = programOf(
  [
    ['mov', cell(3), number(2_000_000_000)],
    ['mov', cell(0), number(0)],
    ['mov', cell(1), number(116)],
    ['add', cell(0), { mode: 'indirect', address: 1 }],
    ['add', cell(1), number(1)],
    ['cmp', cell(1), number(1116)],
    ['jne', to(3)],
    ['add', cell(4), number(1)],
    ['cmp', cell(4), number(116)],
    ['jl', to(12)],
    ['mov', cell(4), number(16)],
    ['mov', cell(5), number(7)],
    ['mov', { mode: 'indirect', address: 4 }, cell(0)],
    ['add', cell(116), { mode: 'indirect', address: 4 }],
    ['sub', cell(3), number(1)],
    ['jne', to(1)],
  ],
  {
    cells: 4096,
    data: [
      { address: 4, value: 15, line: 1 },
      ...Array.from({ length: 1000 }, (_, index) => ({ address: 116 + index, value: index * 7 - 3000, line: 1 })),
    ],
  },
)

describe('a long history', () => {
  test('is anywhere in 10⁸ steps what a straight run is there', () => {
    const history = createHistory(endlessWork)
    while (history.known < 1e8) history.extend(1e8, 3_000_001)
    const random = randomFrom(5)
    const positions = Array.from({ length: 20 }, () => random(1e8)).sort((a, b) => a - b)
    const machine = new FastMachine(new Translations(endlessWork), { translate: false })
    let at = 0
    const states = positions.map(position => {
      at += machine.run(position - at)
      return told(machine.state)
    })
    // In an order of chance.
    for (let tries = 0; tries < 40; tries++) {
      const place = random(positions.length)
      expect(told(history.state(positions[place]!)), `position ${positions[place]}`).toBe(states[place])
    }
    expect(history.bytes).toBeLessThan(64 * 2 ** 20)
  })

  test('is searched to its end and back in translated code', () => {
    const history = createHistory(endlessWork)
    while (history.known < 3e7) history.extend(3e7, 3_000_001)
    const round = 4000 + 11
    const all = (direction: 1 | -1, from: number, condition: StopCondition): number | null => {
      const search = history.search(direction, from, condition)
      while (!search.advance(1_000_000) && search.reached < 3e7);
      return search.found
    }
    // r5 is written when r4 comes to 116: in round 101, and every 100 rounds from there.
    const first = all(1, 0, { kind: 'written', address: 5 })!
    const last = all(-1, history.known, { kind: 'written', address: 5 })!
    expect(history.steps(first, first)[0]!.write).toEqual({ address: 5, before: null, after: 7 })
    expect(history.steps(last, last)[0]!.write).toEqual({ address: 5, before: 7, after: 7 })
    expect((last - first) % (100 * round + 2 - 100)).toBeLessThan(3e7)
    expect(all(1, first, { kind: 'written', address: 5, changed: true })).toBeNull()
    expect(all(-1, first, { kind: 'written', address: 5 })).toBeNull()
  })
})

describe('a history', () => {
  test('is at every position what a plain run is there, and finds what the plain run has', { timeout: 600_000 }, () => {
    for (let seed = 1; seed <= 1500; seed++) checkAll(seed)
  })

  test('says which step repeats which', () => {
    expect(toTheEnd(createHistory(programOf([['jmp', to(0)]])))).toBe('endless 1 0')
    // Four steps to begin with, then round and round in three.
    const round = programOf([
      ['mov', cell(1), number(3)],
      ['sub', cell(1), number(1)],
      ['jne', to(1)],
      ['mov', cell(2), number(1)],
      ['mov', cell(3), number(1)],
      ['jmp', to(3)],
    ])
    expect(toTheEnd(createHistory(round))).toBe('endless 12 9')
    // A counter of eight bits goes round in 512 steps, and of its first states none differs but by being blank.
    const counter = programOf(
      [
        ['add', cell(0), number(1)],
        ['jmp', to(0)],
      ],
      { bits: 8 },
    )
    expect(toTheEnd(createHistory(counter))).toBe('endless 513 1')
  })

  test('finds a long period late, and does not call a counter endless', () => {
    const long = programOf(
      [
        ['add', cell(0), number(1)],
        ['jmp', to(0)],
      ],
      { bits: 16 },
    )
    expect(toTheEnd(createHistory(long))).toBe('endless 131073 1')
    // 3 × 2^16 steps: no checkpoint is just one period behind another until the fourth.
    const odd = programOf(
      [
        ['add', cell(0), number(1)],
        ['mov', cell(1), cell(0)],
        ['jmp', to(0)],
      ],
      { bits: 16 },
    )
    expect(toTheEnd(createHistory(odd), 2 ** 25)).toBe(`endless ${3 * 2 ** 16 + 2} 2`)
    const counting = createHistory(
      programOf([
        ['add', cell(0), number(1)],
        ['jmp', to(0)],
      ]),
    )
    counting.extend(400_000, 400_000)
    expect(counting.ending).toBeNull()
    expect(counting.known).toBe(400_000)
  })

  test('does not claim across a later edit that nothing ends', () => {
    const waiting = programOf(
      [
        ['cmp', cell(0), number(1)],
        ['jne', to(0)],
      ],
      {
        data: [{ address: 0, value: 0, line: 1 }],
      },
    )
    expect(toTheEnd(createHistory(waiting))).toBe('endless 3 1')
    expect(toTheEnd(createHistory(waiting, [{ position: 700, address: 0, value: 1 }]))).toBe('halted 702')
    expect(toTheEnd(createHistory(waiting, [{ position: 701, address: 0, value: 2 }]))).toBe('endless 705 703')
  })
})
