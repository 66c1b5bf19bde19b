// Where jumps lead and which cells lead elsewhere, in words: what the explanations must know of a program as a whole.
// It knows no step.
import {
  constant,
  type Instruction,
  instructionOf,
  type Label,
  label,
  type Program,
  parts,
  perLanguage,
  type Sentence,
  sentenceOf,
} from '../instructions/index.ts'

/** What is looked up again and again while a program's steps are told. */
interface Places {
  /** Labels by the instruction that they stand before, in the order of the text. */
  readonly labels: ReadonlyMap<number, readonly Label[]>
  /** Cells that the program uses in brackets to reach another cell. */
  readonly pointers: ReadonlySet<number>
}

/** Worked out once a program, and dropped with it. */
const known = new WeakMap<Program, Places>()

function placesOf(program: Program): Places {
  const before = known.get(program)
  if (before !== undefined) return before
  const labels = new Map<number, Label[]>()
  for (const label of program.labels) {
    const there = labels.get(label.index)
    if (there === undefined) labels.set(label.index, [label])
    else there.push(label)
  }
  const pointers = new Set<number>()
  for (const { mnemonic, operands } of program.instructions) {
    const roles = instructionOf(mnemonic).operands
    operands.forEach((operand, index) => {
      if (operand.mode === 'indirect' && roles[index] !== 'target') pointers.add(operand.address)
    })
  }
  const places = { labels, pointers }
  known.set(program, places)
  return places
}

/** Whether the program reaches other cells by this cell's brackets (a jump's brackets lead to an instruction, not a cell). */
export const isPointer = (program: Program, address: number): boolean => placesOf(program).pointers.has(address)

/**
 * A place in the program as people name it (language.md, section 6): the label and its line, `loop (line 6)`; without a
 * label its line; at the program's length the end. Where several labels stand there, the one written as `name` is taken.
 */
export function placeName(program: Program, index: number, name = ''): Sentence {
  const found = labelAt(program, index, name) ?? placesOf(program).labels.get(index)?.[0]
  if (found !== undefined) return labelled(found)
  const line = program.instructions[index]?.line
  if (line === undefined) return sentenceOf({ en: 'the end', zh: '末尾' })
  return { en: parts`line ${line}`, zh: parts`第 ${line} 行` }
}

/**
 * What stands before the value of a `#` that was written as a name: of a label that it is one, and where
 * (`label back (line 2) = `), of a constant its name; null where it was written as a number.
 */
export function namedValue(program: Program, value: number, written: string): Sentence | null {
  const name = written.replace(/^#[ \t]*/, '')
  const found = labelAt(program, value, name)
  if (found !== undefined) {
    const place = labelled(found)
    return { en: parts`label ${place.en} = `, zh: parts`标签${place.zh}的位置 ` }
  }
  if (!/^[\p{L}_]/u.test(name)) return null
  const called = parts`${constant(name.normalize('NFC'))} = `
  return perLanguage(() => called)
}

/** An operand as it stands in the source, with its `#` and brackets. */
export function operandText({ source, column, spans }: Instruction, operand: number): string {
  const span = spans[operand]!
  return source.slice(span.column - column, span.endColumn - column)
}

const labelAt = (program: Program, index: number, name: string): Label | undefined =>
  placesOf(program)
    .labels.get(index)
    ?.find(label => label.name === name.normalize('NFC'))

const labelled = ({ name, line }: Label): Sentence => ({
  en: parts`${label(name)} (line ${line})`,
  zh: parts`“${label(name)}”（第 ${line} 行）`,
})
