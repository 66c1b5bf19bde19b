// What the ruler's marks mean, and its zoom.

import { useSession } from '../state/react.ts'
import { Icon } from '../text/Icon.tsx'
import { Cell } from '../text/Said.tsx'
import { useWords } from '../words/index.ts'
import type { Marks } from './useMarks.ts'
import type { Zoom } from './useZoom.ts'

export function Legend({ zoom, marks }: { zoom: Zoom; marks: Marks }) {
  const t = useWords()
  const picked = useSession(({ picked }) => picked)
  const position = useSession(({ view }) => view?.position ?? 0)
  return (
    <div className="legend">
      {marks.stops.length > 0 ? (
        <span>
          <i className="m mb">●</i> {t('stops.legend.stops')}
        </span>
      ) : null}
      {marks.writes.length > 0 ? (
        <span>
          <i className="m mw">■</i> {t('stops.legend.writes')} <Cell address={picked} />
        </span>
      ) : null}
      {marks.jumps.length > 0 ? (
        <span>
          <i className="m mj">↰</i> {t('stops.legend.jumps')}
        </span>
      ) : null}
      {marks.edits.length > 0 ? (
        <span>
          <Icon name="branch" /> {t('stops.legend.edits')}
        </span>
      ) : null}
      {zoom.canGoIn || zoom.isPiece ? (
        <span className="ruler-zoom">
          <button type="button" aria-label={t('zoom.in')} title={t('zoom.in')} onClick={() => zoom.by(0.5, position)}>
            +
          </button>
          <button
            type="button"
            aria-label={t('zoom.out')}
            title={t('zoom.out')}
            aria-disabled={!zoom.isPiece}
            onClick={() => zoom.by(2, position)}
          >
            −
          </button>
          {zoom.isPiece ? (
            <button type="button" aria-label={t('zoom.all')} title={t('zoom.all')} onClick={zoom.all}>
              ↔
            </button>
          ) : null}
        </span>
      ) : null}
    </div>
  )
}
