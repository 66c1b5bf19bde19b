// What the engine has to say to the reader (a name that is refused, nothing found): beside the cursor and to a screen
// reader, where by itself it would write to the console.
import { monaco } from './monaco.ts'

/** The engine's own way of showing a few words at a place; its declarations leave it out. */
interface Messages extends monaco.editor.IEditorContribution {
  showMessage(words: string, at: monaco.IPosition): void
}

const isMessages = (part: monaco.editor.IEditorContribution | null): part is Messages =>
  part !== null && 'showMessage' in part

function show(words: unknown): typeof NOTHING {
  const editors = monaco.editor.getEditors()
  const editor = editors.find(each => each.hasWidgetFocus()) ?? editors[0]
  const messages = editor?.getContribution('editor.contrib.messageController') ?? null
  const at = editor?.getPosition()
  if (at && isMessages(messages)) messages.showMessage(words instanceof Error ? words.message : String(words), at)
  return NOTHING
}

const NO_EVENT = (): monaco.IDisposable => ({ dispose: () => undefined })

/** A notification that is over as soon as it is told. */
const NOTHING = {
  onDidClose: NO_EVENT,
  onDidChangeVisibility: NO_EVENT,
  progress: { infinite: () => undefined, done: () => undefined, total: () => undefined, worked: () => undefined },
  close: () => undefined,
  updateSeverity: () => undefined,
  updateMessage: () => undefined,
  updateActions: () => undefined,
}

/** Takes the place of the engine's own service, by its name. */
export const NOTIFICATIONS = {
  notificationService: {
    info: show,
    warn: show,
    error: show,
    notify: ({ message }: { readonly message: unknown }) => show(message),
    prompt: (_severity: unknown, message: unknown) => show(message),
    status: (message: unknown) => show(message),
  },
} satisfies monaco.editor.IEditorOverrideServices
