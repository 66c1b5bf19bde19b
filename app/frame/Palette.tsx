// The command palette (F1): every action of the page and of the editor, found by a few letters. Loaded when asked for.
import { Command } from 'cmdk'
import { LANGUAGE_NAMES, LANGUAGES } from '../../emulator/instructions/index.ts'
import { commandList, keyText } from '../commands.ts'
import { backToOriginal, newText, openDocument } from '../state/documents.ts'
import { editor } from '../state/editor.ts'
import { pickFile, saveAsFile } from '../state/files.ts'
import { NUMBER_FORMATS, prefer } from '../state/preferences.ts'
import { usePreference } from '../state/react.ts'
import { sampleOf, samples } from '../state/samples.ts'
import { session } from '../state/session.ts'
import { shelf } from '../state/shelf/shelf.ts'
import { classes } from '../style/classes.ts'
import { useWords } from '../words/index.ts'
import dialog from './dialog.module.css'
import palette from './palette.module.css'

const c = classes(dialog, palette)

interface Entry {
  readonly id: string
  readonly words: string
  readonly key?: string
  perform(): void
}

export default function Palette({ onClose }: { onClose(): void }) {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  const folded = usePreference(({ foldJumps }) => foldJumps)
  const page: Entry[] = [
    ...commandList
      .filter(({ refusal }) => refusal() === null)
      .map(({ words, keys, refusal, perform }) => ({
        id: words,
        words: t(words),
        ...(keys[0] === undefined ? {} : { key: keyText(keys[0]) }),
        perform: () => {
          if (refusal() === null) perform()
        },
      })),
    ...samples().map(({ name, title }) => ({
      id: `sample-${name}`,
      words: `${t('samples')}: ${title[language]}`,
      perform: () => void openDocument(name),
    })),
    { id: 'new', words: `${t('file')}: ${t('newText')}`, perform: () => void newText() },
    { id: 'open', words: `${t('file')}: ${t('openFile')}`, perform: pickFile },
    { id: 'save', words: `${t('file')}: ${t('saveFile')}`, perform: () => saveAsFile(session.getState().name) },
    { id: 'original', words: `${t('file')}: ${t('backToOriginal')}`, perform: backToOriginal },
    ...shelf
      .getState()
      .names.filter(name => sampleOf(name) === undefined)
      .map(name => ({ id: `own-${name}`, words: `${t('ownTexts')}: ${name}`, perform: () => void openDocument(name) })),
    { id: 'fold', words: `${t('table.name')}: ${t('table.foldJumps')}`, perform: () => prefer({ foldJumps: !folded }) },
    ...NUMBER_FORMATS.map(numberFormat => ({
      id: `format-${numberFormat}`,
      words: `${t('memory.numberFormat')}: ${t(`memory.${numberFormat}`)}`,
      perform: () => prefer({ numberFormat }),
    })),
    ...LANGUAGES.map(id => ({
      id: `language-${id}`,
      words: `${t('language')}: ${LANGUAGE_NAMES[id].name}`,
      perform: () => prefer({ language: id }),
    })),
    { id: 'light', words: `${t('theme')}: ${t('themeLight')}`, perform: () => prefer({ theme: 'light' }) },
    { id: 'dark', words: `${t('theme')}: ${t('themeDark')}`, perform: () => prefer({ theme: 'dark' }) },
    { id: 'system', words: `${t('theme')}: ${t('themeSystem')}`, perform: () => prefer({ theme: null }) },
  ]
  const inEditor: Entry[] = (editor()?.actions() ?? []).map(({ id, label }) => ({
    id: `editor-${id}`,
    words: label,
    perform: () => editor()?.run(id),
  }))
  const group = (heading: string, entries: readonly Entry[]) => (
    <Command.Group heading={heading}>
      {entries.map(({ id, words, key, perform }) => (
        <Command.Item
          key={id}
          value={`${words} ${id}`}
          onSelect={() => {
            onClose()
            // The dialog gives the focus back first; an action of the editor then finds it there.
            setTimeout(perform)
          }}
        >
          <span>{words}</span>
          {key === undefined ? null : <kbd>{key}</kbd>}
        </Command.Item>
      ))}
    </Command.Group>
  )
  return (
    <Command.Dialog
      open
      onOpenChange={open => (open ? undefined : onClose())}
      label={t('commandPalette')}
      overlayClassName={c('backdrop')}
      contentClassName={c('dialog palette')}
      loop
    >
      <Command.Input placeholder={t('palette.hint')} aria-label={t('palette.hint')} />
      <Command.List>
        <Command.Empty>{t('palette.none')}</Command.Empty>
        {group(t('palette.page'), page)}
        {inEditor.length === 0 ? null : group(t('palette.editor'), inEditor)}
      </Command.List>
    </Command.Dialog>
  )
}
