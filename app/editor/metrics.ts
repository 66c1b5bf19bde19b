// Type and room of the editor as the page's style has them: font and line height come from its tokens.
import { monaco } from './monaco.ts'

const FONT_SIZE = 13
const LINE_HEIGHT = 23

/** The options that follow from the style in force around an element. */
export function typeOf(host: HTMLElement): { fontFamily: string; fontSize: number; lineHeight: number } {
  const style = getComputedStyle(host)
  const pixels = (token: string, otherwise: number): number =>
    Number.parseFloat(style.getPropertyValue(token)) || otherwise
  return {
    fontFamily: style.getPropertyValue('--mono').trim() || 'monospace',
    fontSize: pixels('--t2', FONT_SIZE),
    lineHeight: pixels('--ln', LINE_HEIGHT),
  }
}

/** Keeps an editor as large as `host` and in the type around it. Returns how to stop. */
export function followRoom(editor: monaco.editor.IStandaloneCodeEditor, host: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    const { lineHeight } = typeOf(host)
    if (lineHeight !== editor.getOption(monaco.editor.EditorOption.lineHeight)) editor.updateOptions({ lineHeight })
    editor.layout({ width: host.clientWidth, height: host.clientHeight })
  })
  observer.observe(host)
  // Widths are measured once: anew when the fonts that were asked for have come.
  const measure = (): void => monaco.editor.remeasureFonts()
  void document.fonts.ready.then(measure)
  document.fonts.addEventListener('loadingdone', measure)
  return () => {
    observer.disconnect()
    document.fonts.removeEventListener('loadingdone', measure)
  }
}
