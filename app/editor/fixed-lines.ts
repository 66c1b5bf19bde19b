// Lines that are part of a task: marked, and kept. Whatever way a change comes (typed, pasted, dropped, replaced, formatted,
// undone), one that would lose a line is taken back as a whole, and the reader is told why.
import { LANGUAGES, type Language } from '../../emulator/instructions/index.ts'
import { monaco } from './monaco.ts'
import { NOTIFICATIONS } from './notifications.ts'

const REASON: Record<Language, string> = { en: 'fixed: part of the task', zh: '固定行：题目的一部分' }
const REFUSED: Record<Language, string> = {
  en: 'This line is part of the task and stays as it is.',
  zh: '这一行是题目的一部分，不能改动。',
}

/** A line as it is compared: however it is indented, and whatever its comment says. */
const bare = (line: string): string =>
  line
    .replace(/[;；].*$/su, '')
    .replace(/[\t \u3000]+/gu, ' ')
    .trim()
    .toLowerCase()

export class FixedLines {
  readonly #editor: monaco.editor.ICodeEditor
  readonly #marks: monaco.editor.IEditorDecorationsCollection
  #fixed: readonly string[] = []
  #language: Language = LANGUAGES[0]
  /** The lines' numbers; null where the text has lost one before they were looked for. */
  #places: readonly number[] | null = null

  constructor(editor: monaco.editor.ICodeEditor) {
    this.#editor = editor
    this.#marks = editor.createDecorationsCollection()
    // What is done at a fixed line is a change of its own: taking it back takes nothing else with it.
    editor.onDidChangeCursorPosition(({ position }) => {
      const near = (line: number): boolean => Math.abs(line - position.lineNumber) <= 1
      if (this.#places?.some(near) === true) editor.getModel()?.pushStackElement()
    })
  }

  /** Marks these lines of the text that is shown, and keeps them from now on. */
  show(fixed: readonly string[], language: Language): void {
    this.#fixed = fixed
    this.#language = language
    this.#places = this.#find()
    this.#draw()
  }

  /** Whether a change that was just made leaves the lines as they were; else it is taken back. */
  allow(): boolean {
    const places = this.#find()
    if (places === null && this.#places !== null) {
      const model = this.#editor.getModel()
      queueMicrotask(() => {
        void model?.undo()
        NOTIFICATIONS.notificationService.info(REFUSED[this.#language])
      })
      return false
    }
    this.#places = places
    this.#draw()
    return true
  }

  /** Where the lines stand, in their order; null where one does not. */
  #find(): readonly number[] | null {
    const model = this.#editor.getModel()
    if (model === null || this.#fixed.length === 0) return []
    const written = model.getLinesContent().map(bare)
    const places: number[] = []
    for (const line of this.#fixed) {
      const at = written.indexOf(bare(line), places.at(-1) ?? 0)
      if (at < 0) return null
      places.push(at + 1)
    }
    return places
  }

  #draw(): void {
    this.#marks.set(
      (this.#places ?? []).map(line => ({
        range: new monaco.Range(line, 1, line, 1),
        options: {
          isWholeLine: true,
          className: 'fixed-line',
          glyphMarginClassName: 'fixed-lock',
          glyphMarginHoverMessage: { value: REASON[this.#language] },
          hoverMessage: { value: REASON[this.#language] },
        },
      })),
    )
  }
}
