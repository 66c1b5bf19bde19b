// The frames in which editors send their messages: a header with a Content-Length, a blank line, so many bytes (language
// server and debug adapter protocol, "Base Protocol"). It knows no message.

/** What has arrived: a message's bytes; or why nothing after here can be read, since nobody knows where a frame begins. */
export type MessageFrame = { readonly body: Uint8Array } | { readonly broken: string }

const MOST_HEADER = 8192
/** Larger than any text that an editor sends: it would only be held in memory. */
const MOST_BODY = 64 * 2 ** 20

/** A message as it is sent. */
export function framed(message: unknown): string {
  const body = JSON.stringify(message)
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

/** Takes bytes as they come, in pieces of any size, and gives whole frames. After a broken one it gives no more. */
export class Frames {
  #pieces: Uint8Array[] = []
  #held = 0
  /** The length of the body that is to come; null within a header. */
  #length: number | null = null
  #isBroken = false

  push(bytes: Uint8Array): readonly MessageFrame[] {
    if (this.#isBroken) return []
    this.#pieces.push(bytes)
    this.#held += bytes.length
    const frames: MessageFrame[] = []
    for (;;) {
      // A large body is put together once it is whole, not at each of its pieces.
      if (this.#length !== null && this.#held < this.#length) return frames
      const all = Buffer.concat(this.#pieces)
      const frame = this.#length === null ? this.#header(all) : this.#body(all, this.#length)
      if (frame !== null) frames.push(frame)
      if (frame !== null && 'broken' in frame) {
        this.#isBroken = true
        this.#keep(all.subarray(all.length))
        return frames
      }
      if (frame === null && this.#length === null) return frames
    }
  }

  #keep(rest: Uint8Array): void {
    this.#pieces = [rest]
    this.#held = rest.length
  }

  /** Reads a header where there is a whole one; what is wrong with it, or null. */
  #header(all: Buffer): MessageFrame | null {
    const end = all.indexOf('\r\n\r\n')
    if (end < 0) return all.length > MOST_HEADER ? { broken: 'a header without an end' } : null
    if (end > MOST_HEADER) return { broken: 'a header without an end' }
    const length = lengthOf(all.toString('latin1', 0, end))
    if (typeof length === 'string') return { broken: length }
    this.#length = length
    this.#keep(all.subarray(end + 4))
    return null
  }

  #body(all: Buffer, length: number): MessageFrame {
    this.#length = null
    this.#keep(all.subarray(length))
    return { body: all.subarray(0, length) }
  }
}

/** The length that a header tells, or what is wrong with it. */
function lengthOf(header: string): number | string {
  let length: number | null = null
  for (const line of header.split('\r\n')) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? []
    if (name === undefined || value === undefined) return 'a line in a header that is no field'
    if (/^content-type$/i.test(name) && /charset=(?!"?utf-?8"?\s*(;|$))/i.test(value))
      return 'a charset that is not utf-8'
    if (!/^content-length$/i.test(name)) continue
    if (!/^\d+$/.test(value)) return 'a Content-Length that is no number of bytes'
    if (length !== null && length !== Number(value)) return 'two different Content-Lengths'
    length = Number(value)
  }
  if (length === null) return 'a header without Content-Length'
  return length > MOST_BODY ? `a message of more than ${MOST_BODY} bytes` : length
}
