// The sample programs of programs/, as the page offers them, with their words: a piece of its own, because they are more
// than the page's first paint should carry.
import { GROUPS, type Group, readSample, type Sample } from '../../programs/sample.ts'

const files = import.meta.glob<string>('../../programs/*.asm', { query: '?raw', import: 'default', eager: true })

/** A sample under its file's name. */
export interface NamedSample extends Sample {
  readonly name: string
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.asm'.length)

const GROUP_ORDER = Object.keys(GROUPS) as readonly Group[]

/** The book's own programs come first, in its order, with the one that its table walks through at the head. */
const BOOK = ['array-sum', 'add-two-cells', 'swap-through-cell-2', 'swap-through-r0']
const rank = (name: string): number => (BOOK.includes(name) ? BOOK.indexOf(name) : BOOK.length)
const groupRank = ({ group }: Sample): number => (group === null ? GROUP_ORDER.length : GROUP_ORDER.indexOf(group))

/** All samples by their groups: in each the book's, then the others, the shorter ones first. */
export const LIBRARY: readonly NamedSample[] = Object.entries(files)
  .map(([path, text]) => ({ name: nameOf(path), ...readSample(text) }))
  .sort((a, b) => groupRank(a) - groupRank(b) || rank(a.name) - rank(b.name) || a.code.length - b.code.length)
