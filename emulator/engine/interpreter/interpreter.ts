// The machine in JavaScript, quick: one case an operation and form of operands (see code.ts for the numbers). It leaves
// before an instruction that would fault; the step-wise machine then says what the fault is.
import type { State } from '../../machine/index.ts'

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
      // jump to a, always
      case 28:
        pc = a
        break
      // jump to a, if Z
      case 29:
        pc = left === right ? a : pc + 1
        break
      // jump to a, if not Z
      case 30:
        pc = left !== right ? a : pc + 1
        break
      // jump to a, if L
      case 31:
        pc = left < right ? a : pc + 1
        break
      // jump to a, if not L
      case 32:
        pc = left >= right ? a : pc + 1
        break
      // jump to [a], always
      case 33:
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
      // jump to [a], if Z
      case 34:
        if (left !== right) {
          pc++
          break
        }
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
      // jump to [a], if not Z
      case 35:
        if (left === right) {
          pc++
          break
        }
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
      // jump to [a], if L
      case 36:
        if (left >= right) {
          pc++
          break
        }
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
      // jump to [a], if not L
      case 37:
        if (left < right) {
          pc++
          break
        }
        if (words[a]! >>> 0 > length) break run
        pc = words[a]!
        break
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
