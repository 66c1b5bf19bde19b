// Files on the reader's own disk: read into a text of their own, written out as a download.
import { MAX_SOURCE_BYTES } from '../../emulator/instructions/index.ts'
import { openText } from './documents.ts'
import { download } from './download.ts'
import { decoded, type Encoding, encodingsBut, textAs } from './encodings.ts'
import { openOwnExercise } from './exercises.ts'
import { edit, session } from './session.ts'
import { damagedAsText } from './shelf/shelf.ts'

/** What a text may take on the disk in any encoding: in UTF-16 twice as much as in UTF-8, and its mark. */
const LARGEST = 2 * MAX_SOURCE_BYTES + 4

/** The file whose encoding was assumed last, and what it was opened as. */
let assumed: { readonly bytes: Uint8Array; readonly name: string } | null = null

/**
 * Opens files beside what is there, each under its own name, the last one in sight; those that are no text, too large, or
 * cannot be read are told of.
 */
export async function openFiles(files: readonly File[]): Promise<void> {
  const refused: string[] = []
  for (const file of files) if (!(await openFile(file))) refused.push(file.name)
  if (refused.length > 0) session.setState({ notice: { kind: 'not-text', names: refused } })
}

/** Whether the file could be opened. */
async function openFile(file: File): Promise<boolean> {
  // A folder that is dropped looks like a file until it is read; a file can be gone by then.
  const bytes = file.size > LARGEST ? null : await file.arrayBuffer().catch(() => null)
  const read = bytes === null ? null : decoded(new Uint8Array(bytes))
  if (bytes === null || read === null || read.text.length > MAX_SOURCE_BYTES) return false
  if (/\.toml$/i.test(file.name)) {
    await openExerciseFile(file.name, read.text)
    return true
  }
  await openText(read.text, file.name.replace(/\.[^.]*$/, ''))
  if (read.encoding === 'UTF-8') return true
  const { name } = session.getState()
  assumed = { bytes: new Uint8Array(bytes), name }
  tellEncoding(read.encoding)
  return true
}

/** Says how a file was read, and what else it might be where that is not certain. */
function tellEncoding(encoding: Encoding): void {
  const others = encodingsBut(encoding)
  session.setState({ notice: { kind: 'encoding', name: session.getState().name, encoding, others } })
}

/** Reads the file whose encoding was assumed in another one, in place of what was read: a change that can be undone. */
export function readAgainAs(encoding: Encoding): void {
  if (assumed === null || session.getState().name !== assumed.name) return
  edit(textAs(assumed.bytes, encoding))
  tellEncoding(encoding)
}

/** A teacher's exercise; one that cannot be read is told with what is wrong and where. */
async function openExerciseFile(file: string, text: string): Promise<void> {
  const { readOwn } = await import('./exercise-library.ts')
  const read = readOwn(file, text)
  if ('value' in read) await openOwnExercise(read.value, text)
  else session.setState({ notice: { kind: 'not-exercise', name: file, problem: read.problems[0]! } })
}

const PLAIN = 'text/plain;charset=utf-8'

/** Saves the open text as `name.asm`. */
export const saveAsFile = (name: string): void => download(`${name}.asm`, PLAIN, session.getState().text)

/** Saves what was kept and cannot be read, as it is. */
export async function saveDamaged(): Promise<void> {
  download('toycpu-damaged.json', PLAIN, await damagedAsText())
}

/** Saves a worksheet of the open text's table, or its key, to be printed. */
export const saveWorksheet = (name: string, key: boolean, html: string): void =>
  download(`${name}-${key ? 'key' : 'worksheet'}.html`, 'text/html;charset=utf-8', html)

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
      // Read at once: after the event the list is empty.
      void openFiles([...(event.dataTransfer?.files ?? [])])
    },
    { capture: true },
  )
}
