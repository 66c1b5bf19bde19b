// A class's FILEs judged in several processes: each takes a share, and when it is done the next. Knows no format.
import type { Host } from '../command.ts'
import { SHARE } from './formats.ts'
import type { Graded } from './record.ts'

/** The most FILEs that one process is given at once: few enough that all processes end at about the same time. */
const SHARE_SIZE = 50

export interface Shares {
  readonly files: readonly string[]
  readonly jobs: number
  /** The command and its options. */
  readonly words: readonly string[]
  /** The exercise's file. */
  readonly exercise: string
}

/** Judges the files; `tell` is called for each by its place among them, in any order. A file whose process ended
 * without a word of it is told as null, and the rest of its share is given to another. */
export async function gradeInShares(
  host: Host,
  { files, jobs, words, exercise }: Shares,
  tell: (index: number, graded: Graded | null) => Promise<void>,
): Promise<void> {
  const size = Math.max(1, Math.min(SHARE_SIZE, Math.ceil(files.length / jobs)))
  let next = 0
  const gradeShare = async (first: number, end: number): Promise<void> => {
    let at = first
    const options = ['--format', SHARE, '--jobs', '1', '--']
    await host.again([...words, ...options, exercise, ...files.slice(first, end)], async line => {
      await tell(at++, JSON.parse(line) as Graded)
    })
    if (at === end) return
    await tell(at, null)
    if (at + 1 < end) await gradeShare(at + 1, end)
  }
  const work = async (): Promise<void> => {
    while (next < files.length) {
      const first = next
      next = Math.min(files.length, first + size)
      await gradeShare(first, next)
    }
  }
  await Promise.all(Array.from({ length: jobs }, work))
}
