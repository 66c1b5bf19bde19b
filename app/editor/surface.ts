// One editor on the page: puts its parts together, tells the page what happens, and follows what the page tells.
import type { Diagnostic } from '../../assembler/index.ts'
import type { Language } from '../../emulator/instructions/index.ts'
import type { AskLanguage } from '../worker/language.ts'
import type { LineValue } from '../worker/line-values.ts'
import { Breakpoints } from './breakpoints.ts'
import { setChineseRuns } from './chinese-runs.ts'
import type { EditorHandle, EditorProps, LineMarks } from './contract.ts'
import { Documents } from './documents.ts'
import { FixedLines } from './fixed-lines.ts'
import { LANGUAGE_ID, registerLanguage } from './grammar.ts'
import { indentAfterEnter } from './indenting.ts'
import { fixFullwidthAction, registerServices, type Surroundings, surround } from './language/index.ts'
import { letTabLeave, markArrival } from './leaving.ts'
import { LineMap } from './line-map.ts'
import { followRoom, typeOf } from './metrics.ts'
import { monaco } from './monaco.ts'
import { NOTIFICATIONS } from './notifications.ts'
import { refuseHugeTexts } from './pasting.ts'
import { PositionMarks } from './position-marks.ts'
import { showProblems } from './problems.ts'
import { applyTheme } from './theme.ts'
import { type PlacedValues, Values } from './values.ts'
import { LEAVING, SOURCE } from './words.ts'

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  accessibilitySupport: 'auto',
  glyphMargin: true,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  folding: true,
  showFoldingControls: 'mouseover',
  padding: { top: 2, bottom: 2 },
  minimap: { enabled: false },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: 'none',
  renderFinalNewline: 'off',
  scrollBeyondLastLine: false,
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
  guides: { indentation: false, bracketPairs: false, highlightActiveIndentation: false },
  bracketPairColorization: { enabled: false },
  matchBrackets: 'always',
  stickyScroll: { enabled: false },
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
  renderControlCharacters: true,
  codeLens: false,
  links: false,
  colorDecorators: false,
  fontLigatures: false,
  tabSize: 4,
  insertSpaces: true,
  detectIndentation: false,
  autoIndent: 'none',
  autoSurround: 'never',
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, comments: false, strings: false },
  suggest: { showWords: false, showStatusBar: false, snippetsPreventQuickSuggestions: true },
  acceptSuggestionOnEnter: 'smart',
  tabCompletion: 'off',
  inlineSuggest: { enabled: false },
  parameterHints: { enabled: false },
  largeFileOptimizations: true,
  fixedOverflowWidgets: true,
  // In a shadow tree the context menu would not see its colours.
  useShadowDOM: false,
}

export class EditorSurface implements Surroundings {
  #props: EditorProps
  readonly #editor: monaco.editor.IStandaloneCodeEditor
  readonly #documents: Documents
  readonly #map = new LineMap()
  readonly #position: PositionMarks
  readonly #values: Values
  readonly #breakpoints: Breakpoints
  readonly #fixed: FixedLines
  readonly #endings: (() => void)[] = []
  #placed: readonly PlacedValues[] = []
  #action: monaco.IDisposable | null = null
  #visible = { first: 0, last: 0 }
  /** Whether an input method is composing: half of a word is nobody's program yet. */
  #composing = false

  /**
   * @param frame where keys are met before the engine has them
   * @param host  what the engine fills
   * @param voice a live region for a screen reader
   */
  constructor(frame: HTMLElement, host: HTMLElement, voice: HTMLElement, props: EditorProps) {
    this.#props = props
    const dimension = { width: host.clientWidth, height: host.clientHeight }
    const options = { ...OPTIONS, ...typeOf(host), model: null, dimension }
    // First of all: the engine takes its notifications' service from the first call it gets.
    this.#editor = monaco.editor.create(host, options, NOTIFICATIONS)
    registerLanguage()
    registerServices()
    applyTheme(props.theme)
    this.#documents = new Documents(this.#editor, model => surround(model, this))
    this.#position = new PositionMarks(this.#editor)
    this.#values = new Values(this.#editor)
    this.#breakpoints = new Breakpoints(this.#editor, lines => this.#props.onBreakpoints(lines))
    this.#fixed = new FixedLines(this.#editor)
    this.#speak()
    setChineseRuns(this.#editor)
    this.#documents.show(props.name, props.text)

    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || !this.#props.onKey(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    frame.addEventListener('keydown', onKey, { capture: true })
    this.#endings.push(
      () => frame.removeEventListener('keydown', onKey, { capture: true }),
      refuseHugeTexts(frame, () => this.#props.onTooLarge()),
      markArrival(frame),
      letTabLeave(frame, leaving => {
        voice.textContent = leaving ? LEAVING[this.#props.language] : ''
      }),
      indentAfterEnter(frame, this.#editor),
      followRoom(this.#editor, host),
    )
    this.#editor.onDidChangeModelContent(event => this.#changed(event))
    this.#editor.onDidCompositionStart(() => {
      this.#composing = true
    })
    this.#editor.onDidCompositionEnd(() => {
      this.#composing = false
      if (this.#stands()) this.#tell()
    })
    this.#editor.onDidChangeCursorPosition(({ position }) => this.#props.onCursor(position.lineNumber))
    this.#editor.onDidScrollChange(() => this.#tellVisible())
    this.#editor.onDidLayoutChange(() => this.#tellVisible())
    this.#editor.onDidChangeHiddenAreas(() => this.#tellVisible())

    this.#showProblems()
    this.#showPosition()
    this.#breakpoints.show(props.breakpoints)
    this.#fixed.show(props.fixed, props.language)
    props.onReady(this.#handle())
    this.#tellVisible()
  }

  /** Follows what the page shows now; does only what has changed. */
  update(props: EditorProps): void {
    const before = this.#props
    this.#props = props
    if (props.theme !== before.theme) applyTheme(props.theme)
    if (props.language !== before.language) this.#speak()
    const other = this.#documents.show(props.name, props.text)
    if (other) this.#map.reset()
    if (other || props.diagnostics !== before.diagnostics || props.language !== before.language) this.#showProblems()
    if (other || props.old !== before.old || props.values !== before.values || !sameMarks(props.marks, before.marks)) {
      // What belongs to the text as it is now is what lines are followed from.
      if (!props.old) this.#map.reset()
      this.#showPosition()
    }
    if (other || props.fixed !== before.fixed || props.language !== before.language)
      this.#fixed.show(props.fixed, props.language)
    if (other || props.breakpoints !== before.breakpoints) this.#breakpoints.show(props.breakpoints)
    if (other) this.#tellVisible()
  }

  /** The reader's language. */
  get language(): Language {
    return this.#props.language
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#props.diagnostics
  }

  get ask(): AskLanguage {
    return this.#props.ask
  }

  /** The values shown beside a line, or hidden for want of room. */
  valuesAt(line: number): readonly LineValue[] {
    return this.#placed.find(placed => placed.line === line)?.values ?? []
  }

  dispose(): void {
    for (const end of this.#endings) end()
    this.#values.dispose()
    this.#documents.dispose()
    this.#editor.dispose()
  }

  #changed(event: monaco.editor.IModelContentChangedEvent): void {
    const model = this.#editor.getModel()
    if (model === null) return
    const changes = event.changes.map(({ range, rangeLength, text }) => ({
      line: range.startLineNumber,
      column: range.startColumn,
      endLine: range.endLineNumber,
      endColumn: range.endColumn,
      removed: rangeLength,
      text: event.eol === '\n' ? text.replaceAll('\r\n', '\n') : text,
    }))
    const lengthNow = (line: number): number => (line <= model.getLineCount() ? model.getLineLength(line) : 0)
    this.#map.apply(changes, lengthNow)
    const thisChange = new LineMap()
    thisChange.apply(changes, lengthNow)
    this.#breakpoints.follow(thisChange)
    this.#showPosition()
    if (!this.#composing && this.#stands()) this.#tell()
  }

  /** Whether the lines that are part of a task stand as they did; what the page itself changes is not asked. */
  #stands(): boolean {
    return this.#documents.isTelling || this.#fixed.allow()
  }

  #tell(): void {
    const text = this.#documents.changed()
    if (text !== null) this.#props.onChange(text)
  }

  /** Names what is the editor's own in the reader's language. */
  #speak(): void {
    this.#editor.updateOptions({ ariaLabel: SOURCE[this.language] })
    this.#action?.dispose()
    this.#action = this.#editor.addAction(fixFullwidthAction(this.language))
  }

  #showProblems(): void {
    const model = this.#editor.getModel()
    if (model !== null) showProblems(model, this.#props.diagnostics, this.#props.language)
  }

  /** Shows marks and values on the lines where those they belong to are now. Edited lines lose theirs once they are old. */
  #showPosition(): void {
    const { marks, values, old } = this.#props
    const lineNow = (line: number): number | null => {
      const found = this.#map.find(line)
      return found !== null && (found.intact || !old) ? found.line : null
    }
    const now = (line: number | null): number | null => (line === null ? null : lineNow(line))
    const shown = { last: now(marks.last), next: now(marks.next), fault: now(marks.fault) }
    this.#position.show(shown)
    const placed: PlacedValues[] = []
    for (const of of values) {
      const line = lineNow(of.line)
      if (line !== null) placed.push({ line, last: line === shown.last, values: of.values })
    }
    this.#placed = placed
    this.#values.show(placed)
  }

  #tellVisible(): void {
    const ranges = this.#editor.getVisibleRanges()
    const first = ranges[0]?.startLineNumber ?? 1
    // As far as there is room for lines, not only as far as there are lines by now: a text that grows is in sight too.
    const { height } = this.#editor.getLayoutInfo()
    const fit = Math.ceil(height / this.#editor.getOption(monaco.editor.EditorOption.lineHeight))
    const last = Math.max(ranges.at(-1)?.endLineNumber ?? 1, first + fit)
    if (first === this.#visible.first && last === this.#visible.last) return
    this.#visible = { first, last }
    this.#props.onVisible(first, last)
  }

  #handle(): EditorHandle {
    const editor = this.#editor
    return {
      focus: () => editor.focus(),
      reveal: range => {
        const place = new monaco.Range(range.line, range.column, range.endLine, range.endColumn)
        editor.setSelection(place)
        editor.revealRangeInCenterIfOutsideViewport(place)
        editor.focus()
      },
      apply: edits => {
        editor.pushUndoStop()
        editor.executeEdits(
          LANGUAGE_ID,
          edits.map(({ line, column, endLine, endColumn, text }) => ({
            range: new monaco.Range(line, column, endLine, endColumn),
            text,
            forceMoveMarkers: true,
          })),
        )
        editor.pushUndoStop()
      },
      cursorLine: () => editor.getPosition()?.lineNumber ?? 1,
      actions: () =>
        editor
          .getSupportedActions()
          .filter(({ label }) => label !== '')
          .map(({ id, label }) => ({ id, label })),
      run: actionId => {
        editor.focus()
        void editor.getAction(actionId)?.run()
      },
    }
  }
}

const sameMarks = (a: LineMarks, b: LineMarks): boolean => a.last === b.last && a.next === b.next && a.fault === b.fault
