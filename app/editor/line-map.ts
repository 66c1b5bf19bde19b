// Where the lines of an older text are in the text as it is now, by following each change. Knows no editor.

/** A replacement as the editor tells it: 1-based, in the text before it; `removed` counts UTF-16 units, a line end one. */
export interface TextChange {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly removed: number
  readonly text: string
}

/** Lines `old` to `old + count - 1` of the older text stand untouched from line `now` on. */
interface Run {
  readonly old: number
  readonly now: number
  readonly count: number
}

const countLineEnds = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Follows the lines of one text through the changes made to it. Its size grows with the places edited, not the text. */
export class LineMap {
  #runs: readonly Run[] = [{ old: 1, now: 1, count: Number.MAX_SAFE_INTEGER }]
  #edited = new Map<number, number>()

  /** Where line `old` is now; null where it is gone. `intact` is false when something on it was changed. */
  find(old: number): { readonly line: number; readonly intact: boolean } | null {
    const run = this.#runs.find(each => old >= each.old && old < each.old + each.count)
    if (run !== undefined) return { line: run.now + old - run.old, intact: true }
    const line = this.#edited.get(old)
    return line === undefined ? null : { line, intact: false }
  }

  /** Begins anew: the text as it is now is the one whose lines are followed. */
  reset(): void {
    this.#runs = [{ old: 1, now: 1, count: Number.MAX_SAFE_INTEGER }]
    this.#edited.clear()
  }

  /**
   * Follows the changes of one edit. They don't overlap and stand in the order last to first, so that none moves the next.
   * `lengthNow` gives a line's length in the text after all of them.
   */
  apply(changes: readonly TextChange[], lengthNow: (line: number) => number): void {
    let below = 0
    for (const { text, line, endLine } of changes) below += countLineEnds(text) - (endLine - line)
    for (const change of changes) {
      const added = countLineEnds(change.text)
      below -= added - (change.endLine - change.line)
      this.#applyOne(change, added, lengthNow(change.line + added + below))
    }
  }

  /** @param lastLength length, in the end, of the line on which the inserted text ends */
  #applyOne(change: TextChange, added: number, lastLength: number): void {
    const { line, column, endLine, endColumn, text } = change
    const lastNow = line + added
    const shift = added - (endLine - line)
    const onlyLineEnds = change.removed === endLine - line
    const first = added === 0 ? text : text.slice(0, text.indexOf('\n'))
    const last = text.slice(text.lastIndexOf('\n') + 1)
    const kept = lastLength - last.length - (added === 0 ? column - 1 : 0)
    const wholeFirstKept = onlyLineEnds && (line < endLine || kept === 0)
    const headIntact = wholeFirstKept && first === '' && (added > 0 || kept === 0)
    const tailIntact =
      endColumn === 1 && last === '' && (added > 0 || column === 1) && !(headIntact && line === endLine)

    // Of lines with an end between them, one of which nothing is left is gone, whatever was put in its place.
    const firstGone = line < endLine && column === 1
    const lastGone = line < endLine && kept === 0 && !tailIntact

    const runs: Run[] = []
    const edited = new Map<number, number>()
    for (const [old, now] of this.#edited) {
      if (now < line) edited.set(old, now)
      else if (now > endLine) edited.set(old, now + shift)
      else if (now === line && (line < endLine || column > 1)) {
        if (!firstGone) edited.set(old, line)
      } else if (now === endLine && !lastGone) edited.set(old, lastNow)
    }
    for (const run of this.#runs) {
      const end = run.now + run.count
      const before = Math.min(run.count, line - run.now)
      if (before > 0) runs.push({ old: run.old, now: run.now, count: before })
      const has = (now: number): boolean => now >= run.now && now < end
      const oldOf = (now: number): number => run.old + now - run.now
      if (has(line)) {
        if (headIntact) runs.push({ old: oldOf(line), now: line, count: 1 })
        else if (!firstGone && (line < endLine || !tailIntact))
          edited.set(oldOf(line), line === endLine && column === 1 ? lastNow : line)
      }
      if (has(endLine) && (line < endLine || !headIntact)) {
        if (tailIntact) runs.push({ old: oldOf(endLine), now: lastNow, count: 1 })
        else if (line < endLine && !lastGone) edited.set(oldOf(endLine), lastNow)
      }
      const afterFrom = Math.max(run.now, endLine + 1)
      if (afterFrom < end) runs.push({ old: oldOf(afterFrom), now: afterFrom + shift, count: end - afterFrom })
    }
    this.#runs = joined(runs)
    this.#edited = edited
  }
}

/** The same runs, neighbours made one. They come sorted by `old`. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const before = out.at(-1)
    if (before !== undefined && before.old + before.count === run.old && before.now + before.count === run.now) {
      out[out.length - 1] = { ...before, count: before.count + run.count }
    } else out.push(run)
  }
  return out
}
