// What a step did, as a sentence of every language with its actual numbers, in the manner of the book's table (section
// 2.2; language.md, section 6). Knows the program and the step, no state and no source text beyond what it quotes.
import {
  type Arithmetic,
  absurd,
  asksEquality,
  cellOf,
  flagsTested,
  type Instruction,
  instructionOf,
  type JumpCondition,
  type Jumping,
  joined,
  type Part,
  type Parts,
  type Program,
  parts,
  perLanguage,
  REGISTERS,
  result,
  type Sentence,
  sentenceOf,
  spaced,
  type Taken,
  unitOf,
} from '../instructions/index.ts'
import type { Read, Step } from '../machine/index.ts'
import { comparison, equation, relation } from './numbers.ts'
import { isPointer, namedValue, operandText, placeName } from './places.ts'

/** What the first row of a table says. */
export const initialSentence: Sentence = sentenceOf({ en: 'the state before the first step', zh: '初始状态' })

/** A step of `program` in words: what happened, with the numbers. */
export function explain(program: Program, step: Step): Sentence {
  const instruction = program.instructions[step.pc]!
  return together(sentence(program, step, instruction), blanks(program, step.reads))
}

/** A `cmp` and the conditional jump right after it in one, in the order in which it happens. */
export function explainFolded(program: Program, cmp: Step, jump: Step): Sentence {
  const instruction = program.instructions[jump.pc]!
  const row = instructionOf(instruction.mnemonic)
  const compares = compared(program, cmp, program.instructions[cmp.pc]!)
  const { left, right } = jump.flagsFrom
  const isUnequal = row.kind === 'jump' && row.when !== null && asksEquality(row.when)
  const known = relation(left, right, isUnequal) === relation(left, right)
  const jumps = row.kind === 'jump' ? jumped(program, jump, instruction, row, known) : explain(program, jump)
  const both: Sentence = { en: parts`${compares.en}; ${jumps.en}`, zh: parts`${compares.zh}；${jumps.zh}` }
  return together(both, blanks(program, [...cmp.reads, ...jump.reads]))
}

/** One sentence right after another. */
const together = (first: Sentence, then: Sentence): Sentence =>
  perLanguage(language => joined([first[language], then[language]], ''))

function sentence(program: Program, step: Step, instruction: Instruction): Sentence {
  const row = instructionOf(instruction.mnemonic)
  switch (row.kind) {
    case 'copy':
      return copied(program, step, instruction)
    case 'arithmetic':
      return calculated(program, step, instruction, row)
    case 'compare':
      return compared(program, step, instruction)
    case 'jump':
      return jumped(program, step, instruction, row)
    default:
      return absurd(row)
  }
}

/** An operand's value as it was used; `isResult` where it is what came of the step. */
function used(program: Program, step: Step, instruction: Instruction, index: number, isResult = false): Taken {
  const value = step.values[index]!
  const read = step.reads.find(each => each.operand === index && !each.pointer)
  const { mode } = instruction.operands[index]!
  const name = mode === 'immediate' ? namedValue(program, value, operandText(instruction, index)) : null
  const cell = read === undefined ? null : cellOf(program, read.address)
  const figure = isResult ? result(value) : value
  const shown: Sentence = perLanguage(language => {
    if (cell !== null) return parts`${cell} = ${figure}`
    return name === null ? parts`${figure}` : parts`${name[language]}${figure}`
  })
  return { value, cell, pointed: mode === 'indirect', shown }
}

/** `x15`, or the bare number of a `#`. */
const named = ({ cell, value }: Taken): Part => cell ?? { kind: 'number', value, result: false }

/** The cells in brackets with what they held, `r1 = 15`: each once, in the order in which they were read. */
function pointers(program: Program, step: Step): readonly Parts[] {
  const read = step.reads.filter(each => each.pointer)
  const once = read.filter((each, index) => read.findIndex(other => other.address === each.address) === index)
  return once.map(each => parts`${cellOf(program, each.address)} = ${each.value}`)
}

/** `r1 = 15, so …`: what brackets led to comes after what they held. Without brackets the plain words. */
function after(program: Program, step: Step, plain: Sentence, follows: Sentence): Sentence {
  const held = pointers(program, step)
  if (held.length === 0) return plain
  return {
    en: parts`${joined(held, ' and ')}, so ${follows.en}`,
    zh: parts`${joined(held, '，')}，${follows.zh}`,
  }
}

/** `mov`. The book gives (赋给) to a register and stores (存入) in a cell. */
function copied(program: Program, step: Step, instruction: Instruction): Sentence {
  const { address } = step.write!
  const to = cellOf(program, address)
  const source = used(program, step, instruction, 1, true)
  const { cell, value, shown } = source
  if (cell === null) {
    const zh = parts`向 ${to} 写入${spaced(source)}`
    return after(
      program,
      step,
      { en: parts`writes ${shown.en} to ${to}`, zh },
      { en: parts`${shown.en} is written to ${to}`, zh },
    )
  }
  const zh = parts`将 ${cell} 的 ${result(value)} ${address < REGISTERS ? '赋给' : '存入'} ${to}`
  return after(
    program,
    step,
    { en: parts`copies ${shown.en} to ${to}`, zh },
    { en: parts`${shown.en} is copied to ${to}`, zh },
  )
}

function calculated(program: Program, step: Step, instruction: Instruction, row: Arithmetic): Sentence {
  const { does, follows, moves } = unitOf(row.unit)
  const a = used(program, step, instruction, 0)
  const b = used(program, step, instruction, 1)
  const to = named(a)
  const first = after(
    program,
    step,
    perLanguage(language => does[language](to, b)),
    perLanguage(language => follows[language](to, b)),
  )
  const sum = equation(row, a.value, b.value, step.write!.after, program.bits)
  const whole: Sentence = { en: parts`${first.en}: ${sum.en}`, zh: parts`${first.zh}：${sum.zh}` }
  return moves ? together(whole, pointing(program, step, b)) : whole
}

const NOTHING: Sentence = perLanguage(() => [])

/** Where a cell points that was moved by a `#` and that the program uses in brackets. */
function pointing(program: Program, step: Step, by: Taken): Sentence {
  const { address, after: to } = step.write!
  if (by.cell !== null || !isPointer(program, address)) return NOTHING
  if (to < 0 || to >= program.cells) return sentenceOf({ en: ', pointing at no cell', zh: '（不指向任何单元）' })
  const cell = cellOf(program, to)
  return { en: parts`, pointing at ${cell}`, zh: parts`（指向 ${cell}）` }
}

/** What a `cmp` compares, where brackets led there; how the two compare; and what that does to the flags. */
function compared(program: Program, step: Step, instruction: Instruction): Sentence {
  const a = used(program, step, instruction, 0)
  const b = used(program, step, instruction, 1)
  const { z, l } = step.flags
  const set = z
    ? { en: 'sets Z', zh: 'Z 置 1' }
    : l
      ? { en: 'sets L', zh: 'L 置 1' }
      : { en: 'clears Z and L', zh: 'Z、L 均清零' }
  const sign = comparison(a.value, b.value)
  const held = pointers(program, step)
  if (held.length === 0) return { en: parts`${sign}: ${set.en}`, zh: parts`${sign}，${set.zh}` }
  return {
    en: parts`${joined(held, ' and ')}, so ${named(a)} is compared with ${named(b)}: ${sign}, ${set.en}`,
    zh: parts`${joined(held, '，')}，比较 ${named(a)} 和 ${named(b)}：${sign}，${set.zh}`,
  }
}

/** A jump: why, where it is a conditional one and that is not `known`; what its brackets held; and where it went. */
function jumped(program: Program, step: Step, instruction: Instruction, row: Jumping, known = false): Sentence {
  const reason = row.when === null || known ? [] : [why(program, step, row.when)]
  const because = [...reason, ...pointers(program, step).map(held => ({ en: held, zh: held }))]
  const done = step.taken === false ? STAYS : went(program, step, instruction)
  if (because.length === 0) return done
  return {
    en: parts`${joined(
      because.map(each => each.en),
      ' and ',
    )}: ${done.en}`,
    zh: joined(
      [...because, done].map(each => each.zh),
      '，',
    ),
  }
}

const STAYS: Sentence = sentenceOf({ en: 'does not jump, goes on', zh: '顺序执行' })

/** Why a condition is met or not: the comparison or the result that set the flags, with its numbers. */
function why(program: Program, step: Step, when: JumpCondition): Sentence {
  const { left, right, setter } = step.flagsFrom
  const by = program.instructions[setter]
  if (by === undefined) {
    const flags = flagsTested(when)
    return { en: parts`nothing has set ${flags.en} yet`, zh: parts`尚无指令设置过 ${flags.zh}` }
  }
  const sign = comparison(left, right, asksEquality(when))
  if (instructionOf(by.mnemonic).kind === 'compare') return { en: sign, zh: sign }
  if (left === 0) return sentenceOf({ en: 'the last result is 0', zh: '上一次运算结果为 0' })
  return { en: parts`the last result ${sign}`, zh: parts`上一次运算结果 ${sign}` }
}

/** Where a jump went: back, or on. */
function went(program: Program, step: Step, instruction: Instruction): Sentence {
  const back = step.next <= step.pc
  const place = placeName(program, step.next, operandText(instruction, 0))
  return {
    en: parts`jumps ${back ? 'back ' : ''}to ${place.en}`,
    zh: parts`${back ? '跳回' : '跳到'}${place.zh}`,
  }
}

/** The blank cells that were read, and that they count as 0. */
function blanks(program: Program, reads: readonly Read[]): Sentence {
  const addresses = [...new Set(reads.filter(each => each.blank).map(each => each.address))]
  if (addresses.length === 0) return NOTHING
  const cells = addresses.map(address => [cellOf(program, address)])
  return {
    en: parts`; ${joined(cells, ' and ')} ${cells.length === 1 ? 'was' : 'were'} blank, read as 0`,
    zh: parts`；${joined(cells, '、')} 空白，按 0 读取`,
  }
}
