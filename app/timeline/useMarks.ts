// The marks of the ruler's stretch, asked of the worker when what they depend on has changed and come to rest.
import { useEffect, useState } from 'react'
import { editsOf } from '../state/branches.ts'
import { useSession } from '../state/react.ts'
import { askMarks } from '../state/worker-sync.ts'
import type { Marked } from '../worker/protocol.ts'
import type { RulerRange } from './ticks.ts'

/** Marks of one kind merge within a place; there are so many on the ruler. */
const PLACES = 110

/** What is marked, with the cells edited by hand. */
export interface Marks extends Marked {
  readonly edits: readonly number[]
}

const NONE: Marks = { stops: [], writes: [], jumps: [], edits: [] }

export function useMarks({ from, to }: RulerRange): Marks {
  const version = useSession(({ view }) => view?.version)
  const picked = useSession(({ picked }) => picked)
  const stops = useSession(({ stops }) => stops)
  const branches = useSession(({ branches }) => branches)
  const running = useSession(({ going }) => going !== null)
  const [marks, setMarks] = useState<Marks>(NONE)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the worker is asked anew when text, cell or stops change
  useEffect(() => {
    if (running) return
    let over = false
    const edits = [...new Set(editsOf(branches).map(({ position }) => position))]
    const timer = setTimeout(() => {
      askMarks(from, to, PLACES).then(
        marked => {
          if (!over) setMarks({ ...(marked ?? NONE), edits })
        },
        // The worker was replaced: the marks come with the next change.
        () => undefined,
      )
    }, 60)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [version, picked, stops, branches, running, from, to])
  return marks
}
