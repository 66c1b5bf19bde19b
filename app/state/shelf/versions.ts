// Versions: texts as they were, so that nothing that a text has been is lost by changing it; and what was removed, so that
// it can be brought back. At most one a minute while somebody types, one before everything that replaces a text at a
// stroke; 50 a document, the older the farther apart. Never rejects: where there is no storage there are no versions.
import { database } from './database.ts'
import { type DocumentRecord, readRecord } from './record.ts'

/** Why a version was kept. */
export type VersionReason = 'typing' | 'replaced' | 'removed'

export interface Version {
  readonly id: number
  readonly document: string
  readonly text: string
  /** When it was kept, in ms. */
  readonly time: number
  readonly why: VersionReason
}

const MINUTE = 60_000
/** A document has at most so many. */
export const MOST = 50
/** The newest are all kept; of the older ones, one in each stretch of time, ever longer towards the past. */
const NEWEST = 20

/**
 * Which of a document's versions go, so that no more than `MOST` are left: of those that are not among the newest always
 * the one whose neighbours are nearest to each other, for their age. The oldest, where it all began, stays.
 */
export function superfluous(times: readonly number[]): readonly number[] {
  const left = times.map((time, index) => ({ time, index }))
  const gone: number[] = []
  while (left.length > MOST) {
    const newest = left.at(-1)!.time
    let best = 1
    let least = Number.POSITIVE_INFINITY
    for (let at = 1; at < left.length - NEWEST; at++) {
      const gap = (left[at + 1]!.time - left[at - 1]!.time) / (newest - left[at]!.time + MINUTE)
      if (gap < least) [best, least] = [at, gap]
    }
    gone.push(left[best]!.index)
    left.splice(best, 1)
  }
  return gone
}

/** Keeps a text as a version of a document; one that is the same as the newest is not kept twice. */
export async function keepVersion(
  document: string,
  text: string,
  why: VersionReason,
  record?: DocumentRecord,
): Promise<void> {
  try {
    const tx = (await database()).transaction('versions', 'readwrite')
    const keys = await tx.store.index('document').getAllKeys(document)
    const all = await tx.store.index('document').getAll(document)
    const newest = all.at(-1)
    const now = Date.now()
    const isSoon = why === 'typing' && newest !== undefined && now - newest.time < MINUTE
    if (!isSoon && (newest?.text !== text || why === 'removed')) {
      const key = await tx.store.add({ document, text, time: now, why, ...(record === undefined ? {} : { record }) })
      const times = [...all.map(({ time }) => time), now]
      for (const index of superfluous(times)) await tx.store.delete([...keys, key][index]!)
    }
    await tx.done
  } catch {
    // What cannot be kept is not missed until somebody asks for it.
  }
}

/** A document's versions, the newest first. */
export async function versionsOf(document: string): Promise<readonly Version[]> {
  try {
    const { store } = (await database()).transaction('versions')
    const index = store.index('document')
    const [keys, all] = await Promise.all([index.getAllKeys(document), index.getAll(document)])
    return all
      .map(({ text, time, why }, at) => ({ id: keys[at]!, document, text, time, why: why as VersionReason }))
      .reverse()
  } catch {
    return []
  }
}

/** A document that was removed, by the version that its removal has left. */
export interface Removed {
  readonly id: number
  readonly name: string
  readonly time: number
}

/** What was removed and is not there again, the newest first. */
export async function removedDocuments(names: readonly string[]): Promise<readonly Removed[]> {
  try {
    const found = new Map<string, Removed>()
    let cursor = await (await database()).transaction('versions').store.openCursor()
    while (cursor !== null) {
      const { document, time, why } = cursor.value
      if (why === 'removed' && !names.includes(document)) {
        found.set(document, { id: cursor.primaryKey, name: document, time })
      }
      cursor = await cursor.continue()
    }
    return [...found.values()].sort((a, b) => b.time - a.time)
  } catch {
    return []
  }
}

/** The whole of what was removed. */
export async function removedRecord(id: number): Promise<DocumentRecord | null> {
  try {
    const version = await (await database()).get('versions', id)
    if (version === undefined) return null
    return readRecord(version.record ?? { name: version.document, text: version.text })
  } catch {
    return null
  }
}

/** The versions of a document that is called otherwise from now on. */
export async function renameVersions(from: string, to: string): Promise<void> {
  try {
    const tx = (await database()).transaction('versions', 'readwrite')
    for (const key of await tx.store.index('document').getAllKeys(from)) {
      const version = await tx.store.get(key)
      if (version !== undefined) await tx.store.put({ ...version, document: to }, key)
    }
    await tx.done
  } catch {
    // They stay under the old name.
  }
}

/** Takes away for good what was removed, with its versions. */
export async function forgetRemoved(all: readonly Removed[]): Promise<void> {
  try {
    const tx = (await database()).transaction('versions', 'readwrite')
    for (const { name } of all) {
      for (const key of await tx.store.index('document').getAllKeys(name)) await tx.store.delete(key)
    }
    await tx.done
  } catch {
    // They stay in the list.
  }
}
