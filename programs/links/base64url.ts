// Bytes as base64url (RFC 4648, section 5), without padding. It knows nothing of what they mean.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** By character code its six bits; 255 for what is no letter of the alphabet. */
const SIX_BITS = new Uint8Array(128).fill(255)
for (let at = 0; at < 64; at++) SIX_BITS[ALPHABET.charCodeAt(at)] = at

/** The bytes as text that an address may hold. */
export function toBase64url(bytes: Uint8Array): string {
  const letters: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const word = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    letters.push(ALPHABET[word >> 18]!, ALPHABET[(word >> 12) & 63]!)
    if (left > 1) letters.push(ALPHABET[(word >> 6) & 63]!)
    if (left > 2) letters.push(ALPHABET[word & 63]!)
  }
  return letters.join('')
}

/** The bytes that a text stands for, padded or not; null where it is none. */
export function fromBase64url(text: string): Uint8Array | null {
  const { length } = text.replace(/=+$/, '')
  if (length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let word = 0
  let filled = 0
  for (let at = 0; at < length; at++) {
    const six = SIX_BITS[text.charCodeAt(at)] ?? 255
    if (six === 255) return null
    word = ((word << 6) | six) & 0xffffff
    if (at % 4 === 0) continue
    bytes[filled] = word >> (6 - 2 * (at % 4))
    filled++
  }
  return bytes
}
