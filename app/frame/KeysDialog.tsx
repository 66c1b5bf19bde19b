// The dialog of keys.
import { Dialog } from 'radix-ui'
import { commandList, keyText } from '../commands.ts'
import { classes } from '../style/classes.ts'
import { useWords } from '../words/index.ts'
import dialog from './dialog.module.css'

const c = classes(dialog)

export default function KeysDialog({ onClose }: { onClose(): void }) {
  const t = useWords()
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
          <p>{t('keysHelp.table')}</p>
          <p>{t('keysHelp.escape')}</p>
          <Dialog.Close className={c('close')}>{t('keysHelp.close')}</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
