// What nets and the modules inside are called where people read: the book's signs and formulas, or words. The names of the
// netlist itself are for files and for the command line.
import { GATES, type GateType, mathName } from '../../../emulator/circuits/index.ts'
import { perLanguage, type Text, UNITS } from '../../../emulator/instructions/index.ts'

/** A piece of a name: a sign, which is set in italics, or words; `index` stands lower. */
export interface NamePiece {
  readonly sign: boolean
  readonly text: Text
  readonly index: string | null
}

const same = (text: string): Text => ({ en: text, zh: text })
const sign = (text: string, index: string | null = null): NamePiece => ({ sign: true, text: same(text), index })
const words = (text: Text, index: string | null = null): NamePiece => ({ sign: false, text, index })

/** The book's formulas (section 2.1) for nets within the full adder, and other signs. */
const SIGNS: Readonly<Record<string, string>> = {
  differ: 'x⊕y',
  both: 'xy',
  passed: 'c(x⊕y)',
  c_next: 'c′',
}

const WORDED: Readonly<Record<string, Text>> = {
  zero: { en: 'zero', zh: '为零' },
  not_zero: { en: 'not zero', zh: '非零' },
  less: { en: 'less', zh: '小于' },
  by_zero: { en: 'by zero', zh: '除以零' },
  taken: { en: 'taken', zh: '跳转' },
  signs_differ: { en: 'signs differ', zh: '异号' },
  sign: { en: 'sign', zh: '符号' },
  negate: { en: 'negate', zh: '取负' },
  choose: { en: 'choose', zh: '选择' },
  keep: { en: 'keep', zh: '保留' },
  rest: { en: 'rest', zh: '余数' },
  flipped: { en: '¬divisor', zh: '¬除数' },
  left: { en: 'left', zh: '剩余' },
  fits: { en: 'fits', zh: '够减' },
  subtracts: { en: 'sub or cmp', zh: 'sub 或 cmp' },
  cmp_less: { en: 'less of cmp', zh: 'cmp 的小于' },
  below_zero: { en: 'r below zero', zh: 'r 为负' },
  out: { en: 'out', zh: '输出' },
}

/** A jump's condition looks at the flags, which have names of their own on the page. */
const FLAGS: Readonly<Record<string, string>> = { zero: 'Z', less: 'L', not_zero: '¬Z' }

const BOXES: Readonly<Record<string, Text>> = {
  decoder: { en: 'decoder', zh: '译码器' },
  is_zero: { en: 'is it 0?', zh: '是否为 0' },
  not_b: same('¬b'),
  flipped: { en: '¬divisor', zh: '¬除数' },
  ...Object.fromEntries(Object.entries(UNITS).map(([unit, { name }]) => [unit, name])),
  choice: { en: 'choice', zh: '选择' },
  size_a: same('|a|'),
  size_b: same('|b|'),
  with_sign: { en: 'with its sign', zh: '加上符号' },
}

/** What a module inside is called: `bit 3`, `row 31`, `adder`. */
export function boxName(label: string): Text {
  const [, kind, number] = /^(bit|row|sum|join)(\d+)$/.exec(label) ?? []
  if (kind === 'bit') return { en: `bit ${number}`, zh: `第 ${number} 位` }
  if (kind === 'row') return { en: `row ${number}`, zh: `第 ${number} 行` }
  if (kind === 'sum') return { en: `sum ${number}`, zh: `和 ${number}` }
  if (kind === 'join') return { en: 'either', zh: '或' }
  if (label.startsWith('way_')) return { en: `if ${label.slice(4)}`, zh: `若 ${label.slice(4)}` }
  return BOXES[label] ?? same(label.replaceAll('_', ' '))
}

/** What a net or port is called within the module of that name, in pieces: `differ` is x⊕y, `not_b[3]` is ¬b₃. */
export function netLabel(name: string, module: string): readonly NamePiece[] {
  const [, owner, last = name] = /^(?:(.*)\.)?([^.]+)$/.exec(name) ?? []
  if (owner !== undefined) return ownedName(owner, last, module)
  const { index } = mathName(name)
  const base = index === null ? name : name.slice(0, name.indexOf('['))
  const [, kind, number] = /^(\D+)(\d+)$/.exec(base) ?? []
  if (kind !== undefined && kind in GATES) return [words(GATES[kind as GateType].name, number)]
  const flag = module === 'jump-condition' ? FLAGS[base] : undefined
  if (flag !== undefined) return [sign(flag)]
  const worded = WORDED[base]
  if (worded !== undefined) return [words(worded, index)]
  if (base.startsWith('not_')) return [sign(`¬${base.slice(4)}`, index)]
  if (base === 'flip') return [sign('a', index), words({ en: ' ⊕ negate', zh: ' ⊕ 取负' })]
  return [sign(SIGNS[base] ?? base.replaceAll('_', ' '), index)]
}

/** The name of what comes out of a module inside. */
function ownedName(owner: string, last: string, module: string): readonly NamePiece[] {
  const number = /^bit(\d+)$/.exec(owner)?.[1]
  if (number !== undefined && last === 'c_next') return [sign('c', `${Number(number) + 1}`)]
  if (number !== undefined) return [sign(module === 'negate-if' ? 'r' : last, number)]
  const { index } = mathName(last)
  if (owner === 'size_a' || owner === 'size_b') return [sign(`|${owner.at(-1)}|`, index)]
  if (owner === 'with_sign') return [sign('q', index)]
  if (owner === 'not_b') return [sign('¬b', index)]
  if (owner === 'flipped') return netLabel(`flipped[${index}]`, module)
  if (owner === 'is_zero') return netLabel(last, module)
  if (owner === 'decoder') return [words(same(`op = ${last}`))]
  // Row i of a multiplication is a·bᵢ, so that its bit j is aⱼbᵢ.
  const row = module === 'multiplier' ? /^row(\d+)$/.exec(owner)?.[1] : undefined
  if (row !== undefined) return [sign('a', index), sign('b', row)]
  const piece = netLabel(last, module)
  if (owner === 'adder' && module !== 'alu') return piece
  const { en, zh } = boxName(owner)
  return [words({ en: `${en} `, zh: `${zh} ` }), ...piece]
}

/** The same in a line of plain text, for labels that are read out. */
export function netText(name: string, module: string): Text {
  const pieces = netLabel(name, module)
  return perLanguage(language => pieces.map(({ text, index }) => `${text[language]}${index ?? ''}`).join(''))
}
