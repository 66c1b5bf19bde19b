// Standard output and standard error as a command writes to them: a reader may go away, a disk may be full.

/** Takes text; resolves when the stream has taken it (so that a long table doesn't pile up), with whether anyone still reads. */
export type Outlet = (text: string) => Promise<boolean>

/**
 * The outlet of a stream. A reader that has gone away (`| head`) is no failure; any other is told once, by its code. After
 * either nothing more is written.
 * @param shown what is done to a text before a terminal gets it
 */
export function outlet(
  stream: NodeJS.WriteStream,
  failed: (code: string) => void,
  shown: (text: string) => string = text => text,
): Outlet {
  let isOpen = true
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (isOpen && code !== 'EPIPE') failed(code ?? '')
    isOpen = false
  })
  return text => {
    if (!isOpen) return Promise.resolve(false)
    return new Promise(resolve => {
      stream.write(stream.isTTY ? shown(text) : text, error => {
        // What the stream says of the error comes after this.
        setImmediate(() => resolve(!error && isOpen))
      })
    })
  }
}
