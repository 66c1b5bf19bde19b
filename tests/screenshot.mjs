// Takes a picture of the page: node tests/screenshot.mjs OUT.png [--size 1440x900] [--theme light|dark] [--lang en|zh]
//   [--path '?sample=array-sum'] [--keys 'F10 F10'] [--click 'button name'] [--full] [--wait ms] [--url ADDRESS] [--dist]
// Builds the page into a folder of its own first, so that it shows the sources as they are; --dist takes dist/ as it
// is, --url a page served elsewhere. Prints what the page logs to the console.
import { mkdtempSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { serve } from '../app/serve.mjs'
import { launchBrowser } from './find-browser.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1440x900' },
    theme: { type: 'string', default: 'light' },
    lang: { type: 'string', default: 'en' },
    path: { type: 'string', default: '' },
    keys: { type: 'string', default: '' },
    click: { type: 'string', multiple: true, default: [] },
    full: { type: 'boolean', default: false },
    wait: { type: 'string', default: '500' },
    url: { type: 'string' },
    dist: { type: 'boolean', default: false },
  },
})
const [out] = positionals
const [width, height] = values.size.split('x').map(Number)
if (out === undefined || !width || !height)
  throw new Error('usage: node tests/screenshot.mjs OUT.png [--size 1440x900]')

const root = fileURLToPath(new URL('..', import.meta.url))
const isBuilding = values.url === undefined && !values.dist
const folder = isBuilding ? mkdtempSync(`${root}node_modules/.cache/page-`) : `${root}dist`
try {
  if (isBuilding) {
    await build({ configFile: `${root}vite.config.ts`, logLevel: 'error', build: { outDir: folder } })
  }
  const server = values.url === undefined ? await serve({ folder, port: 0 }) : undefined
  const browser = await launchBrowser()
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: values.theme === 'dark' ? 'dark' : 'light',
    locale: values.lang === 'zh' ? 'zh-CN' : 'en-US',
    reducedMotion: 'reduce',
  })
  page.on('console', message => console.log(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', error => console.log(`error: ${error.stack ?? error.message}`))
  await page.goto(new URL(values.path, values.url ?? server?.address).href, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready)
  for (const name of values.click) await page.getByRole('button', { name, exact: true }).click()
  for (const key of values.keys.split(' ').filter(Boolean)) await page.keyboard.press(key)
  await page.waitForTimeout(Number(values.wait))
  await page.screenshot({ path: out, fullPage: values.full })
  await browser.close()
  await server?.close()
  console.log(`${out}: ${width}×${height}, ${values.theme}, ${values.lang}`)
} finally {
  if (isBuilding) rmSync(folder, { recursive: true, force: true })
}
