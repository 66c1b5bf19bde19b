// The dashed line from a register to the cell that it pointed at in this step, where that cell is in the next row.
import { REGISTERS } from '../../../emulator/instructions/index.ts'
import type { Mark } from '../../../emulator/table/marks.ts'
import { classes } from '../../style/classes.ts'
import { ROW_CELLS } from '../../worker/view.ts'
import memory from './memory.module.css'

const c = classes(memory)

export function Lead({ marks }: { marks: ReadonlyMap<number, Mark> }) {
  for (const [address, { pointedBy }] of marks) {
    if (pointedBy === null || pointedBy >= REGISTERS) continue
    if (Math.floor(address / ROW_CELLS) !== 1) continue
    return <Line from={pointedBy} to={address % ROW_CELLS} />
  }
  return <div className={c('lead')} aria-hidden="true" />
}

function Line({ from, to }: { from: number; to: number }) {
  const centre = (column: number): number => ((column + 0.5) / ROW_CELLS) * 100
  const [left, right] = [Math.min(centre(from), centre(to)), Math.max(centre(from), centre(to))]
  return (
    <div className={c('lead')} aria-hidden="true">
      <i
        className={c(to >= from ? 'rightwards' : 'leftwards')}
        style={{ left: `${left}%`, width: `${right - left}%` }}
      />
      <b style={{ left: `${centre(to)}%` }} />
    </div>
  )
}
