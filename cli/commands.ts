// The commands of `toycpu`, in the order of the help.
import { check } from './check.ts'
import { circuit } from './circuit.ts'
import type { Command } from './command.ts'
import { compare } from './compare.ts'
import { dap } from './dap.ts'
import { exercise } from './exercise.ts'
import { fmt } from './fmt.ts'
import { grade } from './grade.ts'
import { link } from './link.ts'
import { lsp } from './lsp.ts'
import { packExercises } from './pack.ts'
import { run } from './run.ts'
import { trace } from './trace.ts'
import { why } from './why.ts'

export const COMMANDS: readonly Command[] = [
  check,
  run,
  trace,
  why,
  compare,
  circuit,
  exercise,
  grade,
  packExercises,
  fmt,
  link,
  lsp,
  dap,
]
