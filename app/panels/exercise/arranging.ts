// Lines put in order: which of the given ones stand in the answer, and which are left. The answer is the text itself.

/** The lines that are used, in their order, and the others, mixed: always in the same way, never in the right one. */
export interface Arrangement {
  readonly used: readonly string[]
  readonly unused: readonly string[]
}

/** Reads the text as an order of the given lines; what is none of them is left out. */
export function arrangementOf(text: string, given: readonly string[]): Arrangement {
  const left = mixed(given)
  const used = text.split('\n').filter(line => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return { used, unused: left }
}

export const textOf = (used: readonly string[]): string => used.map(line => `${line}\n`).join('')

/** The lines with one moved from one place to another. */
export function moved(lines: readonly string[], from: number, to: number): readonly string[] {
  const without = lines.toSpliced(from, 1)
  return without.toSpliced(Math.max(0, Math.min(to, without.length)), 0, lines[from]!)
}

/** A fixed mixture: by a number made of each line's letters. */
function mixed(lines: readonly string[]): string[] {
  const code = (line: string): number =>
    [...line].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)!) >>> 0, 7)
  return [...lines].sort((a, b) => (code(a) % 101) - (code(b) % 101))
}
