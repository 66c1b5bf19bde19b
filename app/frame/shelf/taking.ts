// All documents taken out as one archive, and an archive taken in: nothing that is there is written over.
import { packArchive, unpackArchive } from '../../state/archive.ts'
import { saveBlob } from '../../state/download.ts'
import { keepNow } from '../../state/keeping.ts'
import { sampleOf } from '../../state/samples.ts'
import { allDocuments, freeName, keepDocument, readDocument } from '../../state/shelf/shelf.ts'

/** Hands the reader all documents as a zip. */
export async function takeOut(): Promise<void> {
  await keepNow()
  saveBlob('toycpu.zip', new Blob([packArchive(await allDocuments())], { type: 'application/zip' }))
}

/** Takes an archive in; tells how many documents it has brought and how many were there already; null where it is none. */
export async function takeIn(file: Blob): Promise<{ readonly added: number; readonly there: number } | null> {
  const all = unpackArchive(new Uint8Array(await file.arrayBuffer()))
  if (all === null) return null
  await keepNow()
  let added = 0
  for (const { name, draft } of all) {
    const there = (await readDocument(name))?.text ?? sampleOf(name)?.code
    if (there === draft.text) continue
    // A sample that has no draft here takes the one that comes.
    const isFree = sampleOf(name) !== undefined && (await readDocument(name)) === null
    const free = isFree ? name : freeName(name, each => sampleOf(each) !== undefined)
    await keepDocument(free, draft, { revision: 0, text: '' })
    added += 1
  }
  return { added, there: all.length - added }
}
