// The reference over the page: searched by a few letters, one entry at a time, each with an address. Loaded when asked for.
import { Dialog } from 'radix-ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  foundEntries,
  REFERENCE_GROUPS,
  type ReferenceEntry,
  type ReferenceGroup,
  referenceEntries,
} from '../../assembler/service/index.ts'
import { plain, type Text } from '../../emulator/instructions/index.ts'
import { openText } from '../state/documents.ts'
import { usePreference } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { Said } from '../text/Said.tsx'
import { useText } from '../text/useText.ts'
import dialog from './dialog.module.css'
import reference from './reference.module.css'

const c = classes(dialog, reference)

const WORDS = {
  title: { en: 'Reference', zh: '参考手册' },
  search: { en: 'Search the reference', zh: '在手册中查找' },
  none: { en: 'Nothing of that name.', zh: '没有找到。' },
  example: { en: 'Example', zh: '例' },
  tryIt: { en: 'Try it here', zh: '试一试' },
  copy: { en: 'Copy address of this entry', zh: '复制本条的地址' },
  copied: { en: 'Copied', zh: '已复制' },
  see: { en: 'See also', zh: '参见' },
  close: { en: 'Close', zh: '关闭' },
} as const satisfies Record<string, Text>

const count = (entries: number): Text => ({
  en: entries === 1 ? '1 entry' : `${entries} entries`,
  zh: `${entries} 条`,
})

/** What an entry's address begins with, after `#`. */
const ADDRESS = 'reference='

/** The entry that the page's address names. */
const asked = (): string | null =>
  location.hash.startsWith(`#${ADDRESS}`) ? decodeURIComponent(location.hash.slice(ADDRESS.length + 1)) : null

export default function Reference({ onClose }: { onClose(): void }) {
  const language = usePreference(preferences => preferences.language)
  const say = useText()
  const entries = useMemo(() => referenceEntries(), [])
  const [wanted, want] = useState('')
  const [chosen, choose] = useState(() => asked() ?? entries[0]!.id)
  const [copied, setCopied] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const found = useMemo(() => foundEntries(entries, wanted), [entries, wanted])
  const shown = found.find(({ id }) => id === chosen) ?? found[0]
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  const go = (id: string): void => {
    want('')
    choose(id)
    setCopied(false)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape' && wanted !== '') {
      want('')
      event.stopPropagation()
    } else {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (by === undefined || shown === undefined) return
      const to = inGroups(found)
      choose(to[Math.max(0, Math.min(to.indexOf(shown) + by, to.length - 1))]!.id)
      setCopied(false)
    }
    event.preventDefault()
  }
  const copy = (id: string): void => {
    const address = new URL(`#${ADDRESS}${encodeURIComponent(id)}`, location.href).href
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      // A browser that does not allow it: the address can be read off the link.
      () => undefined,
    )
  }
  return (
    <Dialog.Root open onOpenChange={open => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className={c('backdrop')} />
        <Dialog.Content
          className={c('dialog reference')}
          aria-describedby={undefined}
          onOpenAutoFocus={event => {
            event.preventDefault()
            field.current?.focus()
          }}
        >
          <header className={c('head')}>
            <Dialog.Title>{say(WORDS.title)}</Dialog.Title>
            <Dialog.Close className={c('cross')} aria-label={say(WORDS.close)}>
              ✕
            </Dialog.Close>
          </header>
          <div className={c('side')}>
            <input
              ref={field}
              type="text"
              role="combobox"
              aria-expanded="true"
              aria-controls="reference-list"
              aria-activedescendant={shown === undefined ? undefined : `entry-${shown.id}`}
              aria-label={say(WORDS.search)}
              placeholder={say(WORDS.search)}
              autoComplete="off"
              spellCheck={false}
              value={wanted}
              onChange={event => want(event.currentTarget.value)}
              onKeyDown={onKeyDown}
            />
            <p className={c('note')} role="status">
              {found.length === 0 ? say(WORDS.none) : say(count(found.length))}
            </p>
            <div ref={list} id="reference-list" className={c('list')} role="listbox" aria-label={say(WORDS.title)}>
              {groupsOf(found).map(group => (
                <div key={group} role="group" aria-label={say(REFERENCE_GROUPS[group])}>
                  <p className={c('group')} aria-hidden="true">
                    {say(REFERENCE_GROUPS[group])}
                  </p>
                  {found
                    .filter(entry => entry.group === group)
                    .map(({ id, name, brief }) => (
                      // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
                      <div
                        key={id}
                        id={`entry-${id}`}
                        role="option"
                        tabIndex={-1}
                        aria-selected={id === shown?.id}
                        className={c('entry')}
                        onClick={() => choose(id)}
                      >
                        <code>{say(name)}</code> <span className={c('note')}>{say(brief)}</span>
                      </div>
                    ))}
                </div>
              ))}
            </div>
          </div>
          {shown === undefined ? null : (
            <article className={c('article')} aria-live="polite">
              <h3>
                <code>{say(shown.name)}</code>
              </h3>
              {shown.told.map(sentence => (
                <p key={plain(sentence.en)}>
                  <Said parts={sentence[language]} />
                </p>
              ))}
              {shown.example === null ? null : (
                <>
                  <h4>{say(WORDS.example)}</h4>
                  <pre>{shown.example}</pre>
                </>
              )}
              <p className={c('acts')}>
                {shown.example === null ? null : (
                  <button
                    type="button"
                    className={c('act')}
                    onClick={() => {
                      onClose()
                      void openText(shown.example!, shown.id)
                    }}
                  >
                    {say(WORDS.tryIt)}
                  </button>
                )}
                <button type="button" className={c('link')} onClick={() => copy(shown.id)}>
                  {say(copied ? WORDS.copied : WORDS.copy)}
                </button>
              </p>
              {shown.see.length === 0 ? null : (
                <>
                  <h4>{say(WORDS.see)}</h4>
                  <p className={c('acts')}>
                    {shown.see.map(id => (
                      <button key={id} type="button" className={c('link')} onClick={() => go(id)}>
                        {entries.find(entry => entry.id === id)?.name[language] ?? id}
                      </button>
                    ))}
                  </p>
                </>
              )}
            </article>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const groupsOf = (entries: readonly ReferenceEntry[]): readonly ReferenceGroup[] =>
  (Object.keys(REFERENCE_GROUPS) as ReferenceGroup[]).filter(group => entries.some(entry => entry.group === group))

/** The entries in the order in which they are listed. */
const inGroups = (entries: readonly ReferenceEntry[]): readonly ReferenceEntry[] =>
  groupsOf(entries).flatMap(group => entries.filter(entry => entry.group === group))
