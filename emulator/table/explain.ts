// What a step did, in words of both languages with its actual numbers, in the manner of the book's table (section 2.2;
// language.md, section 6). Knows the program and the step, no state and no source text beyond what it quotes.
import {
  type Arithmetic,
  absurd,
  cellName,
  type Instruction,
  instructionOf,
  type Jumping,
  type Program,
  REGISTERS,
  type Text,
} from '../instructions/index.ts'
import type { Read, Step } from '../machine/index.ts'
import { comparison, equation } from './numbers.ts'
import { isPointer, labelValue, placeName, written } from './places.ts'

/** What the first row of a table says. */
export const initialText: Text = { en: 'the state before the first step', zh: '初始状态' }

/** A step of `program` in words: what happened, with the numbers. */
export function explain(program: Program, step: Step): Text {
  const instruction = program.instructions[step.pc]!
  const said = sentence(program, step, instruction)
  const blank = blanks(step.reads)
  return { en: said.en + blank.en, zh: said.zh + blank.zh }
}

/** A `cmp` and the conditional jump right after it in one: the jump first, as the book has it, then the flags. */
export function explainFolded(program: Program, cmp: Step, jump: Step): Text {
  const { between, sign, set } = comparing(program, cmp, program.instructions[cmp.pc]!)
  const instruction = program.instructions[jump.pc]!
  const row = instructionOf(instruction.mnemonic)
  const said = sentence(program, jump, instruction)
  const first = between === null ? said : { en: `${between.en}; ${said.en}`, zh: `${between.zh}：${said.zh}` }
  const known = row.kind === 'jump' && row.when !== null && why(program, jump, row.when.flag).en === sign
  const flags = known ? set : { en: `${sign}: ${set.en}`, zh: `${sign}，${set.zh}` }
  const blank = blanks([...cmp.reads, ...jump.reads])
  return { en: `${first.en}; ${flags.en}${blank.en}`, zh: `${first.zh}；${flags.zh}${blank.zh}` }
}

function sentence(program: Program, step: Step, instruction: Instruction): Text {
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

/**
 * An operand's value as it was used: the cell that it came from (null for a `#`), whether brackets led there, and the
 * label that it was written as.
 */
interface Used {
  readonly value: number
  readonly cell: string | null
  readonly pointed: boolean
  readonly label: Text | null
}

function used(program: Program, step: Step, instruction: Instruction, index: number): Used {
  const value = step.values[index]!
  const read = step.reads.find(each => each.operand === index && !each.pointer)
  const { mode } = instruction.operands[index]!
  const label = mode === 'immediate' ? labelValue(program, value, written(instruction, index)) : null
  return { value, cell: read === undefined ? null : cellName(read.address), pointed: mode === 'indirect', label }
}

/** `x15 = 1`, or the number of a `#`: of a label as `loop (line 6) = 3`. */
function shown({ cell, value, label }: Used): string {
  const name = cell ?? label?.en
  return name === undefined ? `${value}` : `${name} = ${value}`
}

/** The number of a `#` in Chinese, after a word: of a label as `loop（第 6 行）的位置 3`. */
const number = ({ value, label }: Used): string => (label === null ? ` ${value}` : `${label.zh}的位置 ${value}`)

/** `x15`, or the bare number of a `#`. */
const named = ({ cell, value }: Used): string => cell ?? `${value}`

/** The cells in brackets with what they held, `r1 = 15`: each once, in the order in which they were read. */
function pointers(step: Step): readonly string[] {
  return [...new Set(step.reads.filter(each => each.pointer).map(each => `${cellName(each.address)} = ${each.value}`))]
}

/** `r1 = 15, so …`: what brackets led to comes after what they held. Without brackets the plain words. */
function after(step: Step, plain: Text, passive: string): Text {
  const held = pointers(step)
  if (held.length === 0) return plain
  return { en: `${held.join(' and ')}, so ${passive}`, zh: `${held.join('，')}，${plain.zh}` }
}

/** `mov`. The book gives (赋给) to a register and stores (存入) in a cell. */
function copied(program: Program, step: Step, instruction: Instruction): Text {
  const { address } = step.write!
  const to = cellName(address)
  const source = used(program, step, instruction, 1)
  const from = shown(source)
  if (source.cell === null) {
    return after(
      step,
      { en: `writes ${from} to ${to}`, zh: `向 ${to} 写入${number(source)}` },
      `${from} is written to ${to}`,
    )
  }
  const verb = address < REGISTERS ? '赋给' : '存入'
  const zh = `将 ${source.cell} 的 ${source.value} ${verb} ${to}`
  return after(step, { en: `copies ${from} to ${to}`, zh }, `${from} is copied to ${to}`)
}

/** What each unit does to cell `a` with `b`: in English outright and as a consequence, in Chinese by where `b` is from. */
const CALCULATED: Record<
  Arithmetic['unit'],
  { en: (a: string, b: string) => string; so: (a: string, b: string) => string; zh: (a: string, b: Used) => string }
> = {
  adder: {
    en: (a, b) => `adds ${b} to ${a}`,
    so: (a, b) => `${b} is added to ${a}`,
    zh: (a, b) => {
      if (b.cell === null) return `${a} 加${number(b)}`
      return b.pointed ? `取 ${shown(b)} 加到 ${a}` : `将 ${b.cell} 的 ${b.value} 加到 ${a}`
    },
  },
  subtractor: {
    en: (a, b) => `subtracts ${b} from ${a}`,
    so: (a, b) => `${b} is subtracted from ${a}`,
    zh: (a, b) => (b.cell === null ? `${a} 减${number(b)}` : `从 ${a} 减去 ${b.cell} 的 ${b.value}`),
  },
  multiplier: {
    en: (a, b) => `multiplies ${a} by ${b}`,
    so: (a, b) => `${a} is multiplied by ${b}`,
    zh: (a, b) => (b.cell === null ? `${a} 乘以${number(b)}` : `${a} 乘以 ${b.cell} 的 ${b.value}`),
  },
  divider: {
    en: (a, b) => `divides ${a} by ${b}`,
    so: (a, b) => `${a} is divided by ${b}`,
    zh: (a, b) => (b.cell === null ? `${a} 除以${number(b)}` : `${a} 除以 ${b.cell} 的 ${b.value}`),
  },
}

function calculated(program: Program, step: Step, instruction: Instruction, row: Arithmetic): Text {
  const words = CALCULATED[row.unit]
  const a = used(program, step, instruction, 0)
  const b = used(program, step, instruction, 1)
  const to = named(a)
  const plain = { en: words.en(to, shown(b)), zh: words.zh(to, b) }
  const { en, zh } = after(step, plain, words.so(to, shown(b)))
  const sum = equation(row, a.value, b.value, step.write!.after, program.bits)
  const points = pointing(program, step, row, b)
  return { en: `${en}: ${sum.en}${points.en}`, zh: `${zh}：${sum.zh}${points.zh}` }
}

/** Where a cell points that was moved by a `#` and that the program uses in brackets. */
function pointing(program: Program, step: Step, row: Arithmetic, by: Used): Text {
  const { address, after: to } = step.write!
  const moves = (row.unit === 'adder' || row.unit === 'subtractor') && by.cell === null
  if (!moves || !isPointer(program, address)) return { en: '', zh: '' }
  if (to < 0 || to >= program.cells) return { en: ', pointing at no cell', zh: '（不指向任何单元）' }
  return { en: `, pointing at ${cellName(to)}`, zh: `（指向 ${cellName(to)}）` }
}

function compared(program: Program, step: Step, instruction: Instruction): Text {
  const { between, sign, set } = comparing(program, step, instruction)
  if (between === null) return { en: `${sign}: ${set.en}`, zh: `${sign}，${set.zh}` }
  return { en: `${between.en}: ${sign}, ${set.en}`, zh: `${between.zh}：${sign}，${set.zh}` }
}

/** What a `cmp` compares, where brackets led there; how the two compare; and what that does to the flags. */
function comparing(program: Program, step: Step, instruction: Instruction) {
  const a = used(program, step, instruction, 0)
  const b = used(program, step, instruction, 1)
  const { z, l } = step.flags
  const set: Text = z
    ? { en: 'sets Z', zh: '置 Z' }
    : l
      ? { en: 'sets L', zh: '置 L' }
      : { en: 'clears Z and L', zh: 'Z、L 均清零' }
  const held = pointers(step)
  const between: Text = {
    en: `${held.join(' and ')}, so ${named(a)} is compared with ${named(b)}`,
    zh: `${held.join('，')}，比较 ${named(a)} 和 ${named(b)}`,
  }
  return { between: held.length === 0 ? null : between, sign: comparison(a.value, b.value), set }
}

/** A jump: why, where it is a conditional one; what its brackets held; and where it went. */
function jumped(program: Program, step: Step, instruction: Instruction, row: Jumping): Text {
  const reason = row.when === null ? [] : [why(program, step, row.when.flag)]
  const held = pointers(step).map(each => ({ en: each, zh: each }))
  const because = [...reason, ...held]
  const done = step.taken === false ? STAYS : went(program, step, instruction)
  if (because.length === 0) return done
  const en = because.map(each => each.en).join(' and ')
  return { en: `${en}: ${done.en}`, zh: [...because, done].map(each => each.zh).join('，') }
}

const STAYS: Text = { en: 'does not jump, goes on', zh: '顺序执行' }

/** Why a flag is as it is: the comparison or the result that set it, with its numbers. */
function why(program: Program, step: Step, flag: 'Z' | 'L'): Text {
  const { left, right, setter } = step.flagsFrom
  const by = program.instructions[setter]
  if (by === undefined) return { en: `nothing has set ${flag} yet`, zh: `尚无指令设置过 ${flag}` }
  const sign = flag === 'Z' && left !== right ? `${left} ≠ ${right}` : comparison(left, right)
  if (instructionOf(by.mnemonic).kind === 'compare') return { en: sign, zh: sign }
  if (left === 0) return { en: 'the last result is 0', zh: '上一次运算结果为 0' }
  return { en: `the last result ${sign}`, zh: `上一次运算结果 ${sign}` }
}

/** Where a jump went: back, or on. */
function went(program: Program, step: Step, instruction: Instruction): Text {
  const back = step.next <= step.pc
  const place = placeName(program, step.next, written(instruction, 0))
  return { en: `jumps ${back ? 'back ' : ''}to ${place.en}`, zh: `${back ? '跳回' : '跳到'}${place.zh}` }
}

/** The blank cells that were read, and that they count as 0. */
function blanks(reads: readonly Read[]): Text {
  const names = [...new Set(reads.filter(each => each.blank).map(each => cellName(each.address)))]
  if (names.length === 0) return { en: '', zh: '' }
  return {
    en: `; ${names.join(' and ')} ${names.length === 1 ? 'was' : 'were'} blank, read as 0`,
    zh: `；${names.join('、')} 空白，按 0 读取`,
  }
}
