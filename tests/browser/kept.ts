// What the browser's database holds of the reader's texts, read past the page.
import type { Page } from '@playwright/test'

/** The texts that are kept, by their names. */
export async function kept(page: Page): Promise<ReadonlyMap<string, string>> {
  const all = await page.evaluate(
    () =>
      new Promise<[string, string][]>((resolve, reject) => {
        const opening = indexedDB.open('toycpu')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          const asking = db.transaction('documents').objectStore('documents').getAll()
          asking.onsuccess = () => {
            resolve(asking.result.map(({ name, text }) => [name, text]))
            db.close()
          }
        }
      }),
  )
  return new Map(all)
}
