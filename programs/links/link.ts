// What a link carries, to an address and back: `#v1.` and base64url of the gzip of UTF-8 JSON (keeping.md, section 2).
// One module for the page and the command line. It knows neither program nor history: whether a position, a cell or a
// stop exists is for whoever opens it.
import { strFromU8, strToU8 } from 'fflate'
import * as v from 'valibot'
import { LANGUAGES, MAX_CELLS, MAX_SOURCE_BYTES, type Text } from '../../emulator/instructions/index.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { pack, unpack } from './gzip.ts'

const VERSION = 'v1.'

/** JSON writes a line end, a tab, a quote as two bytes; what else is carried has room beside the text. */
const MAX_JSON_BYTES = 2 * MAX_SOURCE_BYTES + 262_144

const whole = (least: number, most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most))
const word = (most: number) => v.pipe(v.string(), v.maxLength(most))
const list = <const Item extends v.GenericSchema>(item: Item) =>
  v.pipe(v.array(item), v.maxLength(10_000), v.readonly())

const POSITION = whole(0, Number.MAX_SAFE_INTEGER)
const ADDRESS = whole(0, MAX_CELLS - 1)
const VALUE = whole(-(2 ** 31), 2 ** 31 - 1)

/** A breakpoint (with a line) or a watchpoint (without), its condition as written. */
const STOP = v.object({
  line: v.nullable(whole(1, MAX_SOURCE_BYTES + 1)),
  condition: word(1000),
  hits: v.nullable(whole(1, Number.MAX_SAFE_INTEGER)),
  enabled: v.boolean(),
})

const SHARED = v.object({
  /** The program's text. */
  text: v.pipe(
    v.string(),
    v.check(text => strToU8(text).length <= MAX_SOURCE_BYTES),
  ),
  /** What the text is called. */
  name: v.exactOptional(word(1000)),
  /** The number of the step after which it is looked at. */
  position: v.exactOptional(POSITION),
  language: v.exactOptional(v.picklist(LANGUAGES)),
  /** Cells given another value by hand: after the step at a position, an address, a value. */
  edits: v.exactOptional(list(v.pipe(v.tuple([POSITION, ADDRESS, VALUE]), v.readonly()))),
  stops: v.exactOptional(list(STOP)),
  /** Names of unknowns: an address, its name. */
  symbols: v.exactOptional(list(v.pipe(v.tuple([ADDRESS, word(1000)]), v.readonly()))),
  /** The table's columns, as operands are written: `r0`, `x10`, `[r1]`. */
  columns: v.exactOptional(list(word(1000))),
  /** An exercise's name, or the whole of its text. */
  exercise: v.exactOptional(word(65_536)),
})

/** A program and the moment at which it is looked at. All but the text may be left out. */
export type Shared = Readonly<v.InferOutput<typeof SHARED>>
export type SharedStop = Readonly<v.InferOutput<typeof STOP>>

/** Why an address opens nothing. `none` is an address that claims to be no link at all. */
export type LinkRefusal = 'none' | 'damaged' | 'too-large' | 'unknown-version' | 'foreign'

/** What a reader is told of it. */
export const REFUSALS: Readonly<Record<LinkRefusal, Text>> = {
  none: { en: 'this is no link to a program', zh: '这不是程序的链接' },
  damaged: {
    en: 'this link is damaged or cut short; ask for it once more, or for the text itself',
    zh: '这个链接已损坏或不完整；请对方重新发送，或直接发送程序文本',
  },
  'too-large': {
    en: 'what this link holds is larger than a program may be (1 MiB)',
    zh: '这个链接的内容超过了程序的最大长度（1 MiB）',
  },
  'unknown-version': {
    en: 'this link was made by a later version; reload the page or update toycpu',
    zh: '这个链接由更新的版本生成；请刷新页面或更新 toycpu',
  },
  foreign: { en: 'this link holds no program', zh: '这个链接里没有程序' },
}

/** The link, from `#` on; the same bytes for the same values. What is too large, or no such value, is refused. */
export function writeLink(shared: Shared): { readonly link: string } | { readonly refused: LinkRefusal } {
  const parsed = v.safeParse(SHARED, shared)
  if (!parsed.success) return { refused: isTooLong(shared.text) ? 'too-large' : 'foreign' }
  const json = strToU8(JSON.stringify(parsed.output))
  if (json.length > MAX_JSON_BYTES) return { refused: 'too-large' }
  return { link: `#${VERSION}${toBase64url(pack(json))}` }
}

/** What a link carries: the part of an address from `#` on, or a whole address. Never throws, whatever it is given. */
export function readLink(address: string): { readonly shared: Shared } | { readonly refused: LinkRefusal } {
  const link = address.slice(address.indexOf('#') + 1).trim()
  if (!/^v\d+\./.test(link)) return { refused: 'none' }
  if (!link.startsWith(VERSION)) return { refused: 'unknown-version' }
  // What can't be packed smaller takes four letters for three bytes.
  if (link.length > MAX_JSON_BYTES * 1.4) return { refused: 'too-large' }
  const packed = fromBase64url(link.slice(VERSION.length))
  const json = packed === null ? 'damaged' : unpack(packed, MAX_JSON_BYTES)
  if (typeof json === 'string') return { refused: json }
  let value: unknown
  try {
    value = JSON.parse(strFromU8(json))
  } catch {
    return { refused: 'foreign' }
  }
  const parsed = v.safeParse(SHARED, value)
  if (parsed.success) return { shared: parsed.output }
  const text = v.safeParse(v.object({ text: v.string() }), value)
  return { refused: text.success && isTooLong(text.output.text) ? 'too-large' : 'foreign' }
}

const isTooLong = (text: string): boolean => strToU8(text).length > MAX_SOURCE_BYTES
