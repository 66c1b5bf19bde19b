// The table's head: the columns' names as people read them.
import { memo } from 'react'
import { classes } from '../../style/classes.ts'
import { Cell } from '../../text/Said.tsx'
import { useWords } from '../../words/index.ts'
import table from './table.module.css'

const c = classes(table)

interface HeadProps {
  readonly columns: readonly number[]
  /** The first addresses of neighbouring columns: more room stands before them. */
  readonly groups: ReadonlySet<number>
  readonly picked: number
}

export const Head = memo(function Head({ columns, groups, picked }: HeadProps) {
  const t = useWords()
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td className={c('margin')} aria-hidden="true" />
        <th className={c('number stepColumn')} scope="col">
          {t('table.step')}
        </th>
        <th className={c('number lineColumn')} scope="col">
          {t('table.line')}
        </th>
        <th className={c('instruction')} scope="col" data-column="instruction">
          {t('table.instruction')}
        </th>
        {columns.map(address => (
          <th
            key={address}
            scope="col"
            data-address={address}
            data-picked={address === picked || undefined}
            className={c('number', groups.has(address) && 'groupStart', address === picked && 'picked')}
          >
            <Cell address={address} />
          </th>
        ))}
        <th className={c('flags')} scope="col">
          {t('table.flags')}
        </th>
        <th className={c('explanation')} scope="col" data-column="explanation">
          {t('table.explanation')}
        </th>
      </tr>
    </thead>
  )
})
