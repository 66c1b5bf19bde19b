// Random conditions to look for.
import type { StopCondition } from '../emulator/engine/index.ts'
import type { Program, Relation } from '../emulator/instructions/index.ts'

const RELATIONS = ['=', '≠', '<', '≤', '>', '≥'] as const satisfies readonly Relation[]

/** A condition about the first cells and any instruction of the program; `random` gives numbers below a bound. */
export function randomCondition(random: (bound: number) => number, program: Program, depth = 0): StopCondition {
  const address = random(Math.min(program.cells, 11))
  const instructions = [random(program.instructions.length + 1), random(program.instructions.length)]
  const relation = RELATIONS[random(6)]!
  const value = random(10) - 2
  switch (random(depth === 0 ? 7 : 6)) {
    case 0:
      return { kind: 'next', instructions }
    case 1:
      return { kind: 'written', address, changed: random(2) === 0 }
    case 2:
      return { kind: 'holds', address, relation, value }
    case 3:
      return { kind: 'next-while', instructions, address, relation, value }
    case 4:
      return { kind: 'jumped' }
    case 5:
      return { kind: 'flag', flag: random(2) === 0 ? 'Z' : 'L', is: random(2) === 0 }
    default:
      return { kind: 'any', of: [randomCondition(random, program, 1), randomCondition(random, program, 1)] }
  }
}
