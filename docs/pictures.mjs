// Draws the pictures that the project keeps: the icons from app/public/icon.svg, and the README's from the built page.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../tests/find-browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const ICON_SIZES = [192, 512]

const browser = await launchBrowser()
const svg = readFileSync(`${root}app/public/icon.svg`, 'utf8')
for (const size of ICON_SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`)
  await page.screenshot({ path: `${root}app/public/icon-${size}.png` })
  await page.close()
}
await browser.close()
