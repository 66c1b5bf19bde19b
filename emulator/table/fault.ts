// Why a program stopped at an instruction that cannot be done, in words of both languages.
import { absurd, FAULTS, type Program, type Text } from '../instructions/index.ts'
import type { Fault } from '../machine/index.ts'
import { written } from './places.ts'

/** What is wrong, with the offending value: [r0] leads to cell 256, but the cells are 0 to 255. Source stands in backticks. */
export function faultReason(program: Program, fault: Fault): Text {
  const instruction = program.instructions[fault.pc]!
  const operand = written(instruction, fault.operand)
  switch (fault.code) {
    case 'division-by-zero':
      return { en: `\`${instruction.source}\` divides by 0`, zh: `\`${instruction.source}\` 的除数是 0` }
    case 'address-out-of-range': {
      const last = program.cells - 1
      return {
        en: `\`${operand}\` leads to cell ${fault.value}, but the cells are 0 to ${last}`,
        zh: `\`${operand}\` 指向 ${fault.value} 号单元，而单元只有 0 到 ${last} 号`,
      }
    }
    case 'target-out-of-range': {
      const last = program.instructions.length
      return {
        en: `\`${operand}\` leads to instruction ${fault.value}, but a jump reaches only 0 to ${last}`,
        zh: `\`${operand}\` 指向第 ${fault.value} 号指令，而只能跳到 0 到 ${last} 号`,
      }
    }
    default:
      return absurd(fault.code)
  }
}

/** A fault with its line and the offending value (language.md, section 6). */
export function faultText(program: Program, fault: Fault): Text {
  const name = FAULTS[fault.code]
  const reason = faultReason(program, fault)
  return {
    en: `${name.en}, line ${fault.line}: ${reason.en}`,
    zh: `${name.zh}，第 ${fault.line} 行：${reason.zh}`,
  }
}
