// The words of the language service: what computes, what operands and flags are, and where the book speaks of them.
import {
  code,
  flagTests,
  type InstructionKind,
  type OperandRole,
  parts,
  type Sentence,
  unitOf,
} from '../../emulator/instructions/index.ts'

/** Which part of the machine does an instruction. */
export function unitWords(row: InstructionKind): Sentence {
  if (row.kind === 'copy') return { en: parts`none: it only copies`, zh: parts`无（只复制）` }
  if (row.kind === 'jump') return { en: parts`the circuit of jump conditions`, zh: parts`跳转条件电路` }
  const { name } = unitOf(row.unit)
  return { en: parts`the ${name.en} of the ALU`, zh: parts`ALU 的${name.zh}` }
}

/** What each operand is for. */
export const ROLE_WORDS: Readonly<Record<OperandRole, Sentence>> = {
  destination: {
    en: parts`destination: the cell that is written (${code('r0')}, ${code('8')}, ${code('[r1]')})`,
    zh: parts`目的操作数：被写入的内存单元（${code('r0')}、${code('8')}、${code('[r1]')}）`,
  },
  source: {
    en: parts`source: a cell, or a number with ${code('#')} (${code('r0')}, ${code('8')}, ${code('[r1]')}, ${code('#5')})`,
    zh: parts`源操作数：内存单元，或以 ${code('#')} 开头的立即数（${code('r0')}、${code('8')}、${code('[r1]')}、${code('#5')}）`,
  },
  compared: {
    en: parts`the first of the two compared: a cell, or a number with ${code('#')}`,
    zh: parts`参与比较的第一个数：内存单元，或以 ${code('#')} 开头的立即数`,
  },
  target: {
    en: parts`target: a label, the number of an instruction, or ${code('[a]')}: the instruction whose number cell a holds`,
    zh: parts`跳转目标：标签、指令的编号，或 ${code('[a]')}，即编号存放在单元 a 中的那条指令`,
  },
}

/** What an instruction does to the flags. */
export function flagsWords(row: InstructionKind): Sentence {
  switch (row.kind) {
    case 'arithmetic':
      return {
        en: parts`Z: the result is 0; L: the result is below 0`,
        zh: parts`Z：结果为 0；L：结果小于 0`,
      }
    case 'compare':
      return { en: parts`Z: a equals b; L: a is less than b`, zh: parts`Z：a 等于 b；L：a 小于 b` }
    case 'copy':
      return { en: parts`unchanged`, zh: parts`不变` }
    case 'jump': {
      if (row.when === null) return { en: parts`not looked at, unchanged`, zh: parts`不看，也不变` }
      const tests = flagTests(row.when, (flag, is) => ({
        en: `${flag} is ${is ? 'set' : 'clear'}`,
        zh: `${flag} 为 ${Number(is)}`,
      }))
      return { en: parts`jumps if ${tests.en}; unchanged`, zh: parts`${tests.zh} 时跳转；标志位不变` }
    }
  }
}

/** The section of the book where the instructions, cells and registers are told. */
export const BOOK_SECTION = '2.2'

/** A reference to a section of the book. */
export const bookWords = (section: string): Sentence => ({
  en: parts`see the book, section ${section}`,
  zh: parts`参见书中第 ${section} 节`,
})
