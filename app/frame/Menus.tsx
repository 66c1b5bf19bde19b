// The menus of the bar: samples, file, language, theme, keys; on a phone all in one. Loaded after the first paint.

import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { LANGUAGE_NAMES, LANGUAGES } from '../../emulator/instructions/index.ts'
import { GROUPS, type Group as SampleGroup } from '../../programs/sample.ts'
import { PAGE_COMMANDS } from '../commands.ts'
import { type NoteId, noteOn } from '../notes/sign.ts'
import ExerciseItems from '../panels/exercise/ExerciseItems.tsx'
import { arrangement, arrangePlainly, putAway } from '../state/arrangement.ts'
import { backToOriginal, newText, openDocument, removeText } from '../state/documents.ts'
import { openFiles, pickFile, saveAsFile, setPicker } from '../state/files.ts'
import { showOverlay } from '../state/overlays.ts'
import { prefer, type Theme } from '../state/preferences.ts'
import { usePreference, useSession } from '../state/react.ts'
import { sampleOf, samples } from '../state/samples.ts'
import { shelf } from '../state/shelf/shelf.ts'
import { classes } from '../style/classes.ts'
import menu from '../style/menu.module.css'
import { Icon } from '../text/Icon.tsx'
import { useWords } from '../words/index.ts'
import { useArrangingWords } from './arranging/words.ts'
import controls from './controls.module.css'
import { VIEWS } from './places.ts'

const c = classes(controls, menu)

export default function Menus({ narrow }: { narrow: boolean }) {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  const input = (
    <input
      ref={setPicker}
      type="file"
      accept=".asm,.txt,.toml,text/plain"
      multiple
      hidden
      onChange={event => {
        const files = [...(event.currentTarget.files ?? [])]
        event.currentTarget.value = ''
        void openFiles(files)
      }}
    />
  )
  if (narrow) {
    return (
      <>
        <Menu of="more" label={t('menu')} button={<Icon name="more" />} square views>
          <Group label={t('controls')}>
            <ControlItems />
          </Group>
          <Group label={t('file')}>
            <FileItems />
          </Group>
          <Group label={t('views')}>
            <ViewItems />
          </Group>
          <Group label={t('language')}>
            <LanguageItems />
          </Group>
          <Group label={t('theme')}>
            <ThemeItems />
          </Group>
          <Group label={t('exercise.names')}>
            <ExerciseItems onOwn={pickFile} />
          </Group>
          <Group label={t('samples')}>
            <SampleItems brief />
          </Group>
        </Menu>
        {input}
      </>
    )
  }
  return (
    <>
      <Menu of="samples" label={t('samples')} button={t('samples')}>
        <SampleItems />
      </Menu>
      <Menu of="exercises" label={t('exercise.names')} button={t('exercise.names')}>
        <ExerciseItems onOwn={pickFile} />
      </Menu>
      <Menu of="file" label={t('file')} button={t('file')}>
        <FileItems />
      </Menu>
      <Menu of="views" label={t('views')} button={t('views')} views>
        <ViewItems />
      </Menu>
      <button type="button" {...noteOn('share')} className={c('menuButton')} onClick={() => showOverlay('share')}>
        {t('share')}
      </button>
      <Menu of="language" label={t('language')} button={LANGUAGE_NAMES[language].name}>
        <LanguageItems />
      </Menu>
      <Menu of="theme" label={t('theme')} button={<Icon name="theme" />} square>
        <ThemeItems />
      </Menu>
      <button
        type="button"
        className={c('menuButton square')}
        aria-label={t('keys')}
        data-head={t('withKey', { name: t('keys'), key: '?' })}
        {...noteOn('keys')}
        onClick={() => showOverlay('keys')}
      >
        ?
      </button>
      {input}
    </>
  )
}

interface MenuProps {
  readonly of: NoteId
  readonly label: string
  readonly button: ReactNode
  readonly square?: boolean
  /** Where views that are put away are brought back. */
  readonly views?: boolean
  readonly children: ReactNode
}

function Menu({ of, label, button, square = false, views = false, children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className={c('menuButton', square && 'square')}
        aria-label={label}
        data-views={views || undefined}
        data-head={square ? label : undefined}
        {...noteOn(of)}
      >
        {button}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={c('menu')} align="end" sideOffset={4} collisionPadding={8} aria-label={label}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <DropdownMenu.Group>
      <DropdownMenu.Label className={c('note')}>{label}</DropdownMenu.Label>
      {children}
    </DropdownMenu.Group>
  )
}

function SampleItems({ brief = false }: { brief?: boolean }) {
  const language = usePreference(({ language }) => language)
  const name = useSession(({ name }) => name)
  return (
    <DropdownMenu.RadioGroup value={name} onValueChange={chosen => void openDocument(chosen)}>
      {(Object.keys(GROUPS) as SampleGroup[]).map(group => (
        <Group key={group} label={GROUPS[group][language]}>
          {samples()
            .filter(sample => sample.group === group)
            .map(sample => (
              <DropdownMenu.RadioItem key={sample.name} value={sample.name} textValue={sample.title[language]}>
                {sample.title[language]}
                {brief ? null : <span className={c('description')}>{sample.introduction[language]}</span>}
              </DropdownMenu.RadioItem>
            ))}
        </Group>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

function FileItems() {
  const t = useWords()
  const name = useSession(({ name }) => name)
  const original = useSession(({ name, text }) => sampleOf(name)?.code === text || sampleOf(name) === undefined)
  return (
    <>
      <DropdownMenu.Item onSelect={() => void newText()}>{t('newText')}</DropdownMenu.Item>
      <DropdownMenu.Item onSelect={pickFile}>{t('openFile')}</DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => saveAsFile(name)}>{t('saveFile')}</DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => setTimeout(showOverlay, 0, 'share')}>{t('share')}…</DropdownMenu.Item>
      <DropdownMenu.Item onSelect={() => setTimeout(showOverlay, 0, 'documents')}>{t('documents')}…</DropdownMenu.Item>
      <DropdownMenu.Separator />
      <DropdownMenu.Item disabled={original} onSelect={backToOriginal}>
        {t('backToOriginal')}
      </DropdownMenu.Item>
      <OwnItems />
    </>
  )
}

/** The reader's own texts, and how to remove the open one. */
function OwnItems() {
  const t = useWords()
  const name = useSession(({ name }) => name)
  const names = useStore(shelf, ({ names }) => names)
  const own = names.filter(each => sampleOf(each) === undefined)
  if (own.length === 0) return null
  return (
    <>
      <DropdownMenu.Separator />
      <Group label={t('ownTexts')}>
        <DropdownMenu.RadioGroup value={name} onValueChange={chosen => void openDocument(chosen)}>
          {own.map(each => (
            <DropdownMenu.RadioItem key={each} value={each}>
              {each}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
        {own.includes(name) ? (
          <DropdownMenu.Item onSelect={() => void removeText()}>{t('removeText', { name })}</DropdownMenu.Item>
        ) : null}
      </Group>
    </>
  )
}

/** What the toolbar has no room for where the page is small. */
function ControlItems() {
  const t = useWords()
  useSession(({ view }) => view)
  return [
    PAGE_COMMANDS.toStart,
    PAGE_COMMANDS.reverseContinue,
    PAGE_COMMANDS.continue,
    PAGE_COMMANDS.toEnd,
    PAGE_COMMANDS.breakpoint,
    PAGE_COMMANDS.keys,
  ].map(({ words, refusal, perform }) => (
    <DropdownMenu.Item key={words} disabled={refusal() !== null} onSelect={() => setTimeout(perform)}>
      {t(words)}
    </DropdownMenu.Item>
  ))
}

function ViewItems() {
  const t = useWords()
  const w = useArrangingWords()
  const away = useStore(arrangement, ({ away }) => away)
  const present = usePreference(({ present }) => present)
  return (
    <>
      {VIEWS.map(id => (
        <DropdownMenu.CheckboxItem
          key={id}
          checked={!away.includes(id)}
          onCheckedChange={isShown => putAway(id, !isShown)}
          onSelect={event => event.preventDefault()}
        >
          {t(`tabs.${id}`)}
        </DropdownMenu.CheckboxItem>
      ))}
      <DropdownMenu.Item onSelect={arrangePlainly}>{w.plainly}</DropdownMenu.Item>
      <DropdownMenu.Separator />
      <DropdownMenu.CheckboxItem checked={present} onCheckedChange={present => prefer({ present })}>
        {w.present}
      </DropdownMenu.CheckboxItem>
    </>
  )
}

function LanguageItems() {
  const language = usePreference(({ language }) => language)
  return (
    <DropdownMenu.RadioGroup value={language}>
      {LANGUAGES.map(id => (
        <DropdownMenu.RadioItem
          key={id}
          value={id}
          lang={LANGUAGE_NAMES[id].tag}
          onSelect={() => prefer({ language: id })}
        >
          {LANGUAGE_NAMES[id].name}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

const THEMES: readonly { readonly theme: Theme | null; readonly words: 'themeSystem' | 'themeLight' | 'themeDark' }[] =
  [
    { theme: null, words: 'themeSystem' },
    { theme: 'light', words: 'themeLight' },
    { theme: 'dark', words: 'themeDark' },
  ]

function ThemeItems() {
  const t = useWords()
  const theme = usePreference(({ theme }) => theme)
  return (
    <DropdownMenu.RadioGroup value={theme ?? 'system'}>
      {THEMES.map(row => (
        <DropdownMenu.RadioItem
          key={row.words}
          value={row.theme ?? 'system'}
          onSelect={() => prefer({ theme: row.theme })}
        >
          {t(row.words)}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}
