// A dialog that fills the middle of the page: its title and its ✕ in one line, what belongs to it beneath.
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { classes } from '../style/classes.ts'
import { useText } from '../text/useText.ts'
import dialog from './dialog.module.css'
import styles from './wide-dialog.module.css'

const c = classes(dialog, styles)

const CLOSE = { en: 'Close', zh: '关闭' }

interface WideDialogProps {
  readonly title: string
  /** What sets this dialog apart: a class of its own sheet. */
  readonly className: string
  readonly children: ReactNode
  onClose(): void
  /** Where the focus goes first, if not to the first control. */
  onOpenAutoFocus?(event: Event): void
}

/** Shows the children until the reader closes it: by ✕, by Escape, by a click beside it. */
export function WideDialog({ title, className, children, onClose, onOpenAutoFocus }: WideDialogProps) {
  const say = useText()
  return (
    <Dialog.Root open onOpenChange={open => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className={c('backdrop')} />
        <Dialog.Content
          className={`${c('dialog wide')} ${className}`}
          aria-describedby={undefined}
          {...(onOpenAutoFocus === undefined ? {} : { onOpenAutoFocus })}
        >
          <div className={c('head')}>
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close aria-label={say(CLOSE)}>✕</Dialog.Close>
          </div>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
