// Names with what can't stand in one, such as `my-loop` and `.loop`, where an instruction uses them. Knows no other line.
import { INSTRUCTIONS, type OperandRole } from '../../emulator/instructions/index.ts'
import { REASONS } from '../diagnostics/index.ts'
import { problem, replace } from '../problems.ts'
import { mnemonicOf } from '../semantics/reserved.ts'
import type { OddName } from '../syntax/syntax.ts'

/** The name that stands for it here. */
export const plainName = (written: string): string =>
  written.replace(/^\.+/, '').replace(/[^\p{L}\p{M}\p{Nd}_]+/gu, '_')

const JUMP = /^(\p{L}+)([ \t]+)([.$@]?[\p{L}_][\p{L}\p{M}\p{Nd}_]*(?:[-.$@?!]+[\p{L}_][\p{L}\p{M}\p{Nd}_]*)*[$?!]?)$/u

/** The odd name that a jump goes to; null where the statement is none or the name is none or is right. */
export function oddName(statement: string, column: number): OddName | null {
  const [, mnemonic = '', blanks = '', name = ''] = JUMP.exec(statement) ?? []
  const known = mnemonicOf(mnemonic)
  if (known === null) return null
  const roles: readonly OperandRole[] = INSTRUCTIONS[known].operands
  const odd = name.search(/[-.$@?!]/)
  if (roles[0] !== 'target' || odd < 0) return null
  const start = column + mnemonic.length + blanks.length
  const endColumn = start + name.length
  const fixes = [replace(start, endColumn, plainName(name), false)]
  const use = problem('unexpected-character', start + odd, start + odd + 1, [name.charAt(odd), REASONS.name], fixes)
  return { name, column: start, endColumn, use }
}
