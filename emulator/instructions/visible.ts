// What may go to a terminal: any text with its control and direction characters made visible, so that no name, option or
// literal moves a cursor, rings, or turns what stands after it (command-line.md). It knows no terminal.

/** Control characters, what turns the direction of writing, line and paragraph separators, halves of a character. */
const ACTIVE = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/gu
/** The same where line ends and tabs are the text's own. */
const ACTIVE_IN_LINES = /[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]|(?!\r?\n|\t)\p{Cc}/gu

const code = (character: string, digits: number): string => character.charCodeAt(0).toString(16).padStart(digits, '0')

/** `\x1b` for ESC, `\u202e` for what is beyond one byte. */
const escaped = (character: string): string =>
  character < '\u0100' ? `\\x${code(character, 2)}` : `\\u${code(character, 4)}`

/** A piece of a line (a name, an option, a literal) in which nothing acts on a terminal, a line end neither. */
export const visible = (text: string): string => text.replace(ACTIVE, escaped)

/** Whole lines in which nothing acts on a terminal but line ends and tabs. */
export const visibleLines = (text: string): string => text.replace(ACTIVE_IN_LINES, escaped)

/** JSON on one line, which says the same to whoever reads it, and in which nothing acts on a terminal. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value).replace(ACTIVE, character => `\\u${code(character, 4)}`)
