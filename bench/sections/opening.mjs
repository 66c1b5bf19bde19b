// The page as it opens and answers, on this machine and on one slowed four times by the browser's own means: the first
// paint, the first step that is answered, a step from the click to the frame that shows it, frames at top speed.
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { serve } from '../../app/scripts/serve.mjs'
import { findBrowser } from '../../tests/find-browser.mjs'
import { median, percentile } from '../measure.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = `${root}node_modules/.cache/bench/opening`

/** How often the page is opened for one figure. */
const ROUNDS = 5

/** What is to be reached, in ms: as the browser is, and four times as slow. */
const BARS = [
  { slow: 1, paint: 600, answer: 900, step: 30, frame: 33 },
  { slow: 4, paint: 1000, answer: 1800, step: 100, frame: 33 },
]

export async function opening(_project, report) {
  try {
    await build({
      configFile: `${root}vite.config.ts`,
      logLevel: 'silent',
      build: { outDir: folder, emptyOutDir: true },
    })
  } catch (error) {
    report.failure(error.message.split('\n').find(line => line.includes('budget')) ?? error.message)
  }
  const server = await serve({ folder, port: 0 })
  const found = await findBrowser()
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: found.args,
    env: { ...process.env, ...found.env },
  })
  try {
    report.note(found.version)
    for (const bars of BARS) await at(browser, server.address, bars, report)
  } finally {
    await browser.close()
    await server.close()
  }
}

async function at(browser, address, { slow, paint, answer, step, frame }, report) {
  const found = { paints: [], answers: [], steps: [], frames: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slow })
    await page.addInitScript(watch)
    await page.goto(address)
    await page.waitForFunction(() => globalThis.benchOpening.answered > 0)
    found.paints.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
    )
    found.answers.push(await page.evaluate(() => globalThis.benchOpening.answered))
    await page.getByRole('textbox', { name: 'Source' }).waitFor({ state: 'attached' })
    await page.waitForTimeout(1000 + 1000 * slow)
    if (round < 2) found.steps.push(...(await page.evaluate(stepping, 40)))
    if (round === 0) found.frames.push(...(await framesAtTopSpeed(page)))
    await context.close()
  }
  const name = slow === 1 ? '' : `, ${slow} times as slow`
  report.atMost(`first paint${name}`, median(found.paints), 'ms', paint, { worst: Math.max(...found.paints) })
  report.atMost(`first step answered${name}`, median(found.answers), 'ms', answer, {
    worst: Math.max(...found.answers),
  })
  report.atMost(`a step, click to paint, the 95th of 100${name}`, percentile(found.steps, 0.95), 'ms', step, {
    median: median(found.steps),
  })
  report.atMost(`a frame at top speed, the 95th of 100${name}`, percentile(found.frames, 0.95), 'ms', frame, {
    median: median(found.frames),
    worst: Math.max(...found.frames),
  })
}

/** Presses Step as soon as it can be, and notes when the frame is there that shows what came of it. Runs in the page. */
function watch() {
  globalThis.benchOpening = { answered: 0 }
  let pressed = false
  const look = () => {
    const position = document.querySelector('[role="slider"][aria-label="Position"]')?.getAttribute('aria-valuenow')
    const button = [...document.querySelectorAll('button')].find(one => one.getAttribute('aria-label') === 'Step')
    if (!pressed && position === '0' && button !== undefined && button.getAttribute('aria-disabled') !== 'true') {
      pressed = true
      button.click()
    }
    if (position === '1') {
      const done = new MessageChannel()
      done.port1.onmessage = () => {
        globalThis.benchOpening.answered = performance.now()
      }
      done.port2.postMessage(null)
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Steps through the program, there and back; gives what each took from the click until its frame was done. */
async function stepping(times) {
  const took = []
  const button = name => [...document.querySelectorAll('button')].find(one => one.getAttribute('aria-label') === name)
  const position = () => Number(document.querySelector('[role="slider"][aria-label="Position"]').ariaValueNow)
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  const task = () =>
    new Promise(resolve => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(null)
    })
  let forwards = true
  for (let time = 0; time < times; time++) {
    if (position() >= 16) forwards = false
    if (position() <= 1) forwards = true
    const before = position()
    const begun = performance.now()
    button(forwards ? 'Step' : 'Step back').click()
    // The frame in which the position has moved, and what follows it: style, layout and paint.
    do await frame()
    while (position() === before)
    await task()
    took.push(performance.now() - begun)
    await new Promise(resolve => setTimeout(resolve, 120))
  }
  return took
}

async function framesAtTopSpeed(page) {
  await page.getByRole('region', { name: 'Editor', exact: true }).locator('.view-lines').click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('loop:\nadd r0, #1\nadd r1, r0\njmp loop\n')
  await page.keyboard.press('Escape')
  await page.waitForTimeout(1500)
  return page.evaluate(async () => {
    const named = name => [...document.querySelectorAll('button')].find(one => one.getAttribute('aria-label') === name)
    named('To the end').click()
    const gaps = []
    let last = await new Promise(resolve => requestAnimationFrame(resolve))
    for (const begun = last; last - begun < 3000; ) {
      const now = await new Promise(resolve => requestAnimationFrame(resolve))
      gaps.push(now - last)
      last = now
    }
    named('Pause')?.click()
    return gaps
  })
}
