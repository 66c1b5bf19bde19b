// The browser's storage as small named values. It may be full, forbidden or hold nonsense: nothing here throws. What the
// browser refuses is kept in memory, so that it is there for as long as the page is open.
import { isEmbedded } from './embedded.ts'

const refused = new Map<string, string>()

/** What was kept under a name, or null. */
export function kept<T>(key: string): T | null {
  try {
    const text = refused.get(key) ?? (isEmbedded ? null : localStorage.getItem(key))
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** Keeps a value under a name; false where the browser refused. */
export function keep(key: string, value: unknown): boolean {
  const text = JSON.stringify(value)
  try {
    if (isEmbedded) throw new Error('nothing is kept')
    localStorage.setItem(key, text)
    refused.delete(key)
    return true
  } catch {
    refused.set(key, text)
    return false
  }
}

/** All names in the browser's storage that begin so. */
export function keysOf(prefix: string): readonly string[] {
  try {
    return isEmbedded ? [] : Object.keys(localStorage).filter(key => key.startsWith(prefix))
  } catch {
    return []
  }
}

/** What stands under a name, as it stands there; null for nothing. */
export function read(key: string): string | null {
  try {
    return isEmbedded ? null : localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Takes a name away. */
export function removeKept(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Storage that may not be used holds nothing to take away.
  }
}

/** What this tab kept under a name, or null. It outlives a reload, not the tab. */
export function keptForTab(key: string): string | null {
  try {
    return isEmbedded ? null : sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a word for this tab alone. */
export function keepForTab(key: string, value: string): void {
  try {
    if (!isEmbedded) sessionStorage.setItem(key, value)
  } catch {
    // Then the tab comes back to what was open last anywhere.
  }
}
