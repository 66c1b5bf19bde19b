// The command line without a process: arguments and files in, what it prints and its exit status out.
import { main } from '../cli/cli.ts'

export interface Outcome {
  readonly status: number
  readonly out: string
  readonly error: string
  /** Files as they are afterwards. */
  readonly files: ReadonlyMap<string, string>
}

/** Files by name, `-` for standard input; bytes where a text won't do. */
type Files = Readonly<Record<string, string | Uint8Array>>

/** Runs `toycpu` with `words`. `locked` are the files that can't be written. */
export async function toycpu(
  words: readonly string[],
  files: Files = {},
  environment: Readonly<Record<string, string>> = {},
  locked: readonly string[] = [],
): Promise<Outcome> {
  const stored = new Map<string, string | Uint8Array>(Object.entries(files))
  const encoder = new TextEncoder()
  let out = ''
  let error = ''
  const status = await main(
    words,
    {
      async out(text) {
        out += text
        return true
      },
      async error(text) {
        error += text
      },
      async read(file) {
        const content = stored.get(file)
        if (content === undefined) return { unreadable: { en: 'cannot be read', zh: '无法读取' } }
        return typeof content === 'string' ? encoder.encode(content) : content
      },
      async write(file, text) {
        if (locked.includes(file)) return false
        stored.set(file, text)
        return true
      },
      environment,
    },
    '1.2.3',
  )
  const texts = [...stored].map(
    ([name, content]) => [name, typeof content === 'string' ? content : new TextDecoder().decode(content)] as const,
  )
  return { status, out, error, files: new Map(texts) }
}
