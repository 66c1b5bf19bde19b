// The table's head: the columns' names as people read them.
import { memo } from 'react'
import { cellName, REGISTERS } from '../../../emulator/instructions/index.ts'
import { noteOn, shownNote } from '../../notes/sign.ts'
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
  /** What the program calls the cells. */
  readonly names: ReadonlyMap<number, string>
}

export const Head = memo(function Head({ columns, groups, picked, names }: HeadProps) {
  const t = useWords()
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td className={c('margin')} aria-hidden="true" />
        <th className={c('number stepColumn')} scope="col" {...noteOn('stepColumn')}>
          {t('table.step')}
        </th>
        <th className={c('number lineColumn')} scope="col" {...noteOn('line')}>
          {t('table.line')}
        </th>
        <th className={c('instruction')} scope="col" data-column="instruction" {...noteOn('instruction')}>
          {t('table.instruction')}
        </th>
        {columns.map(address => (
          <th
            key={address}
            scope="col"
            data-address={address}
            {...shownNote(address < REGISTERS ? 'register' : 'cell')}
            data-picked={address === picked || undefined}
            className={c('number', groups.has(address) && 'groupStart', address === picked && 'picked')}
          >
            <Heading address={address} name={names.get(address) ?? null} />
          </th>
        ))}
        <th className={c('flags')} scope="col" {...noteOn('flags')}>
          {t('table.flags')}
        </th>
        <th className={c('explanation')} scope="col" data-column="explanation" {...noteOn('explanation')}>
          {t('table.explanation')}
        </th>
      </tr>
    </thead>
  )
})

/** A cell's name with its number beneath; a cell without one is called by its number alone. */
function Heading({ address, name }: { address: number; name: string | null }) {
  if (name === null) return <Cell address={address} />
  return (
    <span className={c('named')} title={`${name} = ${cellName(address)}`}>
      <span className={c('given')}>
        <Cell address={address} name={name} />
      </span>{' '}
      <small>
        <Cell address={address} />
      </small>
    </span>
  )
}
