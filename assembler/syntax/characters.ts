// What each character may be (language.md, section 4): part of a name, a digit, a blank, a full-width form. It knows no token.

/** 1 for the ASCII characters that may go on a name: letters, digits, `_`. */
const NAME = new Uint8Array(128)
/** 1 for the ASCII characters that may begin a name. */
const START = new Uint8Array(128)
for (let c = 0; c < 128; c++) {
  const start = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95
  START[c] = start ? 1 : 0
  NAME[c] = start || (c >= 48 && c <= 57) ? 1 : 0
}

const LETTER = /^\p{L}$/u
const PART = /^[\p{L}\p{M}\p{Nd}]$/u
const SPACE_LIKE = /^[\p{Zs}\p{Zl}\p{Zp}]$/u
const FORMAT = /^\p{Cf}$/u

export const isDigit = (c: number): boolean => c >= 48 && c <= 57
export const isBlank = (c: number): boolean => c === 32 || c === 9

/** The ASCII character that a full-width one should have been, or 0 where `c` is no full-width character. */
export function mend(c: number): number {
  if (c < 0x2018) return 0
  if (c >= 0xff01 && c <= 0xff5e) return c - 0xfee0
  switch (c) {
    case 0x3000:
      return 32
    case 0x201c:
    case 0x201d:
      return 34
    case 0x2018:
    case 0x2019:
      return 39
    case 0x3001:
      return 44
    case 0x3010:
      return 91
    case 0x3011:
      return 93
    default:
      return 0
  }
}

/** Whether a name may begin with the character at `at`, whose code unit is `c`. */
export function beginsName(text: string, at: number, c: number): boolean {
  if (c < 128) return START[c] === 1
  if (c >= 0x4e00 && c <= 0x9fff) return true
  return c >= 128 && mend(c) === 0 && LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 0))
}

/** Where the name that goes on from `at` ends. */
export function nameEnd(text: string, at: number): number {
  let end = at
  for (;;) {
    const c = text.charCodeAt(end)
    if (c < 128) {
      if (NAME[c] === 0) return end
      end++
    } else if (c >= 0x4e00 && c <= 0x9fff) end++
    else if (c >= 128 && mend(c) === 0 && PART.test(String.fromCodePoint(text.codePointAt(end) ?? 0))) {
      end += isLead(text, end, c) ? 2 : 1
    } else return end
  }
}

/** Whether a character can't be seen and takes no room either, such as a zero-width space. */
export const isInvisible = (c: number): boolean => c > 0xa0 && c !== 0x3000 && FORMAT.test(String.fromCharCode(c))

/** Whether a character that looks like nothing (a no-break space, a control character) stands there in place of a blank. */
export function isFalseBlank(c: number): boolean {
  if (c < 32 || c === 127) return true
  if (c < 128 || (c >= 0x3400 && c <= 0x9fff)) return false
  return (c >= 0x80 && c <= 0x9f) || (c !== 0x3000 && SPACE_LIKE.test(String.fromCharCode(c)))
}

export const NO_BREAK_SPACE = 0xa0

/** Whether a character stands nowhere, not even in a comment or string: control and direction characters, line ends. */
export function isHidden(c: number): boolean {
  if (c < 127) return c < 32 && c !== 9
  if (c <= NO_BREAK_SPACE) return true
  if (c < 0x2028 || c > 0x2069) return false
  return c <= 0x202e || c >= 0x2066
}

/** Whether two code units, from `at` on, make one character. */
export function isLead(text: string, at: number, c: number): boolean {
  if (c < 0xd800 || c > 0xdbff) return false
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff
}

/** How many code units the character at `at` takes. */
export const width = (text: string, at: number): number => (isLead(text, at, text.charCodeAt(at)) ? 2 : 1)

/** The name under which names are compared: its canonical composition (NFC). */
export function canonical(name: string): string {
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) > 127) return name.normalize('NFC')
  return name
}

/** Names met before, by a hash: texts say the same ones over and over. An entry may be taken by another at any time. */
const KEPT = 4095
const NAMES: string[] = Array.from({ length: KEPT + 1 }, () => '')

/** Longer names are not kept: engines let a longer piece of a text hold on to the whole of it. */
const LONGEST_KEPT = 12

/** The canonical form of the name at `[start, end)`. */
export function nameAt(text: string, start: number, end: number): string {
  let hash = 0
  for (let at = start; at < end; at++) hash = Math.imul(hash, 31) + text.charCodeAt(at)
  const known = NAMES[hash & KEPT]!
  if (known.length === end - start) {
    let at = start
    while (at < end && text.charCodeAt(at) === known.charCodeAt(at - start)) at++
    if (at === end) return known
  }
  const name = canonical(text.slice(start, end))
  if (name.length <= LONGEST_KEPT) NAMES[hash & KEPT] = name
  return name
}

/** How a character is shown in a message: itself, or its number where it can't be seen. */
export function shown(text: string, at: number): string {
  const c = text.codePointAt(at) ?? 0
  const invisible = c < 32 || c === 127 || isFalseBlank(c) || isInvisible(c) || (c >= 0xd800 && c <= 0xdfff)
  return invisible ? `U+${c.toString(16).toUpperCase().padStart(4, '0')}` : String.fromCodePoint(c)
}
