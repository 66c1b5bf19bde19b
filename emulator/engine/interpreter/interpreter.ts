// The machine in JavaScript, quick: one case an operation and form of operands (see decode.ts for the numbers). It leaves
// before an instruction that would fault; the step-wise machine then says what the fault is.
import type { State } from '../../machine/index.ts'
import { UNIT_RECORDS } from './decode.ts'

/** What the interpreter works with, beside the code. */
export interface Workplace {
  readonly state: State
  /** The cells and, behind them, the constants. */
  readonly words: Int32Array
  /** Instructions in the program, cells, and 32 less the bits of a word. */
  readonly length: number
  readonly cells: number
  readonly shift: number
}

/**
 * Executes up to `steps` instructions; returns how many. Fewer where the next one leaves (`LEAVE`) or would fault.
 * The cases' numbers are written out because only then does a switch become a table of jumps.
 */
export function interpret(code: Int32Array, place: Workplace, steps: number): number {
  const { state, words, cells, shift, length } = place
  const { blank } = state
  let { pc, left, right, setter } = state
  let done = 0
  run: for (; done < steps; done++) {
    const at = pc << 2
    const a = code[at + 1]!
    const b = code[at + 2]!
    switch (code[at]) {
      // mov a, b
      case 4: {
        words[a] = words[b]!
        blank[a] = 0
        pc++
        break
      }
      // mov a, [b]
      case 5: {
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        words[a] = words[q]!
        blank[a] = 0
        pc++
        break
      }
      // mov [a], b
      case 6: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        words[p] = words[b]!
        blank[p] = 0
        pc++
        break
      }
      // mov [a], [b]
      case 7: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        words[p] = words[q]!
        blank[p] = 0
        pc++
        break
      }
      // add a, b
      case 8: {
        left = ((words[a]! + words[b]!) << shift) >> shift
        words[a] = left
        blank[a] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // add a, [b]
      case 9: {
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        left = ((words[a]! + words[q]!) << shift) >> shift
        words[a] = left
        blank[a] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // add [a], b
      case 10: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        left = ((words[p]! + words[b]!) << shift) >> shift
        words[p] = left
        blank[p] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // add [a], [b]
      case 11: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        left = ((words[p]! + words[q]!) << shift) >> shift
        words[p] = left
        blank[p] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // sub a, b
      case 12: {
        left = ((words[a]! - words[b]!) << shift) >> shift
        words[a] = left
        blank[a] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // sub a, [b]
      case 13: {
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        left = ((words[a]! - words[q]!) << shift) >> shift
        words[a] = left
        blank[a] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // sub [a], b
      case 14: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        left = ((words[p]! - words[b]!) << shift) >> shift
        words[p] = left
        blank[p] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // sub [a], [b]
      case 15: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        left = ((words[p]! - words[q]!) << shift) >> shift
        words[p] = left
        blank[p] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // mul a, b
      case 16: {
        left = (Math.imul(words[a]!, words[b]!) << shift) >> shift
        words[a] = left
        blank[a] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // mul a, [b]
      case 17: {
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        left = (Math.imul(words[a]!, words[q]!) << shift) >> shift
        words[a] = left
        blank[a] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // mul [a], b
      case 18: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        left = (Math.imul(words[p]!, words[b]!) << shift) >> shift
        words[p] = left
        blank[p] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // mul [a], [b]
      case 19: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        left = (Math.imul(words[p]!, words[q]!) << shift) >> shift
        words[p] = left
        blank[p] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // div a, b
      case 20: {
        const divisor = words[b]!
        if (divisor === 0) break run
        left = ((words[a]! / divisor) << shift) >> shift
        words[a] = left
        blank[a] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // div a, [b]
      case 21: {
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        const divisor = words[q]!
        if (divisor === 0) break run
        left = ((words[a]! / divisor) << shift) >> shift
        words[a] = left
        blank[a] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // div [a], b
      case 22: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        const divisor = words[b]!
        if (divisor === 0) break run
        left = ((words[p]! / divisor) << shift) >> shift
        words[p] = left
        blank[p] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // div [a], [b]
      case 23: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        const divisor = words[q]!
        if (divisor === 0) break run
        left = ((words[p]! / divisor) << shift) >> shift
        words[p] = left
        blank[p] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      // cmp a, b
      case 24: {
        left = words[a]!
        right = words[b]!
        setter = pc
        pc++
        break
      }
      // cmp a, [b]
      case 25: {
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        left = words[a]!
        right = words[q]!
        setter = pc
        pc++
        break
      }
      // cmp [a], b
      case 26: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        left = words[p]!
        right = words[b]!
        setter = pc
        pc++
        break
      }
      // cmp [a], [b]
      case 27: {
        const p = words[a]!
        if (p >>> 0 >= cells) break run
        const q = words[b]!
        if (q >>> 0 >= cells) break run
        left = words[p]!
        right = words[q]!
        setter = pc
        pc++
        break
      }
      // jump to a, if less
      case 28:
        pc = left < right ? a : pc + 1
        break
      // jump to a, if equal
      case 29:
        pc = left === right ? a : pc + 1
        break
      // jump to a, if less or equal
      case 30:
        pc = left <= right ? a : pc + 1
        break
      // jump to a, if greater
      case 31:
        pc = left > right ? a : pc + 1
        break
      // jump to a, if less or greater
      case 32:
        pc = left !== right ? a : pc + 1
        break
      // jump to a, if equal or greater
      case 33:
        pc = left >= right ? a : pc + 1
        break
      // jump to a, always
      case 34:
        pc = a
        break
      // jump to [a], if less
      case 35:
        if (left >= right) {
          pc++
          break
        }
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
      // jump to [a], if equal
      case 36:
        if (left !== right) {
          pc++
          break
        }
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
      // jump to [a], if less or equal
      case 37:
        if (left > right) {
          pc++
          break
        }
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
      // jump to [a], if greater
      case 38:
        if (left <= right) {
          pc++
          break
        }
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
      // jump to [a], if less or greater
      case 39:
        if (left === right) {
          pc++
          break
        }
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
      // jump to [a], if equal or greater
      case 40:
        if (left < right) {
          pc++
          break
        }
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
      // jump to [a], always
      case 41:
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
      // a unit without cases of its own: a, b; a, [b]; [a], b; [a], [b]
      case 42:
      case 43:
      case 44:
      case 45: {
        const form = code[at]
        const p = form >= 44 ? words[a]! : a
        if (form >= 44 && p >>> 0 >= cells) break run
        const q = (form & 1) === 1 ? words[b]! : b
        if ((form & 1) === 1 && q >>> 0 >= cells) break run
        const unit = UNIT_RECORDS[code[at + 3]!]!
        const divisor = words[q]!
        if (unit.divides && divisor === 0) break run
        left = ((unit.low ?? unit.compute)(words[p]!, divisor) << shift) >> shift
        words[p] = left
        blank[p] = 0
        right = 0
        setter = pc
        pc++
        break
      }
      default:
        break run
    }
  }
  state.pc = pc
  state.left = left
  state.right = right
  state.setter = setter
  return done
}
