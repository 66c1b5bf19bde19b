// How wide a text stands in a terminal or an editor with a fixed-width font: Chinese characters take two columns.
import { eastAsianWidth } from 'get-east-asian-width'

/** Marks on the character before, and what has no look of its own. */
const MARK = /^[\p{Mn}\p{Me}\p{Cf}]$/u

/** A text's width in columns of a fixed-width font. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x300) width += 1
    else if (!MARK.test(character)) width += eastAsianWidth(code)
  }
  return width
}

/** The text with blanks to a width, on the right or (for numbers) on the left. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - textWidth(text)))
  return align === 'left' ? text + blanks : blanks + text
}
