// How many cells stand side by side: as many as have room for the longest number in sight.
import { useRef } from 'react'
import { ROW_CELLS } from '../../engine/answer.ts'
import type { View } from '../../engine/view.ts'
import type { NumberFormat } from '../../state/preferences.ts'
import { useSession } from '../../state/react.ts'
import { written } from './numbers.ts'

/** The longest number that a cell has room for, by how many cells stand in a line. */
const ROOM = [
  { columns: ROW_CELLS, characters: 6 },
  { columns: 4, characters: 12 },
] as const
const FEWEST = 2

/** 8, 4 or 2. Once it has grown fewer it stays so for the text and the number format, so that nothing flickers. */
export function useColumns(view: View | null, format: NumberFormat): number {
  const name = useSession(({ name }) => name)
  const kept = useRef<{ of: string; columns: number }>({ of: '', columns: ROW_CELLS })
  const of = `${name} ${format}`
  if (kept.current.of !== of) kept.current = { of, columns: ROW_CELLS }
  let longest = 0
  for (const { values } of view?.cells ?? []) {
    for (const value of values) {
      // Only decimal numbers differ in length; the others are as long as the word.
      if (value !== 0) longest = Math.max(longest, written(value, view!.bits, format).length)
    }
  }
  const columns = ROOM.find(({ characters }) => longest <= characters)?.columns ?? FEWEST
  if (columns < kept.current.columns) kept.current = { of, columns }
  return kept.current.columns
}
