// What the inputs given so far determine: the nets whose value is the same whatever the open inputs are. Every gate is asked
// with what is known; where few inputs are open, all cases are gone through, since `x or not x` is 1 without x being known.
import { type Algebra, BITS } from './algebra.ts'
import type { BinaryType, Bit } from './gates.ts'
import type { Module } from './netlist.ts'
import { type Inputs, toBits } from './numbers.ts'
import { replayNets } from './replay.ts'

/** Open inputs of which all cases are gone through, in bits. */
const FEW = 12

/** A bit, or null where it is open. */
type Known = Bit | null

/** What comes out of a gate whatever the open inputs are, null where that differs. */
const joined =
  (type: BinaryType) =>
  (x: Known, y: Known): Known => {
    const outcomes = casesOf(x).flatMap(a => casesOf(y).map(b => BITS[type](a, b)))
    return outcomes.every(each => each === outcomes[0]) ? outcomes[0]! : null
  }

const casesOf = (value: Known): readonly Bit[] => (value === null ? [0, 1] : [value])

const KNOWN: Algebra<Known> = {
  zero: 0,
  one: 1,
  not: x => (x === null ? null : BITS.not(x)),
  and: joined('and'),
  or: joined('or'),
  xor: joined('xor'),
  nand: joined('nand'),
  nor: joined('nor'),
}

/** 32 cases at a time, a bit of a word each. */
const WORDS: Algebra<number> = {
  zero: 0,
  one: -1,
  not: x => ~x,
  and: (x, y) => x & y,
  or: (x, y) => x | y,
  xor: (x, y) => x ^ y,
  nand: (x, y) => ~(x & y),
  nor: (x, y) => ~(x | y),
}

/** The first five open bits, as they run through the 32 cases of a word. */
const RUNNING = [0x55555555, 0x33333333, 0x0f0f0f0f, 0x00ff00ff, 0x0000ffff].map(word => ~word)

/** The value of each net of the module that the inputs determine, null on the rest. Indexed by net. */
export function determined(module: Module, inputs: Inputs): readonly Known[] {
  const given = module.inputs.map(port => {
    const value = inputs[port.name]
    return value === undefined ? port.nets.map(() => null) : toBits(value, port.nets.length)
  })
  const known = replayNets<Known>(module, KNOWN, given)
  const open = given.flat().filter(bit => bit === null).length
  if (open === 0 || open > FEW) return known
  const ones = new Int32Array(known.length).fill(-1)
  const zeros = new Int32Array(known.length).fill(-1)
  for (let turn = 0; turn < 2 ** Math.max(0, open - RUNNING.length); turn++) {
    let at = 0
    const bit = (value: Known): number => {
      if (value !== null) return -value
      const word = RUNNING[at] ?? -((turn >> (at - RUNNING.length)) & 1)
      at++
      return word
    }
    const values = replayNets(
      module,
      WORDS,
      given.map(bits => bits.map(bit)),
    )
    values.forEach((word, net) => {
      ones[net]! &= word
      zeros[net]! &= ~word
    })
  }
  return known.map((bit, net) => bit ?? (ones[net] === -1 ? 1 : zeros[net] === -1 ? 0 : null))
}
