// All documents as one zip that anybody can read: a folder of `.asm` files, and one JSON with what belongs to them. Taken
// in again, nothing that is there is written over: the same text under the same name is there already, another text gets
// a name of its own. What is in an archive is judged like anything that comes from outside.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import * as v from 'valibot'
import { MAX_SOURCE_BYTES } from '../../emulator/instructions/index.ts'
import { type DocumentRecord, type Draft, fresh, readDraft } from './shelf/record.ts'

const INDEX = 'toycpu.json'
/** More than this no archive may hold, unpacked: a bomb stops here. */
const LARGEST = 64 * 1024 * 1024
const MOST_FILES = 10_000
/** The same documents give the same bytes. */
const TIME = new Date(1980, 0, 1)

const index = v.object({
  toycpu: v.literal(1),
  documents: v.array(v.looseObject({ file: v.string(), name: v.string() })),
})

/** A name as every system takes it for a file's; two names that differ give two files. */
function fileName(name: string, taken: Set<string>): string {
  const plain =
    name
      .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '_')
      .replace(/^[. ]+|[. ]+$/g, '')
      .slice(0, 100) || 'untitled'
  let file = `${plain}.asm`
  for (let n = 2; taken.has(file.toLowerCase()); n++) file = `${plain} (${n}).asm`
  taken.add(file.toLowerCase())
  return file
}

/** The archive. */
export function packArchive(records: readonly DocumentRecord[]): Uint8Array<ArrayBuffer> {
  const taken = new Set<string>()
  const files: Zippable = {}
  const documents = records.map(({ name, text, position, stops, branches }) => {
    const file = fileName(name, taken)
    files[file] = [strToU8(text), { mtime: TIME }]
    return { file, name, position, stops, branches }
  })
  files[INDEX] = [strToU8(JSON.stringify({ toycpu: 1, documents }, null, 1)), { mtime: TIME }]
  return zipSync(files, { level: 6 })
}

export interface Packed {
  readonly name: string
  readonly draft: Draft
}

/** What an archive holds: also a zip of mere `.asm` files. Null where it is none, damaged, or too large. */
export function unpackArchive(bytes: Uint8Array): readonly Packed[] | null {
  let files: Record<string, Uint8Array>
  let size = 0
  let count = 0
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isOurs = name === INDEX || (/\.asm$/i.test(name) && originalSize <= 4 * MAX_SOURCE_BYTES)
        if (!isOurs) return false
        size += originalSize
        count += 1
        return size <= LARGEST && count <= MOST_FILES
      },
    })
  } catch {
    return null
  }
  if (size > LARGEST || count > MOST_FILES) return null
  const described = describedIn(Object.hasOwn(files, INDEX) ? files[INDEX]! : null)
  const all = Object.entries(files).flatMap(([file, content]): Packed[] => {
    if (file === INDEX) return []
    const text = textOf(content)
    if (text === null) return []
    const known = described.get(file)
    const name = known?.name ?? file.slice(file.lastIndexOf('/') + 1).replace(/\.asm$/i, '')
    return [{ name, draft: readDraft({ ...known, text }) ?? fresh(text) }]
  })
  return all.length === 0 ? null : all
}

function describedIn(content: Uint8Array | null): ReadonlyMap<string, { readonly name: string }> {
  try {
    const read = v.safeParse(index, JSON.parse(content === null ? 'null' : strFromU8(content)))
    return new Map(read.success ? read.output.documents.map(each => [each.file, each] as const) : [])
  } catch {
    return new Map()
  }
}

function textOf(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return null
  }
}
