// Questions to a history against slow, plain answers: the whole trace in a list, dependence by its definition over paths.
import { describe, expect, test } from 'vitest'
import { assemble } from '../assembler/index.ts'
import { createHistory, type Edit, type History } from '../emulator/history/index.ts'
import { instructionOf, type Program, plain } from '../emulator/instructions/index.ts'
import { initialState, isFault, perform, type Step, setCell } from '../emulator/machine/index.ts'
import {
  Comparison,
  lineSentences,
  loopsOf,
  originKey,
  Questions,
  visitsOf,
  type WhyNode,
  whyLine,
} from '../emulator/questions/index.ts'
import { Formulas } from '../emulator/table/index.ts'
import { randomFrom, randomProgram } from './random-programs.ts'

const SEEDS = process.env['PROOFS'] === 'full' ? 10_000 : 120
const LIMIT = 600

/** All steps up to the limit. */
function trace(program: Program, limit = LIMIT, edits: readonly Edit[] = []): Step[] {
  const state = initialState(program)
  const steps: Step[] = []
  const edit = () => {
    for (const { position, address, value } of edits) if (position === steps.length) setCell(state, address, value)
  }
  edit()
  while (steps.length < limit && state.pc < program.instructions.length) {
    const outcome = perform(program, state, steps.length + 1)
    if (isFault(outcome)) break
    steps.push(outcome)
    edit()
  }
  return steps
}

function known(program: Program, limit = LIMIT, edits: readonly Edit[] = []): History {
  const history = createHistory(program, edits, { findsEndless: false })
  while (history.known < limit && history.ending === null) history.extend(limit, limit)
  return history
}

/** Where each instruction may go on to; the program's length is its end. */
function waysOf({ instructions, labelValues }: Program): number[][] {
  const ways = instructions.map(({ mnemonic, operands }, pc) => {
    const row = instructionOf(mnemonic)
    if (row.kind !== 'jump') return [pc + 1]
    const target = operands[0]!
    const to = target.mode === 'target' ? [target.index] : labelValues
    return [...new Set(row.when === null ? to : [pc + 1, ...to])]
  })
  return [...ways, []]
}

/** Whether some path from `from`, however it goes on, never comes to `goal`. */
function mayMiss(ways: number[][], from: number, goal: number): boolean {
  if (from === goal) return false
  const reached = new Set([from])
  for (const one of reached) {
    if (ways[one]!.length === 0) return true
    for (const way of ways[one]!) if (way !== goal) reached.add(way)
  }
  // A cycle among what is reached: take away, again and again, what leads nowhere among the rest.
  for (let changed = true; changed; ) {
    changed = false
    for (const one of reached) {
      if (ways[one]!.some(way => reached.has(way))) continue
      reached.delete(one)
      changed = true
    }
  }
  return reached.size > 0
}

/** The jumps on which an instruction depends, by the definition. */
const dependsOn = (ways: number[][], goal: number): number[] =>
  ways.flatMap((next, pc) =>
    next.some(way => !mayMiss(ways, way, goal)) && next.some(way => mayMiss(ways, way, goal)) ? [pc] : [],
  )

function originAt(
  program: Program,
  steps: readonly Step[],
  address: number,
  at: number,
  edits: readonly Edit[],
): string {
  let found = program.data.some(datum => datum.address === address) ? `data:${address}` : `blank:${address}`
  for (let position = 0; position <= at; position++) {
    const step = steps[position - 1]
    if (step?.write?.address === address) found = `${position}`
    edits.forEach((edit, number) => {
      if (edit.position === position && edit.address === address) found = `edit:${number}`
    })
  }
  return found
}

function formulaAt(program: Program, steps: readonly Step[], address: number, at: number): string | null {
  const formulas = new Formulas(program)
  for (const step of steps.slice(0, at)) formulas.advance(step)
  const formula = formulas.cell(address)
  const text = formula === null ? null : formulas.text(formula)
  return text === null || /^v\d+$/.test(text) ? null : text
}

const shown = ({ program }: History, seed: number): string =>
  `seed ${seed}\n${program.instructions.map(({ source }, pc) => `${pc}: ${source}`).join('\n')}`

describe('against the whole trace', () => {
  test('why a cell holds what it does', { timeout: 900_000 }, () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = randomFrom(seed)
      const program = randomProgram(seed)
      const edits = random(4) === 0 ? [{ position: random(30), address: random(11), value: random(9) }] : []
      const steps = trace(program, LIMIT, edits)
      const history = known(program, LIMIT, edits)
      const questions = new Questions(history)
      expect(history.known, shown(history, seed)).toBe(steps.length)
      questions.prepare(history.known, Number.POSITIVE_INFINITY)
      const ways = waysOf(program)
      const depends = new Map<number, number[]>()
      for (let tries = 0; tries < 3; tries++) {
        const at = tries === 0 ? steps.length : random(steps.length + 1)
        const wrote = steps[random(Math.max(1, at))]?.write?.address
        const address = wrote !== undefined && random(3) > 0 ? wrote : random(Math.min(program.cells, 12))
        const why = questions.why(address, at, history.known)
        const where = `${shown(history, seed)}\ncell ${address} at ${at}`
        expect(why.origin, where).toBe(originAt(program, steps, address, at, edits))
        if (edits.length === 0) expect(why.formula, where).toBe(formulaAt(program, steps, address, at))
        if (why.nodes.size > 400) continue
        const order: string[] = []
        const walk = (key: string): void => {
          if (order.includes(key)) return
          order.push(key)
          if (key.includes(':')) return
          const step = steps[Number(key) - 1]!
          const node = why.nodes.get(key) as Extract<WhyNode, { kind: 'step' }>
          const reads = step.reads.map(read => ({
            address: read.address,
            value: read.value,
            role: read.pointer ? 'pointer' : 'operand',
            origin: originAt(program, steps, read.address, step.step - 1, edits),
          }))
          expect(node.reads, where).toEqual(reads)
          expect(node.value, where).toBe(step.write!.after)
          const jumps = depends.get(step.pc) ?? dependsOn(ways, step.pc)
          depends.set(step.pc, jumps)
          const because = steps.slice(0, step.step - 1).findLast(each => jumps.includes(each.pc))
          expect(node.because, `${where}\nstep ${step.step}`).toBe(because?.step ?? null)
          for (const read of reads) walk(read.origin)
        }
        walk(why.origin)
        expect([...why.nodes.keys()], where).toEqual(order)
        const write = steps.find(each => each.step > at && each.write?.address === address)?.step ?? null
        const edit = Math.min(...edits.filter(e => e.address === address && e.position > at).map(e => e.position))
        const until = Math.min(write ?? steps.length, edit)
        const reads = steps.filter(
          each => each.step > at && each.step <= until && each.reads.some(read => read.address === address),
        )
        expect(why.next, where).toEqual({ step: write, reads: reads.map(({ step }) => step), cut: false })
      }
    }
  })

  test('why a line did or did not run, and its visits', { timeout: 900_000 }, () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = randomFrom(seed + 77)
      const program = randomProgram(seed)
      const steps = trace(program)
      const history = known(program)
      const questions = new Questions(history)
      questions.prepare(history.known, Number.POSITIVE_INFINITY)
      const ways = waysOf(program)
      for (let tries = 0; tries < 4; tries++) {
        const pc = random(program.instructions.length)
        const at = random(2) === 0 ? steps.length : random(steps.length + 1)
        const where = `${shown(history, seed)}\ninstruction ${pc} at ${at}`
        const runs = steps.filter(step => step.pc === pc)
        const before = runs.filter(({ step }) => step <= at)
        const told = whyLine(questions, pc, at)
        expect({ visits: told.visits, first: told.first, last: told.last, next: told.next }, where).toEqual({
          visits: before.length,
          first: before[0]?.step ?? null,
          last: before.at(-1)?.step ?? null,
          next: runs.find(({ step }) => step > at)?.step ?? null,
        })
        expect(visitsOf(history, pc, 2, 5), where).toEqual(
          runs.map(({ step }, index) => ({ visit: index + 1, step })).slice(1, 5),
        )
        expect([...history.ledger.counts(at)], where).toEqual(
          program.instructions.map((_, index) => steps.filter(step => step.pc === index && step.step <= at).length),
        )
        if (before.length > 0) {
          expect(told.reason, where).toBeNull()
          continue
        }
        for (const sentence of lineSentences(questions, told)) expect(plain(sentence.en), where).not.toBe('')
        const reachable = new Set([0])
        for (const one of reachable) for (const way of ways[one]!) reachable.add(way)
        const chain: object[] = []
        const seen = new Set([pc])
        for (let here = pc; reachable.has(pc); ) {
          const jumps = dependsOn(ways, here).filter(jump => !seen.has(jump))
          const above = jumps.filter(jump => jump < here)
          const jump = above.length > 0 ? Math.max(...above) : Math.min(...jumps)
          if (jumps.length === 0) break
          seen.add(jump)
          const ran = steps.filter(step => step.pc === jump && step.step <= at)
          const always = !program.instructions[jump]!.mnemonic.startsWith('j') ? 0 : ran.length
          const taken =
            program.instructions[jump]!.mnemonic === 'jmp' ? always : ran.filter(step => step.taken === true).length
          chain.push({ pc: jump, visits: ran.length, taken })
          if (ran.length > 0) break
          here = jump
        }
        expect(
          told.reason?.map(({ pc: jump, visits, taken }) => ({ pc: jump, visits, taken })),
          where,
        ).toEqual(chain)
      }
    }
  })

  test('where two histories differ and where they part', { timeout: 900_000 }, () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = randomFrom(seed + 99)
      const one = randomProgram(seed)
      const datum = { address: random(11), value: random(4), line: 1 }
      const other: Program = random(5) === 0 ? { ...one } : { ...one, data: [...one.data, datum] }
      const [a, b] = [trace(one), trace(other)]
      const comparison = new Comparison(
        createHistory(one, [], { findsEndless: false }),
        createHistory(other, [], { findsEndless: false }),
        LIMIT,
      )
      while (!comparison.advance(700));
      const cellsOf = (program: Program, steps: Step[]) => {
        const { cells, blank } = initialState(program)
        const held = [...cells].map((value, at): number | null => (blank[at] === 1 ? null : value))
        const all = [held.slice()]
        for (const { write } of steps) {
          if (write !== null) held[write.address] = write.after
          all.push(held.slice())
        }
        return all
      }
      const [left, right] = [cellsOf(one, a), cellsOf(other, b)]
      let differ: object | null = null
      for (let at = 0; at < Math.min(left.length, right.length) && differ === null; at++) {
        const addresses = left[at]!.flatMap((value, address) => (value === right[at]![address] ? [] : [address]))
        if (addresses.length > 0) differ = { step: at, addresses }
      }
      let part: number | null = null
      for (let at = 0; at < Math.max(a.length, b.length) && part === null; at++)
        if (a[at]?.pc !== b[at]?.pc) part = at + 1
      const where = `seed ${seed}, cell ${datum.address} = ${datum.value}`
      expect(comparison.differ, where).toEqual(differ)
      expect(comparison.part?.step ?? null, where).toBe(part)
      if (part !== null) {
        expect(comparison.part!.a?.line ?? null, where).toBe(a[part - 1] === undefined ? null : a[part - 1]!.pc + 1)
        expect(comparison.part!.b?.line ?? null, where).toBe(b[part - 1] === undefined ? null : b[part - 1]!.pc + 1)
      }
    }
  })
})

const asked = (text: string, limit = 10_000) => {
  const { program } = assemble(text)
  const history = known(program!, limit)
  const questions = new Questions(history)
  questions.prepare(history.known, Number.POSITIVE_INFINITY)
  return questions
}

test('a long history is asked without being run again', () => {
  const questions = asked('mov r0, #1\nmov r1, #3000000\nloop: sub r1, #1\njne loop\nmov [r0], r2\nmov r3, #1', 7e6)
  const { history, deciding } = questions
  expect(history.known).toBe(6_000_004)
  expect(questions.origin(0, 5_999_999)).toMatchObject({ step: { step: 1 } })
  expect(originKey(questions.origin(1, 5_999_999))).toBe('5999999')
  expect(history.ledger.visit(2, 1_234_567)).toBe(2 + 2 * 1_234_567 - 1)
  expect(history.ledger.visits(3, 4_000_001)).toBe(1_999_999)
  expect([...deciding.of(5)]).toEqual([3])
  expect(questions.because(5, 6_000_004)).toBe(6_000_002)
})

test('a pointer that steps over its end is told as exactly that', () => {
  const questions = asked('mov r1, #15\nmov r2, #18\nloop: add r1, #2\ncmp r1, r2\njne loop\nmov r3, #1', 200)
  const told = whyLine(questions, 5, 200)
  expect(told.reason).toMatchObject([{ line: 5, visits: 66, taken: 66 }])
  expect(lineSentences(questions, told).map(({ en }) => plain(en))).toEqual([
    'line 6 has not run: `jne loop` (line 5) ran 66 times and always jumped; the last time 147 ≠ 18',
    'r1 passed r2 between step 5 (17 < 18) and step 8 (19 > 18) and was never equal',
  ])
  expect(lineSentences(questions, told).map(({ zh }) => plain(zh))).toEqual([
    '第 6 行没有运行过：`jne loop`（第 5 行）运行了 66 次，每次都跳转；最后一次 147 ≠ 18',
    'r1 在第 5 步（17 < 18）和第 8 步（19 > 18）之间越过了 r2，从未相等',
  ])
})

test('natural loops with their depth and lines', () => {
  const { program } = assemble('mov r0, #2\nouter: mov r1, #3\ninner: sub r1, #1\njne inner\nsub r0, #1\njne outer')
  expect(loopsOf(program!)).toEqual([
    { pc: 1, line: 2, lines: [2, 3, 4, 5, 6], depth: 1 },
    { pc: 2, line: 3, lines: [3, 4], depth: 2 },
  ])
})
