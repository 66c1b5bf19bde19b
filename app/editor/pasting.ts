// What is pasted or dropped into the editor: a text larger than any program can be is refused at once, before the engine
// has to take it in.
import { MAX_SOURCE_BYTES } from '../../emulator/instructions/index.ts'

/** Watches what comes into `frame`, the parent of the engine's own element. Returns how to stop. */
export function refuseHugeTexts(frame: HTMLElement, onRefused: () => void): () => void {
  const look = (event: Event, data: DataTransfer | null): void => {
    if ((data?.getData('text/plain').length ?? 0) <= MAX_SOURCE_BYTES) return
    event.preventDefault()
    event.stopPropagation()
    onRefused()
  }
  const onPaste = (event: ClipboardEvent): void => look(event, event.clipboardData)
  const onDrop = (event: DragEvent): void => look(event, event.dataTransfer)
  frame.addEventListener('paste', onPaste, { capture: true })
  frame.addEventListener('drop', onDrop, { capture: true })
  return () => {
    frame.removeEventListener('paste', onPaste, { capture: true })
    frame.removeEventListener('drop', onDrop, { capture: true })
  }
}
