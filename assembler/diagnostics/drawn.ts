// Reads a diagnostic's example: a program with squiggles drawn under its lines. Test and manual both read it so.

/** A drawn line's squiggle: 1-based line of the program, columns in UTF-16 units, the end exclusive. */
export interface Squiggle {
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/** An example as a program and what is drawn under it. */
export interface Drawn {
  readonly source: string
  readonly squiggles: readonly Squiggle[]
  /** The first line that isn't one of many repeated ones. */
  readonly firstLine: number
}

const REPEATED = /^\((\d+) times\) (.*)$/

/** Takes the squiggles out of an example and repeats what is to be repeated. */
export function readDrawn(text: string): Drawn {
  const lines: string[] = []
  const squiggles: Squiggle[] = []
  let firstLine = 1
  for (const line of text.split('\n')) {
    if (/^ *~[ ~]*$/.test(line)) {
      for (const { 0: marks, index } of line.matchAll(/~+/g)) {
        squiggles.push({ line: lines.length, column: index + 1, endColumn: index + marks.length + 1 })
      }
      continue
    }
    const repeated = REPEATED.exec(line)
    const times = Number(repeated?.[1] ?? 1)
    for (let i = 0; i < times; i++) lines.push(repeated?.[2] ?? line)
    if (repeated !== null) firstLine = lines.length + 1
  }
  return { source: lines.join('\n'), squiggles, firstLine }
}
