// The page's database: which stores there are, and how it is opened, given up for a newer page, and opened again where
// the browser has closed it. Knows nothing of what a document is.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export interface Schema extends DBSchema {
  /** One record a document, under its name; read by record.ts alone. */
  documents: { key: string; value: { readonly name: string } }
  /** Texts as they were, numbered as they came. */
  versions: {
    key: number
    value: {
      readonly document: string
      readonly text: string
      readonly time: number
      readonly why: string
      /** Of a document that was removed, the whole. */
      readonly record?: unknown
    }
    indexes: { document: string }
  }
  /** Records that made no sense, whole, until the reader takes them away. */
  damaged: { key: number; value: { readonly name: string; readonly record: unknown } }
  /** Files on the reader's disk by the name of the document that they belong to. */
  files: { key: string; value: FileSystemFileHandle }
  /** Whether something was done once. */
  done: { key: string; value: true }
}

export type Database = IDBPDatabase<Schema>

const NAME = 'toycpu'
const VERSION = 1
/** Longer than this no page waits for its database before it goes on without: some never answer. */
const PATIENCE = 2000

let opening: Promise<Database> | undefined

/** The database, opened anew where it is not open. Rejects where the browser has none for us. */
export function database(): Promise<Database> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined
    throw error
  })
  return opening
}

const forget = (): void => {
  opening = undefined
}

async function open(): Promise<Database> {
  // Reading `indexedDB` itself may throw, in somebody's frame.
  const opened = openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      db.createObjectStore('documents', { keyPath: 'name' })
      db.createObjectStore('versions', { autoIncrement: true }).createIndex('document', 'document')
      db.createObjectStore('damaged', { autoIncrement: true })
      db.createObjectStore('files')
      db.createObjectStore('done')
    },
    blocking(_current, _blocked, event) {
      // A page of a later build wants to change the stores: this one gives way, and says what it cannot keep.
      forget()
      ;(event.target as IDBDatabase).close()
    },
    terminated: forget,
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), PATIENCE)
  })
  try {
    return await Promise.race([opened, late])
  } finally {
    clearTimeout(timer)
  }
}
