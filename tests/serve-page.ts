// Serves the built page while the browser tests run, on a free port, and tells the tests where.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serve } from '../app/scripts/serve.mjs'

/** The environment variable that holds the page's address. */
export const PAGE_ADDRESS = 'TOYCPU_TEST_PAGE'

/** Where the built page lies. */
export const BUILT = fileURLToPath(new URL('../dist', import.meta.url))

export default async function servePage(): Promise<() => Promise<void>> {
  if (!existsSync(`${BUILT}/index.html`)) throw new Error('The page is not built. Run "npm run build" first.')
  const server = await serve({ folder: BUILT, port: 0 })
  process.env[PAGE_ADDRESS] = server.address
  return server.close
}
