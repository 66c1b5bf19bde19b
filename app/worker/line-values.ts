// The values beside a line of the text, as the editor shows them. Plain values.

/** How a value beside the code is marked (the one language of marks: written, read, pointed at). */
export interface ValueMark {
  readonly written: boolean
  readonly read: boolean
  readonly pointed: boolean
}

/** One value beside a line: `r0 0→1`, `x15 1`, `x10 ?`. */
export interface LineValue extends ValueMark {
  /** The cell's name as in words: `r0`, `x15`. */
  readonly name: string
  /** What it held before, where the step wrote it; absent where nothing changed hands. */
  readonly before?: string
  readonly value: string
}

/** The values beside one line. */
export interface ValuesOfLine {
  readonly line: number
  readonly values: readonly LineValue[]
}
