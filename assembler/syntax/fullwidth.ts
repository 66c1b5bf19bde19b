// Full-width characters outside comments, strings and characters: where they run, and the line as if ASCII stood there
// (language.md, section 5); and where invisible ones stand. It knows only quotes and `;`, nothing of statements.
import { isInvisible, isLead, mend } from './characters.ts'

/** A run of neighbouring full-width characters: offsets within the line, and what mends them. */
export interface FullwidthRun {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A line read as if ASCII stood in place of its full-width characters; every column stays what it was. */
export interface MendedLine {
  readonly text: string
  readonly runs: readonly FullwidthRun[]
  /** The offsets of its invisible characters, which are still there. */
  readonly invisible: readonly number[]
}

/** Where a character that isn't closed surely ends: a quote, a comma, a comment, a bracket. */
export const endsCharacter = (c: number): boolean => c === 39 || c === 44 || c === 59 || c === 93

/** The ASCII character meant at `at`, also by what is a minus or a directive's dot only where it stands; 0 where there is none. */
function mendAt(line: string, at: number): number {
  const c = line.charCodeAt(at)
  if (c === 0x2212 || c === 0x2013 || c === 0x2014) return /[0-9０-９]/.test(line.charAt(at + 1)) ? 45 : 0
  if (c !== 0x3002) return mend(c)
  return /^(.*[:：])?\s*$/.test(line.slice(0, at)) && /\p{L}/u.test(line.charAt(at + 1)) ? 46 : 0
}

/** Mends `line`, or gives null where nothing is to be mended. */
export function mendLine(line: string): MendedLine | null {
  const wrong: number[] = []
  const invisible: number[] = []
  let at = 0
  /** Where a character that isn't closed surely ends: no further than this is anything looked through twice. */
  let close = 0
  /** Steps over one character, mending it. */
  const take = (): void => {
    const c = line.charCodeAt(at)
    if (mendAt(line, at) !== 0) wrong.push(at)
    else if (isInvisible(c)) invisible.push(at)
    at++
  }
  const asciiAt = (place: number): number => mendAt(line, place) || line.charCodeAt(place)
  const ascii = (): number => asciiAt(at)
  while (at < line.length) {
    const c = ascii()
    if (c === 34) {
      const full = mendAt(line, at) !== 0
      take()
      // A string that begins with a full-width quote may end with one.
      const closes = (): boolean => (full ? ascii() : line.charCodeAt(at)) === 34
      while (at < line.length && !closes()) at += line.charCodeAt(at) === 92 ? 2 : 1
      if (at < line.length) take()
    } else if (c === 39) {
      take()
      if (at >= line.length) break
      // A quote that has strayed before a comment.
      if (ascii() === 59 && asciiAt(at + 1) !== 39) continue
      if (ascii() !== 39) {
        if (line.charCodeAt(at) === 92) at++
        at += isLead(line, at, line.charCodeAt(at)) ? 2 : 1
      }
      // More than one character, to a later quote: all of it is within quotes.
      close = Math.max(close, at)
      while (close < line.length && !endsCharacter(line.charCodeAt(close))) close++
      if (at < line.length && ascii() !== 39 && line.charCodeAt(close) === 39) at = close
      if (at < line.length && ascii() === 39) take()
    } else {
      take()
      if (c === 59) break
    }
  }
  if (wrong.length === 0 && invisible.length === 0) return null
  const runs: FullwidthRun[] = []
  let text = ''
  let done = 0
  for (let i = 0; i < wrong.length; ) {
    const start = wrong[i] ?? 0
    let mended = ''
    let end = start
    while (i < wrong.length && wrong[i] === end) {
      mended += String.fromCharCode(mendAt(line, end))
      end++
      i++
    }
    runs.push({ start, end, text: mended })
    text += line.slice(done, start) + mended
    done = end
  }
  return { text: text + line.slice(done), runs, invisible }
}
