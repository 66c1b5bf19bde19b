// What people bring along from other machines: instructions that this one lacks, and what is written here instead. It
// knows no line; a mnemonic that the table has is never asked for.
import {
  code,
  INSTRUCTIONS,
  instructionOf,
  MNEMONICS,
  type Mnemonic,
  OUTCOMES,
  type Outcome,
  parts,
  type Sentence,
} from '../../emulator/instructions/index.ts'
import { asOperand } from './forms.ts'
import { foreignOperand } from './operands.ts'
import { writeWords } from './statements.ts'

/** What stands for a foreign instruction: in words, and as statements where they are plain. */
export interface Advice {
  readonly words: Sentence
  /** The whole statement in place of the one with these operands; null where it isn't plain. */
  readonly instead: string | null
}

/** Other names of what is here: `a` and `b` are the operands. Of a form in two statements, ` / ` stands between them. */
const RENAMED: Readonly<Record<string, string>> = {
  inc: 'add a, #1',
  dec: 'sub a, #1',
  neg: 'mul a, #-1',
  clr: 'mov a, #0',
  shl: 'add a, a',
  load: 'mov a, b',
  ld: 'mov a, b',
  ldr: 'mov a, b',
  lda: 'mov r0, a',
  sta: 'mov a, r0',
  lw: 'mov a, b',
  ldi: 'mov a, b',
  la: 'mov a, b',
  lea: 'mov a, b',
  sw: 'mov b, a',
  st: 'mov b, a',
  str: 'mov b, a',
  store: 'mov b, a',
  mv: 'mov a, b',
  movs: 'mov a, b',
  copy: 'mov a, b',
  cp: 'mov a, b',
  loop: 'sub r2, #1 / jne a',
  li: 'mov a, b',
  move: 'mov a, b',
  set: 'mov a, b',
  addi: 'add a, b',
  subi: 'sub a, b',
  imul: 'mul a, b',
  idiv: 'div a, b',
  b: 'jmp a',
  bra: 'jmp a',
  goto: 'jmp a',
  j: 'jmp a',
}

/** Outcomes of a comparison: less, equal, greater. */
const CONDITIONS: Readonly<Record<string, string>> = {
  jz: '=',
  jeq: '=',
  bz: '=',
  brz: '=',
  beq: '=',
  jnz: '<>',
  bnz: '<>',
  brnz: '<>',
  bne: '<>',
  blt: '<',
  jlt: '<',
  jmi: '<',
  bmi: '<',
  jb: '<',
  js: '<',
  jg: '>',
  jgt: '>',
  ja: '>',
  bgt: '>',
  jge: '=>',
  jgte: '=>',
  jae: '=>',
  jnl: '=>',
  bge: '=>',
  jle: '<=',
  jlte: '<=',
  jbe: '<=',
  jng: '<=',
  ble: '<=',
}

/** What can be said of the rest. */
const TOLD: readonly (readonly [names: string, words: Sentence])[] = [
  [
    'hlt halt end stop exit',
    {
      en: parts`the machine halts after its last instruction: jump to a label at the end`,
      zh: parts`机器执行完最后一条指令就停机：请跳转到程序末尾的标签`,
    },
  ],
  [
    'call jsr bl',
    {
      en: parts`write ${code('mov r7, #back')}, then ${code('jmp')}; ${code('jmp [r7]')} returns to ${code('back:')}`,
      zh: parts`先写 ${code('mov r7, #back')}，再用 ${code('jmp')}；${code('jmp [r7]')} 返回到 ${code('back:')}`,
    },
  ],
  [
    'ret rts',
    {
      en: parts`${code('jmp [r7]')} returns where r7 holds the label`,
      zh: parts`标签存放在 r7 中时，用 ${code('jmp [r7]')} 返回`,
    },
  ],
  [
    'push pop',
    {
      en: parts`keep a pointer in a register: ${code('mov [r6], r0')} and ${code('add r6, #1')}`,
      zh: parts`用一个寄存器作指针：${code('mov [r6], r0')} 和 ${code('add r6, #1')}`,
    },
  ],
  ['nop', { en: parts`leave it out: nothing is needed for doing nothing`, zh: parts`删去即可：不做事不需要指令` }],
  [
    'int syscall swi svc in out input output inp outp print printf puts putc read write getc',
    {
      en: parts`this machine has no input or output: what cells hold is seen beside the program, and ${code('.data')} fills them`,
      zh: parts`这台机器没有输入输出：内存单元的内容显示在程序旁边，用 ${code('.data')} 赋初值`,
    },
  ],
  [
    'if else endif while wend endwhile for next do repeat until then begin return function func def switch',
    {
      en: parts`compare with ${code('cmp')}, then jump with ${code('je')}, ${code('jne')} or ${code('jl')}`,
      zh: parts`先用 ${code('cmp')} 比较，再用 ${code('je')}、${code('jne')} 或 ${code('jl')} 跳转`,
    },
  ],
  ['test tst', { en: parts`compare with zero: ${code('cmp r0, #0')}`, zh: parts`与 0 比较：${code('cmp r0, #0')}` }],
  [
    'xor and or not shr sar mod rem',
    {
      en: parts`this machine computes with ${code('add')}, ${code('sub')}, ${code('mul')} and ${code('div')} alone`,
      zh: parts`这台机器只能用 ${code('add')}、${code('sub')}、${code('mul')} 和 ${code('div')} 计算`,
    },
  ],
  [
    'xchg swap',
    { en: parts`use three ${code('mov')} and a spare register`, zh: parts`用三条 ${code('mov')} 和一个空闲的寄存器` },
  ],
  [
    'db dw dd equ org',
    {
      en: parts`${code('.data 8: 1, 2')} gives cells their numbers`,
      zh: parts`用 ${code('.data 8: 1, 2')} 给内存单元赋初值`,
    },
  ],
]

const SIGNS: Readonly<Record<Outcome, string>> = { less: '<', equal: '=', greater: '>' }

/** The outcomes after which a conditional jump goes to its target. */
function outcomes(mnemonic: Mnemonic): string {
  const row = instructionOf(mnemonic)
  if (row.kind !== 'jump' || row.when === null) return ''
  const { when } = row
  return OUTCOMES.filter(each => when.includes(each))
    .map(each => SIGNS[each])
    .join('')
}

const JUMPS = MNEMONICS.filter(name => INSTRUCTIONS[name].kind === 'jump')

/** The jumps that together go exactly after the wanted outcomes; the fewest. */
function jumpsFor(wanted: string): readonly Mnemonic[] | null {
  const fitting = JUMPS.filter(
    name => outcomes(name) !== '' && [...outcomes(name)].every(each => wanted.includes(each)),
  )
  const all = (names: readonly Mnemonic[]): boolean =>
    [...wanted].every(each => names.some(name => outcomes(name).includes(each)))
  const one = fitting.find(name => all([name]))
  return one !== undefined ? [one] : all(fitting) ? fitting : null
}

const MIRROR: Readonly<Record<string, string>> = { '<': '>', '>': '<', '=': '=' }

function jumpAdvice(wanted: string, operands: readonly string[]): Advice | null {
  const straight = jumpsFor(wanted)
  const jumps = straight ?? jumpsFor([...wanted].map(each => MIRROR[each]).join(''))
  if (jumps === null) return null
  const written = jumps.map(name => `${name} ${operands[0] ?? 'loop'}`)
  const en = written.map(each => code(each)).flatMap((each, at) => (at === 0 ? [each] : parts` and ${each}`))
  const zh = written.map(each => code(each)).flatMap((each, at) => (at === 0 ? [each] : parts` 和 ${each}`))
  if (straight === null) {
    return {
      words: {
        en: parts`exchange the operands of the ${code('cmp')} before it, then write ${en}`,
        zh: parts`把前面 ${code('cmp')} 的两个操作数对调，再写 ${zh}`,
      },
      instead: null,
    }
  }
  const instead = operands.length === 1 && written.length === 1 ? (written[0] ?? null) : null
  return { words: { en: parts`write ${en}`, zh: parts`应写作 ${zh}` }, instead }
}

/** An operand as it is written here, where that is plain. */
const native = (operand: string): string => {
  const plain = operand.replace(/^%(?=r[0-7]$)/i, '').replace(/^\$(?=-?\d+$)/, '#')
  return foreignOperand(operand)?.instead ?? (/^\((\w+)\)$/.test(plain) ? `[${plain.slice(1, -1)}]` : plain)
}

/** Operations on three operands, and jumps that compare by themselves. */
const ARITHMETIC = /^(add|sub|mul|div)(?:i|u|iu|s)?$/
const ZERO = /^(?:c?b|j)(n?)(?:e?q?z)$/

function wholeAdvice(name: string, operands: readonly string[]): readonly string[] | null {
  const [a, b, c] = operands
  if (a === undefined || b === undefined) return null
  const operation = ARITHMETIC.exec(name)?.[1]
  if (operation !== undefined && c !== undefined && operands.length === 3) {
    if (a === c && a !== b)
      return operation === 'add' || operation === 'mul' ? [`${operation} ${a}, ${asOperand(b)}`] : null
    const last = `${operation} ${a}, ${asOperand(c)}`
    return a === b ? [last] : [`mov ${a}, ${asOperand(b)}`, last]
  }
  const wanted = Object.hasOwn(CONDITIONS, name) ? CONDITIONS[name] : undefined
  if (wanted !== undefined && c !== undefined && operands.length === 3) return comparing(wanted, a, b, c)
  const zero = ZERO.exec(name)
  if (zero !== null && operands.length === 2) return [`cmp ${a}, #0`, `${zero[1] === 'n' ? 'jne' : 'je'} ${b}`]
  if (name === 'shl' && operands.length === 2 && /^#?1$/.test(b)) return [`add ${a}, ${a}`]
  if ((name === 'test' || name === 'tst') && operands.length === 2 && a === b) return [`cmp ${a}, #0`]
  return null
}

/** `bgt r0, r1, l` as a comparison and a jump; null where it takes two jumps. */
function comparing(wanted: string, a: string, b: string, target: string): readonly string[] | null {
  const straight = jumpsFor(wanted)
  if (straight?.length === 1) return [`cmp ${asOperand(a)}, ${asOperand(b)}`, `${straight[0]} ${target}`]
  const mirrored = jumpsFor([...wanted].map(each => MIRROR[each]).join(''))
  if (mirrored?.length === 1) return [`cmp ${asOperand(b)}, ${asOperand(a)}`, `${mirrored[0]} ${target}`]
  return null
}

/** What stands here for an instruction of another machine with these operands as written; null where it isn't known. */
export function adviceOn(name: string, operands: readonly string[]): Advice | null {
  const lower = name.toLowerCase()
  const whole = wholeAdvice(lower, operands.map(native))
  if (whole !== null) return { words: writeWords(whole), instead: whole.join('\n    ') }
  const wanted = Object.hasOwn(CONDITIONS, lower) ? CONDITIONS[lower] : undefined
  if (wanted !== undefined) return jumpAdvice(wanted, operands)
  const form = Object.hasOwn(RENAMED, lower) ? RENAMED[lower] : undefined
  if (form !== undefined) {
    const takes = / b\b/.test(form) ? 2 : 1
    if (lower === 'loop' && operands.length !== 1) return null
    const [a = 'r0', b = 'r1'] = operands.length === takes ? operands.map(native) : []
    const written = form.split(' / ').map(each => each.replace(/\b[ab]\b/g, letter => (letter === 'a' ? a : b)))
    return { words: writeWords(written), instead: operands.length === takes ? written.join('\n    ') : null }
  }
  const told = TOLD.find(([names]) => names.split(' ').includes(lower))
  return told === undefined ? null : { words: told[1], instead: null }
}
