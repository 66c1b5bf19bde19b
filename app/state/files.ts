// Files on the reader's own disk: read into a text of their own, written out as a download.
import { openText } from './documents.ts'
import { download } from './download.ts'
import { openOwnExercise } from './exercises.ts'
import { session } from './session.ts'
import { damagedAsText } from './shelf/shelf.ts'

/** Larger files are no programs: a line of 250 bytes for each of the most instructions that there can be. */
const LARGEST = 16 * 1024 * 1024

/** Opens a file beside what is there, under its own name; one that is no text, or cannot be read, is told of. */
export async function openFile(file: File): Promise<void> {
  // A folder that is dropped looks like a file until it is read; a file can be gone by then.
  const bytes = file.size > LARGEST ? null : await file.arrayBuffer().catch(() => null)
  const text = bytes === null ? null : decoded(new Uint8Array(bytes))
  if (text === null) session.setState({ notice: { kind: 'not-text', name: file.name } })
  else if (/\.toml$/i.test(file.name)) await openExerciseFile(file.name, text)
  else await openText(text, file.name.replace(/\.[^.]*$/, ''))
}

/** A teacher's exercise; one that cannot be read is told with what is wrong and where. */
async function openExerciseFile(file: string, text: string): Promise<void> {
  const { readOwn } = await import('./exercise-library.ts')
  const read = readOwn(file, text)
  if ('value' in read) await openOwnExercise(read.value, text)
  else session.setState({ notice: { kind: 'not-exercise', name: file, problem: read.problems[0]! } })
}

/** Bytes as a text: UTF-8, UTF-16 with its mark, else GB 18030, which older Chinese files are in; null for no text. */
export function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  if (marked === null && bytes.includes(0)) return null
  for (const encoding of marked === null ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not in this one.
    }
  }
  return null
}

const PLAIN = 'text/plain;charset=utf-8'

/** Saves the open text as `name.asm`. */
export const saveAsFile = (name: string): void => download(`${name}.asm`, PLAIN, session.getState().text)

/** Saves what was kept and cannot be read, as it is. */
export async function saveDamaged(): Promise<void> {
  download('toycpu-damaged.json', PLAIN, await damagedAsText())
}

let picker: HTMLInputElement | null = null

/** Says which input lets the reader pick a file. */
export function setPicker(input: HTMLInputElement | null): void {
  picker = input
}

/** Lets the reader pick a file to open. */
export const pickFile = (): void => picker?.click()

/** Files that are dropped on the page are opened; the browser would else leave the page for them. */
export function takeDroppedFiles(): void {
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
  addEventListener(
    'dragover',
    event => {
      if (hasFiles(event)) event.preventDefault()
    },
    { capture: true },
  )
  addEventListener(
    'drop',
    event => {
      if (!hasFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) void openFile(file)
    },
    { capture: true },
  )
}
