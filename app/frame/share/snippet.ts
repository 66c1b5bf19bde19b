// What a teacher pastes into a page to have the program there: a frame, or the element of toy-cpu.js (keeping.md,
// section 3). Markup of our own making: whatever a reader has written in it is escaped.
import type { Language } from '../../../emulator/instructions/index.ts'

interface Embedded {
  /** The page's address. */
  readonly base: string
  /** From `#` on. */
  readonly link: string
  readonly name: string
  readonly language: Language
}

const SIZE = { width: 700, height: 420 }

/** A text as it stands in an attribute. */
const attribute = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** The frame. */
export const frameSnippet = ({ base, link, name, language }: Embedded): string =>
  `<iframe src="${attribute(`${base}?embed=1&lang=${language}${link}`)}" width="${SIZE.width}" height="${SIZE.height}" title="${attribute(name)}" loading="lazy"></iframe>`

/** The element, with the script that makes it one. */
export const elementSnippet = ({ base, link, name, language }: Embedded): string =>
  `<script async src="${attribute(`${base.replace(/[^/]*$/, '')}toy-cpu.js`)}"></script>\n<toy-cpu link="${attribute(link)}" lang="${language}" title="${attribute(name)}"></toy-cpu>`
