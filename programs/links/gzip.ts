// gzip (RFC 1952) with a bound: unpacking stops there, and the checksum and length at the end are held against what came
// out. fflate does the compressing; it checks neither, and would unpack whatever is promised.
import { gzipSync, Inflate } from 'fflate'

/** Why there is nothing to unpack. */
type Unpacked = Uint8Array | 'damaged' | 'too-large'

/** So much goes in at a time: at deflate's highest ratio (1,032) about half a MiB comes out. */
const PIECE = 512

/** Where more is promised than is allowed, so much is unpacked to tell a bomb from what was cut short. */
const ENOUGH = 262_144

/** The same bytes for the same bytes, whenever they are made. */
export const pack = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9, mtime: 0 })

/** What was packed; or why not. Never more than `bound` bytes and a piece are held. */
export function unpack(packed: Uint8Array, bound: number): Unpacked {
  const from = bodyAt(packed)
  const to = packed.length - 8
  if (from === null || from > to) return 'damaged'
  const checksum = numberAt(packed, to)
  const length = numberAt(packed, to + 4)
  // A link cut short has any number there: what comes out says whether it is damaged or too large.
  const room = length > bound ? Math.min(ENOUGH, bound) : length
  const bytes = new Uint8Array(room)
  let filled = 0
  let isLonger = false
  const inflate = new Inflate(piece => {
    if (filled + piece.length > room) isLonger = true
    else bytes.set(piece, filled)
    filled += piece.length
  })
  try {
    for (let at = from; at < to && !isLonger; at += PIECE) {
      const end = Math.min(at + PIECE, to)
      inflate.push(packed.subarray(at, end), end === to)
    }
  } catch {
    return 'damaged'
  }
  if (isLonger && length > bound) return 'too-large'
  return filled !== length || crc32(bytes) !== checksum ? 'damaged' : bytes
}

/** The flags of a header, of which each says that something stands in it. */
const FLAG = { checksum: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const

/** Where what is compressed begins, after the header; null where there is no such header. */
function bodyAt(packed: Uint8Array): number | null {
  const flags = packed[3] ?? FLAG.reserved
  if (packed[0] !== 0x1f || packed[1] !== 0x8b || packed[2] !== 8 || (flags & FLAG.reserved) !== 0) return null
  let at = 10
  if (flags & FLAG.extra) at += 2 + (packed[at] ?? 0) + 256 * (packed[at + 1] ?? 0)
  for (const flag of [FLAG.name, FLAG.comment]) {
    if ((flags & flag) === 0) continue
    const end = packed.indexOf(0, at)
    if (end < 0) return null
    at = end + 1
  }
  return flags & FLAG.checksum ? at + 2 : at
}

/** A number of four bytes, the lowest first. */
const numberAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let word = byte
  for (let bit = 0; bit < 8; bit++) word = word & 1 ? (word >>> 1) ^ 0xedb88320 : word >>> 1
  return word
})

function crc32(bytes: Uint8Array): number {
  let word = 0xffffffff
  for (const byte of bytes) word = (word >>> 8) ^ CRC[(word ^ byte) & 255]!
  return (word ^ 0xffffffff) >>> 0
}
