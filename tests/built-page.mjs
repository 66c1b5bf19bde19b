// The page as the sources have it now: built into a folder of its own, served, and gone again afterwards. For scripts
// that take pictures; the tests use dist/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { serve } from '../app/scripts/serve.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Builds the page, serves it while it is used, and clears up.
 * @param {(address: string) => Promise<void>} use
 * @param {{ isBuilt?: boolean }} [options]  isBuilt: take dist/ as it is
 */
export async function withPage(use, { isBuilt = false } = {}) {
  const cache = `${root}node_modules/.cache`
  mkdirSync(cache, { recursive: true })
  const folder = isBuilt ? `${root}dist` : mkdtempSync(`${cache}/page-`)
  try {
    if (!isBuilt) await build({ configFile: `${root}vite.config.ts`, logLevel: 'error', build: { outDir: folder } })
    const server = await serve({ folder, port: 0 })
    try {
      await use(server.address)
    } finally {
      await server.close()
    }
  } finally {
    if (!isBuilt) rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Opens a page of the built site as a reader with that language and theme has it, and waits until it stands still.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 * @param {{ size: string, theme: string, lang: string }} reader
 */
export async function openAs(browser, address, { size, theme, lang }) {
  const [width, height] = size.split('x').map(Number)
  if (!width || !height) throw new Error(`a size is like 1440x900, not "${size}"`)
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    locale: lang === 'zh' ? 'zh-CN' : 'en-US',
    reducedMotion: 'reduce',
  })
  page.on('console', message => console.log(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', error => console.log(`error: ${error.stack ?? error.message}`))
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  return page
}
