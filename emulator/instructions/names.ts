// What a program calls its cells, for all who make sentences (history.md, section 1). It knows no source text: the
// assembler has found the names.
import type { Program } from './program.ts'
import { cell, type Part } from './sentence.ts'

/** Worked out once a program, and dropped with it. */
const known = new WeakMap<Program, ReadonlyMap<number, string>>()

function namesOf(program: Program): ReadonlyMap<number, string> {
  let names = known.get(program)
  if (names === undefined) {
    names = new Map(program.cellNames.map(({ address, name }) => [address, name]))
    known.set(program, names)
  }
  return names
}

/** A cell's name where the program gives it one, else null. */
export const nameOfCell = (program: Program, address: number): string | null => namesOf(program).get(address) ?? null

/** A cell as a part of a sentence, by its name where the program gives it one. */
export const cellOf = (program: Program, address: number): Part => cell(address, nameOfCell(program, address))

const nameless = new WeakMap<Program, Program>()

/** The same program with its cells called by their numbers alone: one and the same, however often it is asked for. */
export function withoutNames(program: Program): Program {
  let without = nameless.get(program)
  if (without === undefined) {
    without = { ...program, cellNames: [] }
    nameless.set(program, without)
  }
  return without
}
