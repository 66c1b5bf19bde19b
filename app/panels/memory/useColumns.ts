// How many cells stand side by side: as many as have room for the longest number in sight.
import { useRef } from 'react'
import type { NumberFormat } from '../../state/preferences.ts'
import { useSession } from '../../state/react.ts'
import { ROW_CELLS, type View } from '../../worker/view.ts'
import { columnsFor, numberText } from './numbers.ts'

/**
 * 8, 4, 2 or 1, in so many px. Once it has grown fewer it stays so for the program and the number format, so that
 * nothing flickers.
 */
export function useColumns(view: View | null, format: NumberFormat, width: number): number {
  const name = useSession(({ name }) => name)
  const program = useSession(({ program }) => program)
  const kept = useRef<{ of: string; columns: number }>({ of: '', columns: ROW_CELLS })
  const of = `${name} ${program} ${format} ${width}`
  if (kept.current.of !== of) kept.current = { of, columns: ROW_CELLS }
  let longest = 0
  for (const { values } of view?.cells ?? []) {
    for (const value of values) {
      // Only decimal numbers differ in length; the others are as long as the word.
      if (value !== 0) longest = Math.max(longest, numberText(value, view!.bits, format).length)
    }
  }
  const columns = columnsFor(longest, width)
  if (columns < kept.current.columns) kept.current = { of, columns }
  return kept.current.columns
}
