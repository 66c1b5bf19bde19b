// What the ruler's marks mean, and its zoom.

import { noteOn } from '../notes/sign.ts'
import { useSession } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { Icon } from '../text/Icon.tsx'
import { Cell } from '../text/Said.tsx'
import { useWords } from '../words/index.ts'
import timeline from './timeline.module.css'
import type { Marks } from './useMarks.ts'
import type { Zoom } from './useZoom.ts'

const c = classes(timeline)

export function Legend({ zoom, marks }: { zoom: Zoom; marks: Marks }) {
  const t = useWords()
  const picked = useSession(({ picked }) => picked)
  const position = useSession(({ view }) => view?.position ?? 0)
  return (
    <div className={c('legend')}>
      {marks.stops.length > 0 ? (
        <span {...noteOn('stopMark')}>
          <i className={c('mark stopMark')}>●</i> {t('stops.legend.stops')}
        </span>
      ) : null}
      {marks.writes.length > 0 ? (
        <span {...noteOn('writeMark')}>
          <i className={c('mark writeMark')}>■</i> {t('stops.legend.writes')} <Cell address={picked} />
        </span>
      ) : null}
      {marks.jumps.length > 0 ? (
        <span {...noteOn('jumpMark')}>
          <i className={c('mark jumpMark')}>↰</i> {t('stops.legend.jumps')}
        </span>
      ) : null}
      {marks.edits.length > 0 ? (
        <span {...noteOn('edit')}>
          <Icon name="branch" /> {t('stops.legend.edits')}
        </span>
      ) : null}
      {zoom.canGoIn || zoom.isPiece ? (
        <span className={c('zoomButtons')}>
          <button
            type="button"
            aria-label={t('zoom.in')}
            data-head={t('zoom.in')}
            {...noteOn('zoomIn')}
            onClick={() => zoom.by(0.5, position)}
          >
            +
          </button>
          <button
            type="button"
            aria-label={t('zoom.out')}
            data-head={t('zoom.out')}
            {...noteOn('zoomOut')}
            aria-disabled={!zoom.isPiece}
            onClick={() => zoom.by(2, position)}
          >
            −
          </button>
          {zoom.isPiece ? (
            <button
              type="button"
              aria-label={t('zoom.all')}
              data-head={t('zoom.all')}
              {...noteOn('zoomAll')}
              onClick={zoom.all}
            >
              ↔
            </button>
          ) : null}
        </span>
      ) : null}
    </div>
  )
}
