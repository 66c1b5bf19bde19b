// The sample programs of programs/, as the page offers them. Their words come with them.
import { readSample, type Sample } from '../../programs/sample.ts'

const files = import.meta.glob<string>('../../programs/*.asm', { query: '?raw', import: 'default', eager: true })

/** A sample under its file's name. */
export interface NamedSample extends Sample {
  readonly name: string
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.asm'.length)

/** The sample that a new reader sees. */
export const FIRST_SAMPLE = 'array-sum'

/** The book's own programs come first, in its order, with the one that its table walks through at the head. */
const BOOK = [FIRST_SAMPLE, 'add-two-cells', 'swap-through-cell-2', 'swap-through-r0']
const rank = (name: string): number => (BOOK.includes(name) ? BOOK.indexOf(name) : BOOK.length)

/** All samples: the book's, then the others, the shorter ones first. */
export const SAMPLES: readonly NamedSample[] = Object.entries(files)
  .map(([path, text]) => ({ name: nameOf(path), ...readSample(text) }))
  .sort((a, b) => rank(a.name) - rank(b.name) || a.code.length - b.code.length)

export const sampleOf = (name: string): NamedSample | undefined => SAMPLES.find(sample => sample.name === name)
