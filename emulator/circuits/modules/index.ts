// The modules that can be asked for by name (circuits.md, section 1). Those of the machine's instructions are handed in.
import { build } from '../build.ts'
import { type BinaryType, GATE_TYPES, GATES } from '../gates.ts'
import type { Module } from '../netlist.ts'
import type { ModuleWords } from '../words.ts'
import { fullAdder, halfAdder, rippleAdder, subtractor } from './adders.ts'
import { either, invert, isZero, passIf, selector } from './bitwise.ts'
import { divider, dividerRow, negateIf } from './divider.ts'
import { once } from './memo.ts'
import { multiplier } from './multiplier.ts'

export * from './adders.ts'
export * from './alu.ts'
export * from './bitwise.ts'
export * from './divider.ts'
export * from './memo.ts'
export * from './multiplier.ts'

export interface ModuleEntry {
  readonly name: string
  readonly title: ModuleWords
  /** Whether it is made for a number of bits; one that isn't ignores them. */
  readonly wide: boolean
  readonly of: (bits: number) => Module
}

const inverter = once(() =>
  build({ name: 'not', inputs: { x: 'bit' }, outputs: { out: 'bit' } }, (gate, { x }) => ({ out: gate.not(x) })),
)
const twoInputs = (type: BinaryType) =>
  once(() =>
    build({ name: type, inputs: { x: 'bit', y: 'bit' }, outputs: { out: 'bit' } }, (gate, { x, y }) => ({
      out: gate[type](x, y),
    })),
  )

const narrow = (name: string, title: ModuleWords, of: () => Module): ModuleEntry => ({ name, title, wide: false, of })
const wide = (name: string, title: ModuleWords, of: (bits: number) => Module): ModuleEntry => ({
  name,
  title,
  wide: true,
  of,
})

/** The modules that stand by themselves, in the specification's order. */
const BOOK_MODULES: readonly ModuleEntry[] = [
  ...GATE_TYPES.map(type => narrow(type, GATES[type].name, type === 'not' ? inverter : twoInputs(type))),
  narrow('half-adder', { en: 'half adder', zh: '半加器' }, halfAdder),
  narrow('full-adder', { en: 'full adder', zh: '全加器' }, fullAdder),
  wide('ripple-adder', { en: 'ripple adder', zh: '行波进位加法器' }, rippleAdder),
  wide('subtractor', { en: 'subtractor', zh: '减法器' }, subtractor),
  wide('multiplier', { en: 'multiplier', zh: '乘法器' }, multiplier),
  wide('divider', { en: 'divider', zh: '除法器' }, divider),
]

/** Parts of others that can be asked for by name like the rest. */
const HELPING_MODULES: readonly ModuleEntry[] = [
  wide('divider-row', { en: 'row of the divider', zh: '除法器的一行' }, dividerRow),
  wide('negate-if', { en: 'negation on request', zh: '条件取负' }, negateIf),
  wide('selector', { en: 'selector', zh: '选择器' }, selector),
  wide('invert', { en: 'every bit flipped', zh: '按位取反' }, invert),
  wide('is-zero', { en: 'zero detector', zh: '零检测' }, isZero),
  wide('pass-if', { en: 'gate for a word', zh: '整字选通' }, passIf),
  wide('either', { en: 'either of two words', zh: '按位或' }, either),
]

/** What the modules are called that are made for a machine's instructions. */
const MACHINE_TITLES: Readonly<Record<string, ModuleWords>> = {
  alu: { en: 'ALU', zh: '算术逻辑单元' },
  'jump-condition': { en: 'jump condition', zh: '跳转条件' },
  decoder: { en: 'decoder of op', zh: 'op 译码器' },
  ...Object.fromEntries(
    GATE_TYPES.map(type => [
      `bitwise-${type}`,
      { en: `${GATES[type].name.en}, bit by bit`, zh: `按位${GATES[type].name.zh.replace(/门$/, '')}` },
    ]),
  ),
}

/** Every module by name, those of a machine among them: the ALU and the jump condition after the book's, the rest last. */
export const modulesWith = (machine: {
  readonly alu: (bits: number) => Module
  readonly jumpCondition: () => Module
  readonly decoder: () => Module
}): readonly ModuleEntry[] => [
  ...BOOK_MODULES,
  wide('alu', MACHINE_TITLES['alu']!, machine.alu),
  narrow('jump-condition', MACHINE_TITLES['jump-condition']!, machine.jumpCondition),
  ...HELPING_MODULES,
  narrow('decoder', MACHINE_TITLES['decoder']!, machine.decoder),
]

const TITLES: ReadonlyMap<string, ModuleWords> = new Map([
  ...[...BOOK_MODULES, ...HELPING_MODULES].map(({ name, title }) => [name, title] as const),
  ...Object.entries(MACHINE_TITLES),
])

/** What a module is called in words. */
export const moduleTitle = (module: Module): ModuleWords => {
  const title = TITLES.get(module.name) ?? { en: module.name, zh: module.name }
  if (module.bits === null) return title
  return { en: `${title.en}, ${module.bits} bits`, zh: `${title.zh}（${module.bits} 位）` }
}
