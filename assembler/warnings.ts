// Warnings and hints (language.md, section 5), for a program without errors.
import type { Program } from '../emulator/instructions/index.ts'
import { type Problems, problem } from './problems.ts'
import type { ProgramSymbol } from './symbols.ts'
import type { SyntaxTree } from './syntax.ts'

/** Adds to `problems` what is odd about a program that is right in form. `dataColumns` holds two columns a datum. */
export function findWarnings(
  program: Program,
  symbols: readonly ProgramSymbol[],
  dataColumns: readonly number[],
  syntax: SyntaxTree,
  problems: Problems,
): void {
  problems.begin()
  for (const { kind, name, definition, uses } of symbols) {
    if (kind !== 'label' || uses.length > 0) continue
    problems.add(definition.line, problem('unused-label', definition.column, definition.endColumn, [name]))
  }
  void program
  void dataColumns
  void syntax
}
