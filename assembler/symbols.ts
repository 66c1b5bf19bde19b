// The names of a program: labels and constants, where they are defined and used. It knows no numbers of cells or bits.
import type { Literal } from './literals.ts'
import { nearest } from './nearest.ts'

/** A piece of one line: columns from 1, UTF-16 code units, the end exclusive. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/** A label or a constant. */
export interface ProgramSymbol {
  readonly kind: 'label' | 'constant'
  /** Its canonical form (NFC), by which names are compared. */
  readonly name: string
  readonly definition: Place
  /** Everywhere it is referred to, its definition not among them, in the order of the text. */
  readonly uses: readonly Place[]
  /** A label's instruction number; 0 for a constant. */
  readonly index: number
  /** A constant's number as written, null where it is wrong or for a label. */
  readonly literal: Literal | null
}

/** A name while the text is gone through: used or defined or both. */
export interface SymbolEntry {
  readonly name: string
  readonly uses: Place[]
  kind: 'label' | 'constant' | null
  definition: Place | null
  index: number
  literal: Literal | null
}

/** How many names are compared with undefined ones in one text: with thousands of both, later ones get no suggestion. */
const MOST_COMPARISONS = 1_000_000

export const placeOf = (line: number, column: number, endColumn: number): Place => ({ line, column, endColumn })

export class SymbolTable {
  readonly #entries = new Map<string, SymbolEntry>()
  readonly #defined: SymbolEntry[] = []
  #comparisons = 0

  /** The entry of a name in its canonical form; a new one where there is none. */
  entry(name: string): SymbolEntry {
    let entry = this.#entries.get(name)
    if (entry === undefined) {
      entry = { name, uses: [], kind: null, definition: null, index: 0, literal: null }
      this.#entries.set(name, entry)
    }
    return entry
  }

  define(
    entry: SymbolEntry,
    kind: 'label' | 'constant',
    definition: Place,
    index: number,
    literal: Literal | null,
  ): void {
    entry.kind = kind
    entry.definition = definition
    entry.index = index
    entry.literal = literal
    this.#defined.push(entry)
  }

  /** The names defined so far, of a kind or of any. */
  names(kind: 'label' | 'constant' | 'any'): string[] {
    return this.#defined.filter(entry => kind === 'any' || entry.kind === kind).map(entry => entry.name)
  }

  /** The defined names nearest to one that isn't. */
  nearest(name: string, kind: 'label' | 'constant' | 'any'): readonly string[] {
    if (this.#comparisons > MOST_COMPARISONS) return []
    this.#comparisons += this.#defined.length
    return nearest(name, this.names(kind))
  }

  /** All that is defined, in the order of definition. */
  list(): readonly ProgramSymbol[] {
    const symbols: ProgramSymbol[] = []
    for (const { kind, name, definition, uses, index, literal } of this.#defined) {
      if (kind !== null && definition !== null) symbols.push({ kind, name, definition, uses, index, literal })
    }
    return symbols
  }
}
