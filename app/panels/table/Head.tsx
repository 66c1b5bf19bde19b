// The table's head: the columns' names as people read them.
import { memo } from 'react'
import { Cell } from '../../text/Said.tsx'
import { useWords } from '../../words/index.ts'

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
        <td className="ar" aria-hidden="true" />
        <th className="n c-step" scope="col">
          {t('table.step')}
        </th>
        <th className="n c-line" scope="col">
          {t('table.line')}
        </th>
        <th className="ins" scope="col">
          {t('table.instruction')}
        </th>
        {columns.map(address => (
          <th
            key={address}
            scope="col"
            data-address={address}
            className={`n${groups.has(address) ? ' g' : ''}${address === picked ? ' pick' : ''}`}
          >
            <Cell address={address} />
          </th>
        ))}
        <th className="c-fl" scope="col">
          {t('table.flags')}
        </th>
        <th className="c-ex" scope="col">
          {t('table.explanation')}
        </th>
      </tr>
    </thead>
  )
})
