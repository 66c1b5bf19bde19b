// Why a program stopped at an instruction that cannot be done, as a sentence of every language.
import { absurd, code, FAULTS, highest, type Program, parts, type Sentence } from '../instructions/index.ts'
import type { Fault } from '../machine/index.ts'
import { operandText } from './places.ts'

/** What is wrong, with the offending value: [r0] leads to cell 256, but the cells are 0 to 255. */
export function faultReason(program: Program, fault: Fault): Sentence {
  const instruction = program.instructions[fault.pc]!
  const operand = code(operandText(instruction, fault.operand))
  const { value } = fault
  switch (fault.code) {
    case 'division-by-zero': {
      const whole = code(instruction.source)
      return { en: parts`${whole} divides by 0`, zh: parts`${whole} 的除数是 0` }
    }
    case 'address-out-of-range': {
      const last = program.cells - 1
      if (value < 0) {
        const { bits } = program
        const reach = Math.min(last, highest(bits))
        return {
          en: parts`${operand} leads to cell ${value}, but a word of ${bits} bits points at the cells 0 to ${reach} only`,
          zh: parts`${operand} 指向 ${value} 号单元，而 ${bits} 位的字只能指向 0 到 ${reach} 号单元`,
        }
      }
      return {
        en: parts`${operand} leads to cell ${value}, but the cells are 0 to ${last}`,
        zh: parts`${operand} 指向 ${value} 号单元，而单元只有 0 到 ${last} 号`,
      }
    }
    case 'target-out-of-range': {
      const last = program.instructions.length
      return {
        en: parts`${operand} leads to instruction ${value}, but a jump reaches only 0 to ${last}`,
        zh: parts`${operand} 指向第 ${value} 号指令，而只能跳到 0 到 ${last} 号`,
      }
    }
    default:
      return absurd(fault.code)
  }
}

/** A fault with its line and the offending value (language.md, section 6). */
export function faultSentence(program: Program, fault: Fault): Sentence {
  const name = FAULTS[fault.code]
  const reason = faultReason(program, fault)
  return {
    en: parts`${name.en}, line ${fault.line}: ${reason.en}`,
    zh: parts`${name.zh}，第 ${fault.line} 行：${reason.zh}`,
  }
}
