// Values beside the code: a layer of its own at the right, in step with scrolling, hidden on a line before it would touch
// the text. It is a picture only: a screen reader has the same by hover and in the state table.

import { classes } from '../style/classes.ts'
import type { LineValue } from '../worker/line-values.ts'
import { monaco } from './monaco.ts'

const c = classes()

/** Pixels that must stay free between a line's text and its values. */
const GAP = 12

function element(tag: string, className: string, ...children: readonly (Node | string)[]): HTMLElement {
  const node = document.createElement(tag)
  if (className !== '') node.className = className
  node.append(...children)
  return node
}

const bold = (text: string): HTMLElement => element('b', '', text)

function valueElement({ name, before, value, written, read, pointed }: LineValue): HTMLElement {
  const classes = ['iv', written && 'w', read && 'r', pointed && 'p'].filter(Boolean).join(' ')
  const number = element('sub', '', name.slice(1))
  return element(
    'span',
    classes,
    element('i', c('mathName'), name.slice(0, 1), number),
    ' ',
    ...changeOf(before, value, written),
  )
}

const changeOf = (before: string | undefined, value: string, written: boolean): (Node | string)[] =>
  before === undefined ? [written ? bold(value) : value] : [`${before}→`, bold(value)]

/** The values of one line of the text as it is now. */
export interface PlacedValues {
  readonly line: number
  readonly last: boolean
  readonly values: readonly LineValue[]
}

export class Values {
  readonly #editor: monaco.editor.ICodeEditor
  readonly #layer = element('div', 'values')
  readonly #sheet = element('div', 'values-sheet')
  #shown: readonly PlacedValues[] = []
  #rows: { readonly line: number; readonly node: HTMLElement }[] = []
  #frame = 0

  constructor(editor: monaco.editor.ICodeEditor) {
    this.#editor = editor
    this.#layer.ariaHidden = 'true'
    this.#layer.append(this.#sheet)
    editor.addOverlayWidget({ getId: () => 'values', getDomNode: () => this.#layer, getPosition: () => null })
    editor.onDidScrollChange(() => {
      this.#scroll()
      this.place()
    })
    editor.onDidLayoutChange(() => this.place())
    editor.onDidChangeHiddenAreas(() => this.place())
    this.#scroll()
  }

  /** Shows these values, and no others. */
  show(lines: readonly PlacedValues[]): void {
    if (sameLines(lines, this.#shown)) {
      this.place()
      return
    }
    this.#shown = lines
    this.#rows = lines.map(({ line, last, values }) => {
      const node = element('div', last ? 'ivs last' : 'ivs', ...values.map(valueElement))
      node.style.visibility = 'hidden'
      return { line, node }
    })
    this.#sheet.replaceChildren(...this.#rows.map(row => row.node))
    this.place()
  }

  /** Puts each line's values where the line is, before the next frame is drawn: by then the code has been laid out, which
   * to ask for at once would hold up everything else that a keystroke changes. */
  place(): void {
    if (this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => this.#placeNow())
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame)
  }

  #scroll(): void {
    this.#sheet.style.transform = `translateY(${-this.#editor.getScrollTop()}px)`
  }

  #placeNow(): void {
    this.#frame = 0
    const model = this.#editor.getModel()
    if (model === null) return
    const { width, height, contentLeft } = this.#editor.getLayoutInfo()
    const lineHeight = this.#editor.getOption(monaco.editor.EditorOption.lineHeight)
    const textLeft = contentLeft - this.#editor.getScrollLeft()
    const visible = this.#editor.getVisibleRanges()
    const inSight = (line: number): boolean =>
      line <= model.getLineCount() &&
      visible.some(({ startLineNumber, endLineNumber }) => startLineNumber <= line && line <= endLineNumber)
    // What asks the page to lay out comes first, what has it laid out anew after that.
    const rows = this.#rows.map(({ line, node }) => {
      if (!inSight(line)) return { node, top: 0, end: Number.POSITIVE_INFINITY }
      const end = this.#editor.getOffsetForColumn(line, model.getLineMaxColumn(line))
      const top = this.#editor.getTopForLineNumber(line)
      return { node, top, end: end < 0 ? Number.POSITIVE_INFINITY : textLeft + end }
    })
    this.#layer.style.width = `${width}px`
    this.#layer.style.height = `${height}px`
    for (const { node, top } of rows) {
      node.style.visibility = 'hidden'
      node.style.top = `${top}px`
      node.style.height = `${lineHeight}px`
    }
    const lefts = rows.map(({ node }) => node.offsetLeft)
    rows.forEach(({ node, end }, i) => {
      if (end + GAP <= (lefts[i] ?? 0)) node.style.visibility = ''
    })
  }
}

/** Whether nothing has to be drawn anew. The values of a line are the same list as long as they are the same. */
const sameLines = (a: readonly PlacedValues[], b: readonly PlacedValues[]): boolean =>
  a.length === b.length &&
  a.every(({ line, last, values }, i) => b[i]?.line === line && b[i].last === last && b[i].values === values)
