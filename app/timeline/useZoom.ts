// The ruler's zoom as the page keeps it: it follows the position out of sight, and ends where the text changes.
import { useCallback, useEffect, useState } from 'react'
import { useSession } from '../state/react.ts'
import type { RulerRange } from './ticks.ts'
import { follow, stretchOf, zoom as zoomed } from './zoom.ts'

export interface Zoom {
  readonly stretch: RulerRange
  /** Whether only a piece of the history is in sight, and whether there is room to zoom in. */
  readonly isPiece: boolean
  readonly canGoIn: boolean
  /** Makes the stretch `factor` times as long, about a position. */
  by(factor: number, about: number): void
  all(): void
}

export function useZoom(): Zoom {
  const known = useSession(({ view }) => view?.known ?? 0)
  const position = useSession(({ view }) => view?.position ?? 0)
  const name = useSession(({ name }) => name)
  const [piece, setPiece] = useState<RulerRange | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another history
  useEffect(() => setPiece(null), [name])
  useEffect(() => setPiece(now => follow(now, position)), [position])
  const stretch = stretchOf(piece, known)
  const by = useCallback(
    (factor: number, about: number) => setPiece(now => zoomed(stretchOf(now, known), known, about, factor)),
    [known],
  )
  const all = useCallback(() => setPiece(null), [])
  return {
    stretch,
    isPiece: piece !== null && known > stretch.to - stretch.from,
    canGoIn: stretch.to - stretch.from > 16,
    by,
    all,
  }
}
