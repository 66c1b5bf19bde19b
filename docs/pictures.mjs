// Draws the pictures that the project keeps: node docs/pictures.mjs. The icons come from app/public/icon.svg, the
// README's pictures from the page itself, at step 4 of the array sum.
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openAs, withPage } from '../tests/built-page.mjs'
import { launchBrowser } from '../tests/find-browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const ICON_SIZES = [192, 512]
const PICTURES = [
  { name: 'page-en', size: '1440x900', theme: 'light', lang: 'en' },
  { name: 'page-zh', size: '1440x900', theme: 'dark', lang: 'zh' },
]
const STEPS = 4

const browser = await launchBrowser()

async function drawIcons() {
  const svg = readFileSync(`${root}app/public/icon.svg`, 'utf8')
  for (const size of ICON_SIZES) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`)
    await page.screenshot({ path: `${root}app/public/icon-${size}.png` })
    await page.close()
  }
}

/** @param {string} address */
async function drawPage(address) {
  mkdirSync(`${root}docs/pictures`, { recursive: true })
  for (const picture of PICTURES) {
    const page = await openAs(browser, `${address}?sample=array-sum&lang=${picture.lang}`, picture)
    for (let step = 0; step < STEPS; step += 1) await page.keyboard.press('F10')
    await page
      .getByRole('slider')
      .and(page.locator(`[aria-valuenow="${STEPS}"]`))
      .waitFor()
    await page.waitForTimeout(500)
    await page.screenshot({ path: `${root}docs/pictures/${picture.name}.png` })
    await page.close()
  }
}

try {
  await drawIcons()
  await withPage(drawPage)
} finally {
  await browser.close()
}
