// The browser's storage as small named values. It may be full, forbidden or hold nonsense: nothing here throws. What the
// browser refuses is kept in memory, so that it is there for as long as the page is open.

const refused = new Map<string, string>()

/** What was kept under a name, or null. */
export function kept<T>(key: string): T | null {
  try {
    const text = refused.get(key) ?? localStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** Keeps a value under a name; false where the browser refused. */
export function keep(key: string, value: unknown): boolean {
  const text = JSON.stringify(value)
  try {
    localStorage.setItem(key, text)
    refused.delete(key)
    return true
  } catch {
    refused.set(key, text)
    return false
  }
}

/** Forgets a name. */
export function forget(key: string): void {
  refused.delete(key)
  try {
    localStorage.removeItem(key)
  } catch {
    // Storage that may not be used holds nothing to forget.
  }
}

/** All names that begin so. */
export function keysFrom(prefix: string): readonly string[] {
  return [...new Set([...storedKeys(), ...refused.keys()])].filter(key => key.startsWith(prefix))
}

function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}
