// The one editor on the page, once it is there: whoever wants to reveal a place or apply a fix asks it here.
import type { EditorHandle } from '../editor/contract.ts'

let handle: EditorHandle | null = null
let isWished = false

/** Registers the editor. */
export const setEditor = (ready: EditorHandle | null): void => {
  handle = ready
  if (isWished && ready !== null) wishFocus()
}

/** The editor, or null while it is on its way. */
export const editor = (): EditorHandle | null => handle

/** Leads the focus into the editor: at once, or as soon as it is there. */
export function wishFocus(): void {
  isWished = handle === null
  handle?.focus()
}
