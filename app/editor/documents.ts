// The texts being edited: one model a name, each with an undo history and a place of its own. It knows no marks.
import { LANGUAGE_ID } from './grammar.ts'
import { monaco } from './monaco.ts'

interface Document {
  readonly model: monaco.editor.ITextModel
  /** The text as last told by, or to, the page: the same string as long as nothing else changed it. */
  told: string
  place: monaco.editor.ICodeEditorViewState | null
}

/** A text as the editor holds it: without a BOM, its lines ended by LF. */
const held = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/** An address for a model, which no model has: what the engine shows of it is the name. */
function freeUri(name: string): monaco.Uri {
  for (let space = 1; ; space++) {
    const uri = monaco.Uri.from({ scheme: LANGUAGE_ID, path: `/${space}/${name}` })
    if (monaco.editor.getModel(uri) === null) return uri
  }
}

/** Shows one of several texts in an editor and keeps it in step with the page's text, in both directions. */
export class Documents {
  readonly #editor: monaco.editor.ICodeEditor
  readonly #documents = new Map<string, Document>()
  #name: string | null = null
  readonly #made: (model: monaco.editor.ITextModel) => void
  /** Whether the change under way comes from the page. */
  #telling = false

  /** @param made  told of each model when it is made */
  constructor(editor: monaco.editor.ICodeEditor, made: (model: monaco.editor.ITextModel) => void) {
    this.#editor = editor
    this.#made = made
  }

  /**
   * Shows the text of a name as the page has it. A text that differs from what is there becomes one undoable change.
   * Gives true when another model is shown now.
   */
  show(name: string, text: string): boolean {
    this.#rename(name, text)
    const known = this.#documents.get(name)
    const shown = known ?? this.#create(name, text)
    const other = name !== this.#name
    if (other) {
      const before = this.#current()
      if (before !== undefined) before.place = this.#editor.saveViewState()
      this.#name = name
      this.#editor.setModel(shown.model)
      this.#editor.restoreViewState(shown.place)
    }
    if (text !== shown.told) {
      shown.told = text
      this.#replace(shown.model, held(text))
    }
    return other
  }

  /** Whether the change under way is the page's. */
  get isTelling(): boolean {
    return this.#telling
  }

  /** The text after a change made here, to be told to the page; null when the page made the change itself. */
  changed(): string | null {
    const current = this.#current()
    if (this.#telling || current === undefined) return null
    const text = current.model.getValue()
    if (text === current.told) return null
    current.told = text
    return text
  }

  dispose(): void {
    this.#editor.setModel(null)
    for (const { model } of this.#documents.values()) model.dispose()
    this.#documents.clear()
    this.#name = null
  }

  /** The text that is shown, under a name not met before, goes on as it is, caret and undo history with it: where
   * another page writes under the old name, typing goes on under the new one. */
  #rename(name: string, text: string): void {
    const current = this.#current()
    if (current === undefined || this.#documents.has(name) || text === '' || current.told !== text) return
    this.#documents.delete(this.#name!)
    this.#documents.set(name, current)
    this.#name = name
  }

  #current(): Document | undefined {
    return this.#name === null ? undefined : this.#documents.get(this.#name)
  }

  #create(name: string, text: string): Document {
    const model = monaco.editor.createModel(held(text), LANGUAGE_ID, freeUri(name))
    model.setEOL(monaco.editor.EndOfLineSequence.LF)
    model.updateOptions({
      tabSize: 4,
      insertSpaces: true,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    })
    const document: Document = { model, told: text, place: null }
    this.#documents.set(name, document)
    this.#made(model)
    return document
  }

  /** Puts `text` in place of what is there, changing only the stretch that differs. */
  #replace(model: monaco.editor.ITextModel, text: string): void {
    const before = model.getValue()
    if (before === text) return
    const most = Math.min(before.length, text.length)
    let same = 0
    while (same < most && before[same] === text[same]) same++
    let tail = 0
    while (tail < most - same && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail++
    const range = monaco.Range.fromPositions(model.getPositionAt(same), model.getPositionAt(before.length - tail))
    this.#telling = true
    try {
      this.#editor.pushUndoStop()
      this.#editor.executeEdits('page', [{ range, text: text.slice(same, text.length - tail), forceMoveMarkers: true }])
      this.#editor.pushUndoStop()
    } finally {
      this.#telling = false
    }
  }
}
