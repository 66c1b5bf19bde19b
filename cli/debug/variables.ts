// What the debugger's variables are: the registers, the cells that are not blank or have a name, the flags, and what the last
// step did. It knows no session.
import type { DebugProtocol } from '@vscode/debugprotocol'
import { cellName, cellOf, type Language, partText, plain, REGISTERS } from '../../emulator/instructions/index.ts'
import { flagsOf } from '../../emulator/machine/index.ts'
import { explain, fieldText, initialSentence, inNotation } from '../../emulator/table/index.ts'
import type { Debuggee } from './debuggee.ts'
import { WORDS } from './words.ts'

/** The scopes, by the numbers under which they are asked for. */
export const SCOPES = { registers: 1, cells: 2, flags: 3, step: 4 } as const

/** `total (x10)` names the cell by its number. */
export const cellInName = (name: string): string => /\((\w+)\)$/.exec(name)?.[1] ?? name

/** The variables of a scope. */
export function variablesOf(
  debuggee: Debuggee,
  scope: number,
  language: Language,
  hex: boolean,
): readonly DebugProtocol.Variable[] {
  const { program, state, position, lastStep } = debuggee
  const fixed = (name: string, value: string): DebugProtocol.Variable => ({
    name,
    value,
    variablesReference: 0,
    presentationHint: { attributes: ['readOnly'] },
  })
  const held = (address: number): DebugProtocol.Variable => ({
    name: nameOf(debuggee, address),
    value: heldText(debuggee, address, hex),
    evaluateName: cellName(address),
    variablesReference: 0,
  })
  switch (scope) {
    case SCOPES.registers:
      return Array.from({ length: REGISTERS }, (_, address) => held(address))
    case SCOPES.cells: {
      const named = new Set(program.cellNames.map(({ address }) => address))
      const cells: number[] = []
      state.blank.forEach((blank, address) => {
        if (address >= REGISTERS && (blank === 0 || named.has(address))) cells.push(address)
      })
      return cells.map(held)
    }
    case SCOPES.flags: {
      const { z, l } = flagsOf(state)
      return [fixed('Z', z ? '1' : '0'), fixed('L', l ? '1' : '0')]
    }
    case SCOPES.step: {
      const told = lastStep === null ? initialSentence : explain(program, lastStep)
      return [fixed(WORDS.done[language], `${position}`), fixed(WORDS.told[language], plain(told[language]))]
    }
    default:
      return []
  }
}

/** A cell as people call it: `total (x10)`. */
export function nameOf({ program }: Debuggee, address: number): string {
  const named = partText(cellOf(program, address))
  const name = cellName(address)
  return named === name ? name : `${named} (${name})`
}

/** What a cell holds; `?` where it is blank. */
export function heldText({ state, program }: Debuggee, address: number, hex = false): string {
  if (state.blank[address] === 1) return '?'
  return fieldText([inNotation(state.cells[address]!, program.bits, hex ? 'hex' : 'decimal')])
}
