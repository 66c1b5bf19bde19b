// The names by which style sheets draw what a step did to a cell.
import type { Mark } from '../../emulator/table/marks.ts'

/** The names by which style sheets draw a mark. */
export const markNames = (mark: Mark | undefined): string =>
  mark === undefined
    ? ''
    : `${mark.written ? 'written ' : ''}${mark.read ? 'read ' : ''}${mark.pointedBy === null ? '' : 'pointed'}`
