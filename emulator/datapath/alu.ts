// The ALU on the machine's own steps: fed with a step's operands, it must give what the machine stored.
import { compute, type GateSet, rewrite } from '../circuits/index.ts'
import { absurd, type Instruction, instructionOf, type WordSize } from '../instructions/index.ts'
import { type Fault, flagsOf, isFault, type Step } from '../machine/index.ts'
import { jumpInputs } from './datapath.ts'
import { alu, aluCode, jumpCondition } from './modules.ts'

/** One output that differs from what the machine did. */
export interface OutputDifference {
  readonly output: string
  readonly circuit: number
  readonly machine: number
}

/**
 * Runs an outcome of the machine through the ALU (a jump through the jump condition) and tells every output that differs:
 * the result, Z, L, the fault, whether a jump is taken. An empty list means that circuit and machine agree. A fault that is
 * none of arithmetic never reaches the ALU. `operands` are those of a faulting division, which no step carries.
 */
export function differences(
  bits: WordSize,
  { mnemonic }: Instruction,
  outcome: Step | Fault,
  operands: readonly (number | null)[] = [],
  set: GateSet = 'book',
): OutputDifference[] {
  const row = instructionOf(mnemonic)
  const expected: Record<string, number> = {}
  let outputs: Readonly<Record<string, number>> = {}
  if (row.kind === 'jump') {
    if (isFault(outcome)) return []
    outputs = compute(rewrite(jumpCondition(), set), jumpInputs(mnemonic, flagsOf(outcome.flagsFrom)))
    expected['taken'] = Number(outcome.taken ?? true)
  } else {
    if (isFault(outcome) && outcome.code !== 'division-by-zero') return []
    const [a, b] = isFault(outcome) ? operands : outcome.values
    outputs = compute(rewrite(alu(bits), set), { a: a ?? 0, b: b ?? 0, op: aluCode(mnemonic)! })
    expected['by_zero'] = Number(isFault(outcome))
    if (!isFault(outcome)) Object.assign(expected, stored(outcome, row.kind))
  }
  return Object.entries(expected)
    .filter(([output, machine]) => outputs[output] !== machine)
    .map(([output, machine]) => ({ output, circuit: outputs[output]!, machine }))
}

/** What the machine keeps of the ALU's outputs: `mov` sets no flag, `cmp` stores no result. */
function stored(step: Step, kind: 'copy' | 'arithmetic' | 'compare'): Record<string, number> {
  const flags = { zero: Number(step.flags.z), less: Number(step.flags.l) }
  switch (kind) {
    case 'copy':
      return { r: step.write!.after }
    case 'arithmetic':
      return { r: step.write!.after, ...flags }
    case 'compare':
      return flags
    default:
      return absurd(kind)
  }
}
