// The names of a program: labels and constants, where they are defined and used. It knows no numbers of cells or bits.
import type { Literal } from '../syntax/literals.ts'
import { nearest } from './nearest.ts'

/** A piece of one line: columns from 1, UTF-16 code units, the end exclusive. */
export interface SourcePlace {
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/** A label or a constant. */
export interface ProgramSymbol {
  readonly kind: 'label' | 'constant'
  /** Its canonical form (NFC), by which names are compared. */
  readonly name: string
  readonly definition: SourcePlace
  /** Everywhere it is referred to, its definition not among them, in the order of the text. */
  readonly uses: readonly SourcePlace[]
  /** A label's instruction number; 0 for a constant. */
  readonly index: number
  /** A constant's number as written, null where it is wrong or for a label. */
  readonly literal: Literal | null
}

/** A name while the text is gone through: used or defined or both. */
export interface SymbolEntry {
  readonly name: string
  /** Its number in the table. */
  readonly id: number
  kind: 'label' | 'constant' | null
  index: number
  literal: Literal | null
  /** Where it is defined; line 0 while it isn't. */
  line: number
  column: number
  endColumn: number
  used: boolean
  /** Whether it is defined again, as what it isn't: a label or a constant. */
  twofold: boolean
}

/** How many names are compared with undefined ones in one text: with thousands of both, later ones get no suggestion. */
const MOST_COMPARISONS = 1_000_000

export class SymbolTable {
  private readonly byName = new Map<string, SymbolEntry>()
  private readonly inOrder: SymbolEntry[] = []
  /** Four numbers a use: the entry's, line, column, end column. Most texts are never asked for them. */
  private useNumbers = new Int32Array(64)
  private useCount = 0
  private comparisons = 0

  /** The entry of a name in its canonical form; a new one where there is none. */
  entry(name: string): SymbolEntry {
    let entry = this.byName.get(name)
    if (entry === undefined) {
      const id = this.byName.size
      entry = {
        name,
        id,
        kind: null,
        index: 0,
        literal: null,
        line: 0,
        column: 0,
        endColumn: 0,
        used: false,
        twofold: false,
      }
      this.byName.set(name, entry)
    }
    return entry
  }

  use(entry: SymbolEntry, line: number, column: number, endColumn: number): void {
    entry.used = true
    const at = this.useCount++ * 4
    if (at === this.useNumbers.length) {
      const more = new Int32Array(at * 4)
      more.set(this.useNumbers)
      this.useNumbers = more
    }
    const uses = this.useNumbers
    uses[at] = entry.id
    uses[at + 1] = line
    uses[at + 2] = column
    uses[at + 3] = endColumn
  }

  /** Adds `entry`, with where it is defined, to the defined ones. */
  define(entry: SymbolEntry, kind: 'label' | 'constant', line: number, column: number, endColumn: number): void {
    entry.kind = kind
    entry.line = line
    entry.column = column
    entry.endColumn = endColumn
    this.inOrder.push(entry)
  }

  /** All that is defined, in the order of definition. */
  get defined(): readonly SymbolEntry[] {
    return this.inOrder
  }

  /** The names defined so far, of a kind or of any. */
  names(kind: 'label' | 'constant' | 'any'): string[] {
    return this.inOrder.filter(entry => kind === 'any' || entry.kind === kind).map(entry => entry.name)
  }

  /** The defined names nearest to one that isn't. */
  nearest(name: string, kind: 'label' | 'constant' | 'any'): readonly string[] {
    if (this.comparisons > MOST_COMPARISONS) return []
    this.comparisons += this.inOrder.length
    return nearest(name, this.names(kind))
  }

  /** All that is defined with all its uses, in the order of definition. */
  list(): readonly ProgramSymbol[] {
    const uses = new Map<number, SourcePlace[]>()
    for (let at = 0; at < this.useCount * 4; at += 4) {
      const id = this.useNumbers[at]!
      const place = {
        line: this.useNumbers[at + 1]!,
        column: this.useNumbers[at + 2]!,
        endColumn: this.useNumbers[at + 3]!,
      }
      const places = uses.get(id)
      if (places === undefined) uses.set(id, [place])
      else places.push(place)
    }
    return this.inOrder.map(({ kind, name, id, line, column, endColumn, index, literal }) => ({
      kind: kind ?? 'label',
      name,
      definition: { line, column, endColumn },
      uses: uses.get(id) ?? [],
      index,
      literal,
    }))
  }
}
