// The list of all modules that can be asked for by name (circuits.md, section 1).
import { build } from '../build.ts'
import { type BinaryType, GATE_TYPES, GATES } from '../gates.ts'
import type { Module } from '../netlist.ts'
import type { Words } from '../words.ts'
import { fullAdder, halfAdder, rippleAdder, subtractor } from './adders.ts'
import { alu, decoder, jumpCondition } from './alu.ts'
import { either, invert, isZero, passIf, selector } from './bitwise.ts'
import { divider, dividerRow, negateIf } from './divider.ts'
import { single } from './memo.ts'
import { multiplier } from './multiplier.ts'

export * from './adders.ts'
export * from './alu.ts'
export * from './bitwise.ts'
export * from './divider.ts'
export * from './multiplier.ts'

export interface ModuleEntry {
  readonly name: string
  readonly title: Words
  /** Whether it is made for a number of bits; one that isn't ignores them. */
  readonly wide: boolean
  readonly of: (bits: number) => Module
}

const inverter = single(() =>
  build({ name: 'not', inputs: { x: 'bit' }, outputs: { out: 'bit' } }, (gate, { x }) => ({ out: gate.not(x) })),
)
const twoInputs = (type: BinaryType) =>
  single(() =>
    build({ name: type, inputs: { x: 'bit', y: 'bit' }, outputs: { out: 'bit' } }, (gate, { x, y }) => ({
      out: gate[type](x, y),
    })),
  )

const narrow = (name: string, title: Words, of: () => Module): ModuleEntry => ({ name, title, wide: false, of })
const wide = (name: string, title: Words, of: (bits: number) => Module): ModuleEntry => ({
  name,
  title,
  wide: true,
  of,
})

/** Every module by name, in the specification's order, then the helping ones. */
export const MODULES: readonly ModuleEntry[] = [
  ...GATE_TYPES.map(type => narrow(type, GATES[type].name, type === 'not' ? inverter : twoInputs(type))),
  narrow('half-adder', { en: 'half adder', zh: '半加器' }, halfAdder),
  narrow('full-adder', { en: 'full adder', zh: '全加器' }, fullAdder),
  wide('ripple-adder', { en: 'ripple adder', zh: '行波进位加法器' }, rippleAdder),
  wide('subtractor', { en: 'subtractor', zh: '减法器' }, subtractor),
  wide('multiplier', { en: 'multiplier', zh: '乘法器' }, multiplier),
  wide('divider', { en: 'divider', zh: '除法器' }, divider),
  wide('alu', { en: 'ALU', zh: '算术逻辑单元' }, alu),
  narrow('jump-condition', { en: 'jump condition', zh: '跳转条件' }, jumpCondition),
  wide('divider-row', { en: 'row of the divider', zh: '除法器的一行' }, dividerRow),
  wide('negate-if', { en: 'negation on request', zh: '条件取负' }, negateIf),
  wide('selector', { en: 'selector', zh: '选择器' }, selector),
  wide('invert', { en: 'every bit flipped', zh: '按位取反' }, invert),
  wide('is-zero', { en: 'zero detector', zh: '零检测' }, isZero),
  wide('pass-if', { en: 'gate for a word', zh: '字的开关' }, passIf),
  wide('either', { en: 'either of two words', zh: '按位或' }, either),
  narrow('decoder', { en: 'decoder of op', zh: 'op 译码器' }, decoder),
]

/** The module of that name, or undefined; `bits` is 1 to 32. */
export const moduleNamed = (name: string, bits: number): Module | undefined =>
  MODULES.find(entry => entry.name === name)?.of(bits)

/** What a module is called in words. */
export const moduleTitle = (module: Module): Words => {
  const title = MODULES.find(entry => entry.name === module.name)?.title ?? { en: module.name, zh: module.name }
  if (module.bits === null) return title
  return { en: `${title.en}, ${module.bits} bits`, zh: `${title.zh}，${module.bits} 位` }
}
