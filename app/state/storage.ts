// The browser's storage as small named values. It may be full, forbidden or hold nonsense: nothing here throws.

/** What was kept under a name, or null. */
export function kept<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** Keeps a value under a name; false where the browser refused. */
export function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Forgets a name. */
export function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Storage that may not be used holds nothing to forget.
  }
}

/** All names that begin so. */
export function keysFrom(prefix: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(prefix))
  } catch {
    return []
  }
}
