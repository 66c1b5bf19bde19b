// What a circuit does, in one sentence with the numbers that are on it: of the whole and of every part that can be gone into.
import { type Evaluation, gateCount } from '../circuits/index.ts'
import { type Language, type Parts, parts, perLanguage, result, type Sentence, UNITS } from '../instructions/index.ts'
import { moduleNamed, OPERATIONS } from './modules.ts'

/** Where a module stands: its label in the module around it, which is called so; null for the whole. */
export interface Standing {
  readonly label: string
  readonly within: string
}

/** Everything on a module's ports. */
type Numbers = Readonly<Record<string, number>>

/** A number after a sign: a negative one in parentheses. */
const second = (value: number): Parts => (value < 0 ? parts`(${value})` : parts`${value}`)

const both = (en: Parts, zh: Parts): Sentence => ({ en, zh })

/**
 * What the module does with the numbers that it has now, at rest; null where its gates say it all (a single gate, or a part
 * without numbers).
 */
export function storyOf({ module, inputs, outputs }: Evaluation, standing: Standing | null = null): Sentence | null {
  const story = STORIES[module.name]
  return story ? story({ ...inputs, ...outputs }, module.bits ?? 1, standing) : null
}

type Story = (on: Numbers, bits: number, standing: Standing | null) => Sentence

/** `= 123.`, or what it would be and what the word keeps of it. */
function ends(exact: bigint, kept: number, bits: number): Sentence {
  if (exact === BigInt(kept)) return both(parts`${result(kept)}.`, parts`${result(kept)}。`)
  return both(
    parts`${`${exact}`}, more than ${bits} bits can hold: what is kept is ${result(kept)}.`,
    parts`${`${exact}`}，超出 ${bits} 位的范围，留下的是 ${result(kept)}。`,
  )
}

const adds: Story = ({ a, b, c, s, c_next }, bits, standing) => {
  const letIn = c === 1 ? ' + 1' : ''
  if (standing?.within === 'divider-row') {
    const words = c_next === 1 ? ['it fits', '够减'] : ['it does not fit', '不够减']
    return both(
      parts`rest + ¬divisor + 1 = ${a!} + ${b!} + 1: the carry out is ${c_next!}, so ${words[0]!}.`,
      parts`余数 + ¬除数 + 1 = ${a!} + ${b!} + 1：送出的进位是 ${c_next!}，所以${words[1]!}。`,
    )
  }
  const end = ends(BigInt(a!) + BigInt(b!) + BigInt(c!), s!, bits)
  const sum = parts`${a!} + ${second(b!)}${letIn} = `
  const row = /^sum(\d+)$/.exec(standing?.label ?? '')?.[1]
  if (row !== undefined) {
    return both(
      parts`Row ${row}: ${sum}${end.en} The sum so far without its last digit, and a times digit ${row} of b.`,
      parts`第 ${row} 行：${sum}${end.zh}前者是目前的和去掉末位，后者是 a 乘以 b 的第 ${row} 位。`,
    )
  }
  return both(
    parts`a + b${letIn}, place by place from the right, each carry going on to the left: ${sum}${end.en}`,
    parts`a + b${letIn}，从最右一位起逐位相加，进位传给左边一位：${sum}${end.zh}`,
  )
}

const subtracts: Story = ({ a, b, s }, bits) => {
  const end = ends(BigInt(a!) - BigInt(b!), s!, bits)
  const sum = parts`${a!} − ${second(b!)} = ${a!} + ${second(-1 - b!)} + 1 = `
  return both(
    parts`a − b = a + ¬b + 1: turn every bit of b over and let a carry in: ${sum}${end.en}`,
    parts`a − b = a + ¬b + 1：把 b 的每一位取反，再从最右边送入一个进位：${sum}${end.zh}`,
  )
}

const multiplies: Story = ({ a, b, p }, bits) => {
  const end = ends(BigInt(a!) * BigInt(b!), p!, bits)
  const product = parts`${a!} × ${second(b!)} = `
  return both(
    parts`As on paper: a times each digit of b, shifted to its place, all added up: ${product}${end.en}`,
    parts`与竖式一样：a 乘 b 的每一位，移到对应位置，再全部相加：${product}${end.zh}`,
  )
}

const divides: Story = ({ a, b, q }, bits) => {
  if (b === 0)
    return both(
      parts`The divisor is 0: every row finds that it fits, which gives no quotient. So by zero is 1.`,
      parts`除数为 0：每一行都“够减”，得不到商，所以“除以零”为 1。`,
    )
  const [x, y] = [Math.abs(a!), Math.abs(b!)]
  const [whole, rest] = [Math.floor(x / y), x % y]
  const rows = both(
    parts`From the highest digit down: wherever the divisor fits, it is taken away: ${x} ÷ ${y} = ${whole}, rest ${rest}`,
    parts`从最高位起，够减就减：${x} ÷ ${y} = ${whole}，余 ${rest}`,
  )
  if (a! >= 0 && b! > 0) return both(parts`${rows.en}.`, parts`${rows.zh}。`)
  const sign =
    a! < 0 === b! < 0
      ? both(parts`both signs are minus, so the quotient is `, parts`a、b 同为负，商为 `)
      : both(parts`with the signs of a and b the quotient is `, parts`再按 a、b 的符号，商为 `)
  const exact = a! < 0 === b! < 0 ? whole : 0 - whole
  const end = ends(BigInt(exact), q!, bits)
  return both(
    parts`Without signs first. ${rows.en}; ${sign.en}${end.en}`,
    parts`先不看符号。${rows.zh}；${sign.zh}${end.zh}`,
  )
}

const dividesRow: Story = ({ rest, flipped, left, fits }, bits, standing) => {
  const divisor = 2 ** bits - 1 - flipped!
  const row = /^row(\d+)$/.exec(standing?.label ?? '')?.[1]
  const name = row === undefined ? both([], []) : both(parts`Row ${row}: `, parts`第 ${row} 行：`)
  return fits === 1
    ? both(
        parts`${name.en}${divisor} fits into ${rest!}, so the digit is 1; left is ${rest!} − ${divisor} = ${result(left!)}.`,
        parts`${name.zh}${rest!} 够减 ${divisor}，这一位商 1，剩下 ${rest!} − ${divisor} = ${result(left!)}。`,
      )
    : both(
        parts`${name.en}${divisor} does not fit into ${rest!}, so the digit is 0 and ${result(left!)} is left.`,
        parts`${name.zh}${rest!} 不够减 ${divisor}，这一位商 0，剩下 ${result(left!)}。`,
      )
}

const addsBits: Story = ({ x, y, c, s, c_next }) => {
  const sum = c === undefined ? parts`x + y = ${x!} + ${y!}` : parts`x + y + c = ${x!} + ${y!} + ${c}`
  return both(
    parts`${sum} = ${2 * c_next! + s!}: write ${result(s!)}, carry ${result(c_next!)}.`,
    parts`${sum} = ${2 * c_next! + s!}：写 ${result(s!)}，进 ${result(c_next!)}。`,
  )
}

const chooses: Story = ({ a, b, op, r, by_zero, zero, less }, bits) => {
  const mnemonic = OPERATIONS[op!]
  const flags = parts`Z = ${zero!}, L = ${less!}`
  if (mnemonic === undefined)
    return both(
      parts`op = ${op!} is no instruction: r = ${result(r!)}.`,
      parts`op = ${op!} 不对应任何指令：r = ${result(r!)}。`,
    )
  const unit = ALU_SIGNS[mnemonic]
  const formula =
    unit === undefined
      ? parts`r = b = ${result(r!)}`
      : parts`r = a ${unit.symbol} b = ${a!} ${unit.symbol} ${second(b!)} = ${result(r!)}`
  if (by_zero === 1)
    return both(
      parts`op = ${op!} chooses ${mnemonic}: the divisor is 0, so by zero is 1 and r is nobody’s.`,
      parts`op = ${op!} 选择 ${mnemonic}：除数为 0，所以“除以零”为 1，r 不会被采用。`,
    )
  const cut = unit !== undefined && unit.exact(BigInt(a!), BigInt(b!)) !== BigInt(r!)
  const kept = cut ? both(parts` (kept: ${bits} bits)`, parts`（只保留 ${bits} 位）`) : both([], [])
  return both(
    parts`op = ${op!} chooses ${mnemonic}: ${formula}${kept.en}; ${flags}.`,
    parts`op = ${op!} 选择 ${mnemonic}：${formula}${kept.zh}；${flags}。`,
  )
}

const ALU_SIGNS: Readonly<Record<string, { symbol: string; exact: (a: bigint, b: bigint) => bigint } | undefined>> = {
  add: UNITS.adder,
  sub: UNITS.subtractor,
  cmp: UNITS.subtractor,
  mul: UNITS.multiplier,
  div: UNITS.divider,
}

const goes =
  (name: string): Story =>
  ({ a, b, pass, choose, r }) => {
    if (name === 'pass-if')
      return pass === 1
        ? both(parts`pass = 1: a goes through, r = ${result(r!)}.`, parts`通过 = 1：a 原样通过，r = ${result(r!)}。`)
        : both(
            parts`pass = 0: nothing goes through, r = ${result(r!)}.`,
            parts`通过 = 0：不让 a 通过，r = ${result(r!)}。`,
          )
    return choose === 1
      ? both(parts`choose = 1: r is b = ${b!}, not a = ${a!}.`, parts`选择 = 1：r 取 b = ${b!}，不取 a = ${a!}。`)
      : both(parts`choose = 0: r is a = ${a!}, not b = ${b!}.`, parts`选择 = 0：r 取 a = ${a!}，不取 b = ${b!}。`)
  }

const STORIES: Readonly<Record<string, Story | undefined>> = {
  'half-adder': addsBits,
  'full-adder': addsBits,
  'ripple-adder': adds,
  subtractor: subtracts,
  multiplier: multiplies,
  divider: divides,
  'divider-row': dividesRow,
  alu: chooses,
  'pass-if': goes('pass-if'),
  selector: goes('selector'),
  'negate-if': ({ a, negate, r }) =>
    negate === 1
      ? both(
          parts`negate = 1: turn every bit of a over and add 1: ${a!} becomes ${result(r!)}.`,
          parts`取负 = 1：把 a 的每一位取反再加 1，${a!} 变为 ${result(r!)}。`,
        )
      : both(
          parts`negate = 0: a goes through as it is, r = ${result(r!)}.`,
          parts`取负 = 0：a 原样通过，r = ${result(r!)}。`,
        ),
  invert: ({ a, r }) =>
    both(
      parts`Every bit of a is turned over: ${a!} becomes ${result(r!)}.`,
      parts`把 a 的每一位取反：${a!} 变为 ${result(r!)}。`,
    ),
  'is-zero': ({ a, zero }) =>
    both(
      parts`zero is 1 only if no bit of a is 1: a = ${a!}, so zero = ${result(zero!)}.`,
      parts`a 的每一位都是 0 时“为零”才是 1：a = ${a!}，所以“为零” = ${result(zero!)}。`,
    ),
  either: ({ a, b, r }) =>
    both(
      parts`A bit of r is 1 where a or b has a 1: of ${a!} and ${b!} comes ${result(r!)}.`,
      parts`a 或 b 在某一位上是 1，r 的那一位就是 1：由 ${a!} 和 ${b!} 得到 ${result(r!)}。`,
    ),
  'jump-condition': ({ zero, less, taken }) =>
    both(
      parts`A jump whose line is 1 is taken if its flags allow it: Z = ${zero!}, L = ${less!}, so taken = ${result(taken!)}.`,
      parts`选择线为 1 的跳转，标志位符合条件就执行：Z = ${zero!}，L = ${less!}，所以“跳转” = ${result(taken!)}。`,
    ),
}

/** `9 NAND gates do the same: s = x ⊕ y ⊕ c; …`: what a circuit in another gate set is; null in the book's own. */
export function sameAs({ module }: Evaluation): Sentence | null {
  if (module.set === 'book') return null
  const count = gateCount(module)
  const book = gateCount(moduleNamed(module.name, module.bits ?? 1) ?? module)
  const words = SAME[module.set](count, book)
  return perLanguage(language => parts`${words[language]}`)
}

type Same = (count: number, book: number) => Readonly<Record<Language, string>>

const SAME: Readonly<Record<Exclude<Evaluation['module']['set'], 'book'>, Same>> = {
  nand: (count, book) => ({
    en: `${count} NAND gates do the same as the book’s ${book} gates.`,
    zh: `用 ${count} 个与非门，与书中的 ${book} 个门作用相同。`,
  }),
  nor: (count, book) => ({
    en: `${count} NOR gates do the same as the book’s ${book} gates.`,
    zh: `用 ${count} 个或非门，与书中的 ${book} 个门作用相同。`,
  }),
  'not-and-or': (count, book) => ({
    en: `${count} gates NOT, AND, OR do the same as the book’s ${book} gates with XOR.`,
    zh: `用 ${count} 个非、与、或门，与书中带异或的 ${book} 个门作用相同。`,
  }),
  relu: (count, book) => ({
    en: `${count} small ReLU networks, one for each of the book’s ${book} gates, do the same.`,
    zh: `用 ${count} 个小的 ReLU 网络代替书中的 ${book} 个门，作用相同。`,
  }),
}

/** While time runs: what an output still is, and what it becomes; null where all outputs are what they stay. */
export function stillOf(now: Evaluation, rest: Evaluation): Sentence | null {
  const pending = rest.module.outputs.filter(({ name }) => now.outputs[name] !== rest.outputs[name])
  if (pending.length === 0) return null
  const list = (say: (name: string, is: number, becomes: number) => Parts, between: string): Parts =>
    pending.flatMap(({ name }, i) => [
      ...(i === 0 ? [] : parts`${between}`),
      ...say(PORTS[name] ?? name, now.outputs[name]!, rest.outputs[name]!),
    ])
  return both(
    parts`Not settled yet: ${list((name, is, becomes) => parts`${name} is still ${is}, becomes ${result(becomes)}`, '; ')}.`,
    parts`尚未稳定：${list((name, is, becomes) => parts`${name} 还是 ${is}，将变为 ${result(becomes)}`, '；')}。`,
  )
}

const PORTS: Readonly<Record<string, string>> = { c_next: 'c′', by_zero: 'by zero' }
