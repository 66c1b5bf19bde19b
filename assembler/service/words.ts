// The words of the language service: what units, roles and flags are called, and where the book speaks of them.
import type { InstructionKind, OperandRole, Text, Unit } from '../../emulator/instructions/index.ts'

/** What computes an instruction's result in the ALU. */
export const UNIT_WORDS: Readonly<Record<Unit, Text>> = {
  none: { en: 'no unit of the ALU: nothing is computed', zh: '不经过 ALU：不做运算' },
  adder: { en: 'the adder of the ALU', zh: 'ALU 的加法器' },
  subtractor: { en: 'the subtractor of the ALU', zh: 'ALU 的减法器' },
  multiplier: { en: 'the multiplier of the ALU', zh: 'ALU 的乘法器' },
  divider: { en: 'the divider of the ALU', zh: 'ALU 的除法器' },
}

/** What each operand is for. */
export const ROLE_WORDS: Readonly<Record<OperandRole, Text>> = {
  destination: {
    en: 'destination: the cell that is written (`r0`, `8`, `[r1]`)',
    zh: '目的操作数：被写入的单元（`r0`、`8`、`[r1]`）',
  },
  source: {
    en: 'source: a cell, or a number with `#` (`r0`, `8`, `[r1]`, `#5`)',
    zh: '源操作数：内存单元，或以 `#` 开头的数（`r0`、`8`、`[r1]`、`#5`）',
  },
  compared: {
    en: 'the first of the two compared: a cell, or a number with `#`',
    zh: '参与比较的第一个数：内存单元，或以 `#` 开头的数',
  },
  target: {
    en: 'target: a label, the number of an instruction, or `[a]`: the instruction whose number cell a holds',
    zh: '跳转目标：标签、指令的编号，或 `[a]`，即 a 号单元中存放的指令编号',
  },
}

/** What an instruction does to the flags. */
export function flagsWords(row: InstructionKind): Text {
  switch (row.kind) {
    case 'arithmetic':
      return {
        en: 'Z: the result is 0; L: the result is below 0',
        zh: 'Z：结果为 0；L：结果小于 0',
      }
    case 'compare':
      return { en: 'Z: a equals b; L: a is less than b', zh: 'Z：a 等于 b；L：a 小于 b' }
    case 'copy':
      return { en: 'unchanged', zh: '不变' }
    case 'jump': {
      if (row.when === null) return { en: 'not looked at, unchanged', zh: '不看，也不变' }
      const { flag, is } = row.when
      return is
        ? { en: `jumps if ${flag} is set; unchanged`, zh: `${flag} 为 1 时跳转；标志位不变` }
        : { en: `jumps if ${flag} is clear; unchanged`, zh: `${flag} 为 0 时跳转；标志位不变` }
    }
  }
}

/** The section of the book where the instructions, cells and registers are told. */
export const BOOK_SECTION = '2.2'

/** A reference to a section of the book. */
export const bookWords = (section: string): Text => ({
  en: `the book, section ${section}`,
  zh: `书中第 ${section} 节`,
})
