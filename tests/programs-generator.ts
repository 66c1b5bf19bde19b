// Random programs for the properties of all parts: right ones, and ones broken as people break them. The same seed
// gives the same program for ever, so a seed that once failed can be kept.
import {
  DEFAULT_CELLS,
  INSTRUCTIONS,
  MNEMONICS,
  type Mnemonic,
  type OperandRole,
  REGISTERS,
  WORD_SIZES,
} from '../emulator/instructions/index.ts'
import { randomFrom } from './random-programs.ts'

/** Choices from a seed. */
export class Random {
  /** An integer from 0 up to, not including, its argument. */
  readonly below: (bound: number) => number

  constructor(seed: number) {
    this.below = randomFrom(seed)
  }

  /** True `percent` times in a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!
  }
}

const LABELS = ['loop', 'done', 'next', 'x_1', '_a', '求和', '循环', 'été', 'Start', 'end2']
const CONSTANTS = ['total', 'count', '上限', 'N', 'k9', 'ß']
const COMMENTS = ['', '', '', ' ; add the next one', ';note', '  ; 下一个，加上', ' ; "quotes" and \'these\', ok?']
const JUMPS = MNEMONICS.filter(name => INSTRUCTIONS[name].kind === 'jump')
const OTHERS = MNEMONICS.filter(name => INSTRUCTIONS[name].kind !== 'jump')

/** What a program being written knows of itself. */
interface Plan {
  readonly random: Random
  readonly bits: number
  readonly cells: number
  readonly length: number
  readonly labels: readonly string[]
  readonly constants: readonly string[]
  /** Cells that hold the number of another cell from the start, and that little is written to. */
  readonly pointers: readonly number[]
}

/** A program without errors of less than `longest` instructions; most of the longer ones run for ten steps and more. */
export function rightProgram(seed: number, longest = 36): string {
  const random = new Random(seed)
  const bits = random.chance(60) ? 32 : random.pick(WORD_SIZES)
  const cells = random.chance(70) ? DEFAULT_CELLS : random.pick([16, 17, 100, 1024, 1_048_576])
  const least = Math.floor(longest * 0.4)
  const length = random.chance(5) ? random.below(4) : least + random.below(longest - least)
  const constants = CONSTANTS.filter(() => random.chance(30))
  const labels = LABELS.filter(() => random.chance(45))
  const pointers = [8, 9, 10, 11]
  const plan: Plan = { random, bits, cells, length, labels, constants, pointers }
  const lines: string[] = []
  const settings: string[] = []
  if (bits !== 32 || random.chance(10)) settings.push(`${random.pick(['.bits', '.BITS'])} ${bits}`)
  if (cells !== DEFAULT_CELLS || random.chance(10)) settings.push(`.cells ${random.pick([String(cells), hex(cells)])}`)
  lines.push(...settings)
  // A constant is a cell that exists, and fits any word.
  for (const name of constants)
    lines.push(`.equ ${name}${blank(random)},${blank(random)}${random.pick([0, 1, 5, 7, 12, 15])}`)
  for (const pointer of pointers) lines.push(`.data ${pointer}: ${1 + random.below(Math.min(cells, 120) - 1)}`)
  while (random.chance(60)) lines.push(dataLine(plan, '.data'))
  // Where each label stands: before an instruction, or at the very end.
  const places = new Map<number, string[]>()
  for (const label of labels) {
    const at = random.below(length + 1)
    places.set(at, [...(places.get(at) ?? []), label])
  }
  for (let at = 0; at <= length; at++) {
    let line = ''
    for (const label of places.get(at) ?? []) {
      line += `${label}${random.chance(10) ? ' ' : ''}:${blank(random)}`
      if (line.split(':').length < 3 && !random.chance(50)) continue
      lines.push(line + random.pick(COMMENTS))
      line = ''
    }
    if (at < length) line += `${random.pick(['', '    ', '  ', '\t'])}${instruction(plan, at)}`
    if (line !== '' || random.chance(5)) lines.push(line + random.pick(COMMENTS))
    if (random.chance(5)) lines.push(random.pick(['', '; a word', '    ; 说明']))
  }
  while (random.chance(25)) lines.push(dataLine(plan, '.expect'))
  return lines.join(random.chance(5) ? '\r\n' : '\n') + random.pick(['', '\n', '\n\n'])
}

/** Some cells' values, away from the pointers and within the cells, however long the strings are. */
function dataLine(plan: Plan, directive: '.data' | '.expect'): string {
  const { random, cells } = plan
  const low = cells < 40 || random.chance(40)
  const address = low ? random.below(2) : 12 + random.below(Math.min(cells, 120) - 39)
  const values: string[] = []
  for (let left = 1 + random.below(low ? 2 : 8); left > 0; left--) values.push(dataValue(plan, directive))
  const place = low && random.chance(60) ? `r${address}` : String(address)
  return `${directive} ${place}:${blank(random)}${values.join(`${blank(random)}, `)}${random.pick(COMMENTS)}`
}

function dataValue(plan: Plan, directive: '.data' | '.expect'): string {
  const { random } = plan
  if (directive === '.expect' && random.chance(20)) return '?'
  if (random.chance(8)) return random.pick(['"hi"', '"A;b"', '""', '"\\n\\""'])
  return value(plan)
}

/** A number, character, constant or label, as after `#`. */
function value({ random, bits, labels, constants }: Plan): string {
  switch (random.below(10)) {
    case 0:
      return random.pick(["'A'", "' '", "'\\n'", "';'", "','", "'\\''"])
    case 1:
      return constants.length > 0 ? random.pick(constants) : '0'
    case 2:
      return labels.length > 0 && random.chance(30) ? random.pick(labels) : '1'
    case 3:
      return hex(random.below(2 ** Math.min(bits, 31)))
    case 4:
      return `0b${random.below(256).toString(2)}`
    case 5:
      return String(-random.below(2 ** (bits - 1)) - 1)
    default:
      return String(random.below(20))
  }
}

function instruction(plan: Plan, at: number): string {
  const { random } = plan
  const mnemonic: Mnemonic = random.pick(random.chance(22) ? JUMPS : OTHERS)
  const roles: readonly OperandRole[] = INSTRUCTIONS[mnemonic].operands
  const written = random.chance(6) ? mnemonic.toUpperCase() : mnemonic
  const operands = roles.map(role => operand(plan, role, mnemonic, at))
  return `${written}${random.pick([' ', ' ', '  ', '\t'])}${operands.join(`${blank(random)},${blank(random)}`)}`
}

function operand(plan: Plan, role: OperandRole, mnemonic: Mnemonic, at: number): string {
  const { random, length, labels, pointers } = plan
  if (role === 'target') {
    if (random.chance(2)) return `[${cell(plan)}]`
    // Mostly forwards, or the program would seldom get anywhere.
    if (labels.length > 0 && random.chance(30)) return random.pick(labels)
    return String(Math.min(length, random.chance(75) ? at + 1 + random.below(3) : random.below(length + 1)))
  }
  const form = random.below(10)
  if (role === 'destination') {
    if (form < 2) return brackets(random, String(random.pick(pointers)))
    const place = cell(plan)
    return pointers.includes(Number(place)) && !random.chance(4) ? 'r1' : place
  }
  if (form < 4) {
    // Division by zero ends a program early.
    return `#${random.chance(10) ? ' ' : ''}${mnemonic === 'div' ? 1 + random.below(9) : value(plan)}`
  }
  if (form < 6) return brackets(random, random.chance(98) ? String(random.pick(pointers)) : cell(plan))
  return mnemonic === 'div' && !random.chance(4) ? String(random.pick(pointers)) : cell(plan)
}

function cell({ random, cells, constants }: Plan): string {
  if (random.chance(55)) return `${random.chance(5) ? 'R' : 'r'}${random.below(REGISTERS)}`
  if (constants.length > 0 && random.chance(20)) return random.pick(constants)
  const address = random.below(Math.min(cells, random.chance(80) ? 24 : cells))
  return random.chance(10) ? hex(address) : String(address)
}

const brackets = (random: Random, inner: string): string => (random.chance(10) ? `[ ${inner} ]` : `[${inner}]`)

const hex = (number: number): string => `0x${number.toString(16).toUpperCase()}`

const blank = (random: Random): string => random.pick(['', ' ', ' ', ' ', '  ', '\t'])

/** One slip as people make them, anywhere in `text`: something left out, doubled, cut, swapped, or typed full-width. */
export function slip(text: string, random: Random): string {
  const lines = text.split('\n')
  const at = random.below(lines.length)
  const line = lines[at] ?? ''
  const place = random.below(line.length + 1)
  const replace = (...by: string[]): string => [...lines.slice(0, at), ...by, ...lines.slice(at + 1)].join('\n')
  switch (random.below(9)) {
    case 0:
      return replace()
    case 1:
      return replace(line, line)
    case 2:
      return replace(line.slice(0, place))
    case 3:
      return replace(line.slice(0, place) + line.charAt(place + 1) + line.charAt(place) + line.slice(place + 2))
    case 4:
      return replace(line.slice(0, place) + line.slice(place + 1))
    case 5:
      return replace(line.replace(random.pick(['[', ']', '#', ',', ':', '"', "'"]), ''))
    case 6:
      return replace(line.slice(0, place) + fullwidth(line.charAt(place)) + line.slice(place + 1))
    case 7:
      return replace(line.slice(0, place) + random.pick(PIECES) + line.slice(place))
    default:
      return replace(random.pick(PIECES) + line)
  }
}

const PIECES = ['@', '#', '[', ']', ',', ':', ';', '"', "'", '-', '0x', 'r9', '\u00a0', 'x', '99999', '?', '啊']

/** A character as an input method types it while it is set to full width. */
export function fullwidth(character: string): string {
  const c = character.charCodeAt(0)
  if (c === 32) return '\u3000'
  return c > 32 && c < 127 ? String.fromCharCode(c + 0xfee0) : character
}

/** A program: two in three are right, the others are right ones with one to three slips. */
export function anyProgram(seed: number, longest = 36): string {
  const random = new Random(seed ^ 0x5bd1e995)
  let text = rightProgram(seed, longest)
  if (random.chance(65)) return text
  for (let slips = 1 + random.below(3); slips > 0; slips--) text = slip(text, random)
  return text
}
