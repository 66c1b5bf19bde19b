// Takes a picture of the page: node tests/screenshot.mjs OUT.png [--size 1440x900] [--theme light|dark] [--lang en|zh]
//   [--path '?sample=array-sum'] [--keys 'F10 F10'] [--click 'button name'] [--full] [--wait ms] [--url ADDRESS] [--dist]
// Builds the page into a folder of its own first, so that it shows the sources as they are; --dist takes dist/ as it
// is, --url a page served elsewhere. Prints what the page logs to the console.
import { parseArgs } from 'node:util'
import { openAs, withPage } from './built-page.mjs'
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
if (out === undefined) throw new Error('usage: node tests/screenshot.mjs OUT.png [--size 1440x900] …')

/** @param {string} address */
async function take(address) {
  const browser = await launchBrowser()
  try {
    const page = await openAs(browser, new URL(values.path, address).href, values)
    for (const name of values.click) await page.getByRole('button', { name, exact: true }).click()
    for (const key of values.keys.split(' ').filter(Boolean)) await page.keyboard.press(key)
    await page.waitForTimeout(Number(values.wait))
    await page.screenshot({ ...(out === undefined ? {} : { path: out }), fullPage: values.full })
  } finally {
    await browser.close()
  }
  console.log(`${out}: ${values.size}, ${values.theme}, ${values.lang}`)
}

if (values.url === undefined) await withPage(take, { isBuilt: values.dist })
else await take(values.url)
