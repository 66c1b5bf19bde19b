// Where an instruction meets its circuit: which module shows a step, with which numbers at its inputs, and what is said
// of it. The numbers are the step's own operands, as they were before it.

import { divider, type Inputs, type Module } from '../circuits/index.ts'
import {
  cell,
  code,
  conditionForm,
  flagsTested,
  flagTests,
  type Instruction,
  type InstructionKind,
  instructionOf,
  isMet,
  type JumpCondition,
  type Mnemonic,
  type Part,
  parts,
  result,
  type Sentence,
  sentenceOf,
  type Text,
  type Unit,
} from '../instructions/index.ts'
import { type Flags, flagsOf, type Step } from '../machine/index.ts'
import { jumpCondition, unitModule } from './modules.ts'

/** What the circuit shows of a step (circuits.md, section 4). */
export type Datapath = Computes | Decides | Nothing

/** An instruction whose result or flags a unit computes. */
export interface Computes {
  readonly kind: 'computes'
  readonly mnemonic: Mnemonic
  readonly unit: Unit
  readonly module: Module
  readonly inputs: Inputs
  /** Where each bus comes from or goes to, as parts of a sentence: a cell, or `#1`; null for a result that is not stored. */
  readonly names: Readonly<Record<'a' | 'b' | 'result', Part | null>>
  readonly words: Sentence
}

/** A jump: whether it is taken is computed from the flags. */
export interface Decides {
  readonly kind: 'decides'
  readonly mnemonic: Mnemonic
  readonly module: Module
  readonly inputs: Inputs
  readonly words: Sentence
}

/** `mov`: a copy, nothing is computed. */
export interface Nothing {
  readonly kind: 'nothing'
  readonly mnemonic: Mnemonic
  readonly copy: Copied
  readonly words: Sentence
}

/** What a copy moves: from which cell (null for a number in the instruction itself), what, and where to. */
export interface Copied {
  readonly from: Part | null
  readonly value: number
  readonly to: Part
  /** What was in that cell before; null where it was blank. */
  readonly before: number | null
}

/** How a cell is called in a sentence. */
export type CallCell = (address: number) => Part

const byNumber: CallCell = address => cell(address)

/** What shows that step, which executed that instruction in words of `bits` bits; `call` names the cells. */
export function datapathOf(bits: number, instruction: Instruction, step: Step, call: CallCell = byNumber): Datapath {
  const { mnemonic } = instruction
  const row = instructionOf(mnemonic)
  switch (row.kind) {
    case 'copy':
      return {
        kind: 'nothing',
        mnemonic,
        copy: copyOf(instruction, step, call),
        words: copies(copyOf(instruction, step, call)),
      }
    case 'jump':
      return decides(mnemonic, row.when, step)
    case 'arithmetic':
    case 'compare':
      return computes(bits, instruction, row, step, call)
  }
}

function copyOf(instruction: Instruction, step: Step, call: CallCell): Copied {
  const { address, after, before } = step.write!
  const isNumber = instruction.operands[1]!.mode === 'immediate'
  return { from: isNumber ? null : sourceOf(instruction, step, 1, call), value: after, to: call(address), before }
}

/** The copy itself: from where, what, and to where. */
function copies({ from, value, to }: Copied): Sentence {
  const source = from === null ? [] : parts`${from} → `
  return {
    en: parts`mov copies: ${source}${result(value)} → ${to}; nothing is computed.`,
    zh: parts`mov 只复制：${source}${result(value)} → ${to}，不做任何计算。`,
  }
}

function computes(
  bits: number,
  instruction: Instruction,
  row: Extract<InstructionKind, { kind: 'arithmetic' | 'compare' }>,
  step: Step,
  call: CallCell,
): Computes {
  const { mnemonic } = instruction
  const [a, b] = step.values
  const names = {
    a: sourceOf(instruction, step, 0, call),
    b: sourceOf(instruction, step, 1, call),
    result: step.write === null ? null : call(step.write.address),
  }
  const module = unitModule(row.unit, bits)
  const flags = parts`Z = ${Number(step.flags.z)}, L = ${Number(step.flags.l)}`
  const zhFlags = parts`Z = ${Number(step.flags.z)}、L = ${Number(step.flags.l)}`
  // What the circuit does with the numbers is its own story (story.ts): here is what the instruction does with the result.
  const words: Sentence =
    names.result === null
      ? {
          en: parts`cmp keeps only ${flags}, both exact.`,
          zh: parts`cmp 不写入这个差，只设置 ${zhFlags}（溢出也不会判错）。`,
        }
      : {
          en: parts`${mnemonic} puts it into ${names.result}; ${flags} are of that result.`,
          zh: parts`${mnemonic} 把结果写入 ${names.result}；标志位 ${zhFlags} 由该结果得出。`,
        }
  const carry = module.inputs.some(({ name }) => name === 'c') ? { c: 0 } : {}
  const inputs: Inputs = { a: a!, b: b!, ...carry }
  return {
    kind: 'computes',
    mnemonic,
    unit: row.unit,
    module,
    inputs,
    names,
    words,
  }
}

/** What shows a division by zero, which is no step: the divider, with the fault at `by_zero`. */
export function divisionByZero(bits: number, a: number, names: Readonly<Record<'a' | 'b', Part>>): Computes {
  return {
    kind: 'computes',
    mnemonic: 'div',
    unit: 'divider',
    module: divider(bits),
    inputs: { a, b: 0 },
    names: { ...names, result: null },
    words: {
      en: parts`div cannot divide ${names.a} by ${names.b} = 0: by zero is 1, and nobody stores what the rows give for q.`,
      zh: parts`div 无法用 ${names.a} 除以 ${names.b} = 0：“除以零”为 1，各行给出的 q 不写入任何单元。`,
    },
  }
}

/** Where an operand's value came from: the cell that was read last for it, or the number itself. */
function sourceOf(instruction: Instruction, step: Step, index: number, call: CallCell): Part | null {
  const operand = instruction.operands[index]!
  if (operand.mode === 'immediate') return code(`#${operand.value}`)
  const read = step.reads.findLast(candidate => candidate.operand === index && !candidate.pointer)
  return read === undefined ? null : call(read.address)
}

/** The jump's own line is 1, the flags are those before the step. */
export const jumpInputs = (mnemonic: Mnemonic, flags: Flags): Inputs => ({
  zero: Number(flags.z),
  less: Number(flags.l),
  [mnemonic]: 1,
})

function decides(mnemonic: Mnemonic, when: JumpCondition | null, step: Step): Decides {
  const flags = flagsOf(step.flagsFrom)
  const inputs = jumpInputs(mnemonic, flags)
  const words: Sentence =
    when === null
      ? sentenceOf({ en: `${mnemonic} always jumps; it looks at no flag.`, zh: `${mnemonic} 总是跳转，不看标志位。` })
      : sentenceOf(looksAt(mnemonic, when, flags))
  return { kind: 'decides', mnemonic, module: jumpCondition(), inputs, words }
}

/** Which flags a conditional jump looks at, what they are, and what comes of it. */
function looksAt(mnemonic: Mnemonic, when: JumpCondition, flags: Flags): Text {
  const jumps = isMet(when, flags)
  const { tests } = conditionForm(when)
  const values = tests.map(({ flag }) => `${flag} = ${Number(flag === 'Z' ? flags.z : flags.l)}`)
  const alone = tests.length === 1
  const looked = flagsTested(when)
  if (alone) {
    const is = Number(tests[0]!.is)
    return {
      en: `${mnemonic} looks at ${looked.en} alone and jumps if it is ${is}: ${values[0]}, so it ${jumps ? 'jumps' : 'does not jump'}.`,
      zh: `${mnemonic} 只看 ${looked.zh}，${looked.zh} 为 ${is} 时跳转：现在 ${values[0]}，所以${jumps ? '跳转' : '不跳转'}。`,
    }
  }
  const asked = flagTests(when, (flag, is) => ({ en: `${flag} is ${Number(is)}`, zh: `${flag} 为 ${Number(is)}` }))
  return {
    en: `${mnemonic} looks at ${looked.en} and jumps if ${asked.en}: ${values.join(', ')}, so it ${jumps ? 'jumps' : 'does not jump'}.`,
    zh: `${mnemonic} 看 ${looked.zh}，${asked.zh} 时跳转：现在 ${values.join('，')}，所以${jumps ? '跳转' : '不跳转'}。`,
  }
}
