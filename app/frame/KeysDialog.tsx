// The dialog of keys.
import { Dialog } from 'radix-ui'
import type { Text } from '../../emulator/instructions/index.ts'
import { commandList, keyText } from '../commands.ts'
import { showOverlay } from '../state/overlays.ts'
import { classes } from '../style/classes.ts'
import { useText } from '../text/useText.ts'
import { useWords } from '../words/index.ts'
import dialog from './dialog.module.css'

const c = classes(dialog)

const WORDS = {
  table: {
    en: 'In the table: Up and Down, Home and End move the position; Left and Right pick a cell.',
    zh: '在状态表中：上、下、Home、End 移动位置；左、右选择单元。',
  },
  escape: { en: 'Escape, then Tab, leaves the editor.', zh: '先按 Escape 再按 Tab，可离开编辑器。' },
  signs: {
    en: 'On a view’s heading, the arrows lead through all signs of the page and tell what each means.',
    zh: '焦点在视图标题上时，用方向键可逐个查看页面上各种标记的含义。',
  },
} as const satisfies Record<string, Text>

export default function KeysDialog({ onClose }: { onClose(): void }) {
  const t = useWords()
  const say = useText()
  return (
    <Dialog.Root open onOpenChange={open => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className={c('backdrop')} />
        <Dialog.Content className={c('dialog')} aria-describedby={undefined}>
          <Dialog.Title>{t('keysHelp.title')}</Dialog.Title>
          <table>
            <tbody>
              {commandList
                .filter(({ keys }) => keys.length > 0)
                .map(({ words, keys }) => (
                  <tr key={words}>
                    <td>{t(words)}</td>
                    <td>{keys.map(keyText).join(' · ')}</td>
                  </tr>
                ))}
            </tbody>
          </table>
          <p>{say(WORDS.table)}</p>
          <p>{say(WORDS.escape)}</p>
          <p>{say(WORDS.signs)}</p>
          <button type="button" className={c('close')} onClick={() => showOverlay('reference')}>
            {t('reference')}
          </button>{' '}
          <Dialog.Close className={c('close')}>{t('keysHelp.close')}</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
