// How wide a text stands in a terminal or an editor with a fixed-width font: Chinese characters take two columns.

/** Wide and full-width blocks of Unicode (East Asian Width W and F) that source names and explanations can hold. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

const MARK = /^[\p{Mn}\p{Me}\p{Cf}]$/u

/** A text's width in columns of a fixed-width font. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x300) width += 1
    else if (WIDE.some(([first, last]) => code >= first && code <= last)) width += 2
    else if (!MARK.test(character)) width += 1
  }
  return width
}

/** The text with blanks to a width, on the right or (for numbers) on the left. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)))
  return align === 'left' ? text + blanks : blanks + text
}
