// The table's menus "Columns" and "Copy". Loaded after the first paint.
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import type { Text } from '../../../emulator/instructions/index.ts'
import { TABLE_FORMATS, type Worksheet } from '../../../emulator/table/index.ts'
import { noteOn } from '../../notes/sign.ts'
import { saveWorksheet } from '../../state/files.ts'
import { prefer } from '../../state/preferences.ts'
import { useCellNames, usePreference, useSession } from '../../state/react.ts'
import { session } from '../../state/session.ts'
import { extractTable } from '../../state/worker-sync.ts'
import { classes } from '../../style/classes.ts'
import menu from '../../style/menu.module.css'
import { Cell } from '../../text/Said.tsx'
import { useText } from '../../text/useText.ts'
import { useWords } from '../../words/index.ts'
import { beginPrediction, leavePrediction } from '../predict/answering.ts'
import table from './table.module.css'

const c = classes(menu, table)

const TABLE: Text = { en: 'Table for Word, Excel …', zh: '表格（用于 Word、Excel 等）' }

/** The formats under the names that people know them by. */
const TITLES: Readonly<Record<string, Text>> = {
  table: { en: 'Text, in columns', zh: '文本表格' },
  markdown: { en: 'Markdown', zh: 'Markdown' },
  csv: { en: 'CSV, for spreadsheets', zh: 'CSV（表格软件）' },
  latex: { en: 'LaTeX', zh: 'LaTeX' },
  html: { en: 'HTML, the source', zh: 'HTML 源代码' },
  typst: { en: 'Typst', zh: 'Typst' },
  jsonl: { en: 'JSON Lines', zh: 'JSON Lines' },
}

const WORDS = {
  worksheet: { en: 'Worksheet', zh: '练习纸' },
  saveWorksheet: { en: 'Save the worksheet to print', zh: '保存练习纸（供打印）' },
  saveKey: { en: 'Save its key', zh: '保存答案' },
} as const satisfies Record<string, Text>

export default function ToolMenus({ columns }: { columns: readonly number[] }) {
  const t = useWords()
  const say = useText()
  const hidden = useSession(({ hidden }) => hidden)
  const names = useCellNames()
  const areNamed = usePreference(({ cellNames }) => cellNames)
  const predicting = useSession(state => state.predicting !== null)
  const leftOut = useSession(({ view }) => view?.columnsLeftOut ?? 0)
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null)

  /** Tells how it went: refused by the reader, absent where the page is not served safely, or the worker was replaced. */
  async function tell(copying: Promise<void>): Promise<void> {
    const done = await copying.then(
      () => true,
      () => false,
    )
    setCopied(done ? 'copied' : 'copyFailed')
    setTimeout(() => setCopied(null), 2500)
  }
  const copy = (format: string, worksheet?: Worksheet): Promise<void> =>
    tell(extractTable(format, worksheet).then(text => navigator.clipboard.writeText(text)))
  // What a word processor and a spreadsheet paste as a table; beside it the same as plain text, for whatever knows none.
  const copyTable = (): Promise<void> => {
    const piece = (format: string, type: string): Promise<Blob> =>
      extractTable(format).then(text => new Blob([text], { type }))
    const item = () =>
      new ClipboardItem({ 'text/html': piece('html', 'text/html'), 'text/plain': piece('table', 'text/plain') })
    return tell(Promise.resolve().then(() => navigator.clipboard.write([item()])))
  }

  const save = (worksheet: Worksheet): void => {
    const { name } = session.getState()
    // Where the worker was replaced just now, there is nothing to save yet.
    extractTable('html', worksheet).then(
      html => saveWorksheet(name, worksheet === 'key', html),
      () => setCopied('copyFailed'),
    )
  }

  return (
    <>
      <button
        {...noteOn('predict')}
        type="button"
        className={c('toolButton')}
        aria-pressed={predicting}
        onClick={() => (predicting ? leavePrediction() : beginPrediction())}
      >
        {t('table.predict')}
      </button>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          className={c('toolButton')}
          aria-label={t('table.columns')}
          {...noteOn('columns')}
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
        <DropdownMenu.Trigger className={c('toolButton')} aria-label={t('table.copy')} {...noteOn('copy')}>
          {copied === null ? `${t('table.copy')} ▾` : t(`table.${copied}`)}
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={c('menu')} align="end" collisionPadding={8} aria-label={t('table.copy')}>
            <DropdownMenu.Item onSelect={() => void copyTable()}>{say(TABLE)}</DropdownMenu.Item>
            <DropdownMenu.Separator />
            {TABLE_FORMATS.map(({ name }) => (
              <DropdownMenu.Item key={name} onSelect={() => void copy(name)}>
                {say(TITLES[name] ?? { en: name, zh: name })}
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Separator />
            <DropdownMenu.Label className={c('note')}>{say(WORDS.worksheet)}</DropdownMenu.Label>
            {TABLE_FORMATS.filter(({ name }) => name !== 'jsonl').map(({ name }) => (
              <DropdownMenu.Item
                key={name}
                textValue={`${say(WORDS.worksheet)} ${name}`}
                aria-label={`${say(WORDS.worksheet)}: ${name}`}
                onSelect={() => void copy(name, 'blank')}
              >
                {name}
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Item onSelect={() => save('blank')}>{say(WORDS.saveWorksheet)}</DropdownMenu.Item>
            <DropdownMenu.Item onSelect={() => save('key')}>{say(WORDS.saveKey)}</DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <span className={c('screenReaderOnly')} aria-live="polite">
        {copied === null ? '' : t(`table.${copied}`)}
      </span>
    </>
  )
}
