// The table's menus "Columns" and "Copy". Loaded after the first paint.
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { TABLE_FORMATS } from '../../../emulator/table/index.ts'
import { prefer } from '../../state/preferences.ts'
import { useCellNames, usePreference, useSession } from '../../state/react.ts'
import { session } from '../../state/session.ts'
import { extractTable } from '../../state/worker-sync.ts'
import { classes } from '../../style/classes.ts'
import menu from '../../style/menu.module.css'
import { Cell } from '../../text/Said.tsx'
import { useWords } from '../../words/index.ts'
import table from './table.module.css'

const c = classes(menu, table)

export default function ToolMenus({ columns }: { columns: readonly number[] }) {
  const t = useWords()
  const hidden = useSession(({ hidden }) => hidden)
  const names = useCellNames()
  const areNamed = usePreference(({ cellNames }) => cellNames)
  const leftOut = useSession(({ view }) => view?.columnsLeftOut ?? 0)
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null)

  async function copy(format: string): Promise<void> {
    // Refused by the reader, absent where the page is not served safely, or the worker was replaced just now.
    const done = await extractTable(format)
      .then(text => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false,
      )
    setCopied(done ? 'copied' : 'copyFailed')
    setTimeout(() => setCopied(null), 2500)
  }

  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          className={c('toolButton')}
          aria-label={t('table.columns')}
        >{`${t('table.columns')} ▾`}</DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={c('menu')} align="end" collisionPadding={8} aria-label={t('table.columns')}>
            {columns.map(address => (
              <DropdownMenu.CheckboxItem
                key={address}
                checked={!hidden.includes(address)}
                onSelect={event => event.preventDefault()}
                onCheckedChange={shown =>
                  session.setState({ hidden: shown ? hidden.filter(other => other !== address) : [...hidden, address] })
                }
              >
                <Cell address={address} />
                {names.has(address) ? <span className={c('description')}> {names.get(address)}</span> : null}
              </DropdownMenu.CheckboxItem>
            ))}
            {leftOut > 0 ? (
              <DropdownMenu.Label className={c('description')}>
                {t('table.leftOut', { count: leftOut })}
              </DropdownMenu.Label>
            ) : null}
            <DropdownMenu.Separator />
            <DropdownMenu.CheckboxItem
              checked={areNamed}
              onSelect={event => event.preventDefault()}
              onCheckedChange={cellNames => prefer({ cellNames })}
            >
              {t('table.names')}
            </DropdownMenu.CheckboxItem>
            <DropdownMenu.Item disabled={hidden.length === 0} onSelect={() => session.setState({ hidden: [] })}>
              {t('table.allColumns')}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className={c('toolButton')} aria-label={t('table.copy')}>
          {copied === null ? `${t('table.copy')} ▾` : t(`table.${copied}`)}
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={c('menu')} align="end" collisionPadding={8} aria-label={t('table.copy')}>
            {TABLE_FORMATS.map(({ name }) => (
              <DropdownMenu.Item key={name} onSelect={() => void copy(name)}>
                {name}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <span className={c('screenReaderOnly')} aria-live="polite">
        {copied === null ? '' : t(`table.${copied}`)}
      </span>
    </>
  )
}
