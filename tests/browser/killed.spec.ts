// Browser and tab die while one types, at random moments: whatever is older than a second is there again. One of each in
// plain runs, fifty with PROOFS=full. Prints its seed.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { findBrowser } from '../find-browser.mjs'
import { PAGE_ADDRESS } from '../serve-page.ts'
import { kept } from './kept.ts'

const KILLS = process.env['PROOFS'] === 'full' ? 50 : 1
/** Older keystrokes than this many ms must be there. */
const SAFE_AFTER = 1000

const seed = Number(process.env['SEED'] ?? Date.now() % 1e6)
let state = seed
/** A number from 0 to 1. */
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return state / 2 ** 32
}

interface Own {
  readonly browser: Browser
  readonly process: ChildProcess
}

/** A browser of our own, of which the process is known, on a folder of its own. */
async function launch(folder: string): Promise<Own> {
  const found = await findBrowser()
  const child = spawn(
    found.executablePath,
    [...found.args, '--headless', '--no-first-run', '--remote-debugging-port=0', `--user-data-dir=${folder}`],
    { env: { ...process.env, ...found.env }, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const match = /DevTools listening on (ws:\S+)/.exec(said)
      if (match !== null) resolve(match[1]!)
    })
    child.once('exit', () => reject(new Error(`the browser did not start: ${said}`)))
  })
  return { browser: await chromium.connectOverCDP(address), process: child }
}

async function end({ browser, process: child }: Own): Promise<void> {
  const gone = new Promise(resolve => child.once('exit', resolve))
  process.kill(-child.pid!, 'SIGKILL')
  await gone
  await browser.close().catch(() => undefined)
}

async function open(browser: Browser): Promise<Page> {
  const page = await (browser.contexts()[0] ?? (await browser.newContext())).newPage()
  await page.goto(process.env[PAGE_ADDRESS]!)
  await page.getByRole('textbox', { name: 'Source' }).waitFor({ state: 'attached' })
  return page
}

/** Types into a new text until `kill` has ended what shows it; tells what was typed, and what of it was old by then. */
async function typeUntil(page: Page, kill: () => Promise<void>): Promise<{ typed: string; safe: number }> {
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New', exact: true }).click()
  const source = page.getByRole('textbox', { name: 'Source' })
  await expect(source).toBeFocused()
  const times: number[] = []
  let typed = ''
  const stop = Date.now() + 1500 + random() * 4000
  for (let n = 0; Date.now() < stop; n++) {
    const key = n % 6 === 5 ? ' ' : String(n % 10)
    await page.keyboard.press(n === 0 ? ';' : key === ' ' ? 'Space' : key)
    typed += n === 0 ? ';' : key
    times.push(Date.now())
    await page.waitForTimeout(random() < 0.05 ? 400 : 15 + random() * 50)
  }
  const killed = Date.now()
  await kill()
  return { typed, safe: times.filter(time => time < killed - SAFE_AFTER).length }
}

async function expectKept(page: Page, { typed, safe }: { typed: string; safe: number }): Promise<void> {
  const texts = [...(await kept(page)).values()]
  const found = Math.max(...texts.map(text => (typed.startsWith(text) ? text.length : 0)), 0)
  expect(found, `of ${typed.length} keys ${safe} were safe; seed ${seed}`).toBeGreaterThanOrEqual(safe)
}

test.describe.configure({ timeout: 90_000 + KILLS * 30_000 })

test('a killed browser', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toycpu-killed-'))
  try {
    for (let n = 0; n < KILLS; n++) {
      const own = await launch(folder)
      const told = await typeUntil(await open(own.browser), () => end(own))
      const next = await launch(folder)
      await expectKept(await open(next.browser), told)
      await end(next)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('a killed tab', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toycpu-killed-'))
  const own = await launch(folder)
  try {
    for (let n = 0; n < KILLS; n++) {
      const page = await open(own.browser)
      const session = await page.context().newCDPSession(page)
      const crashed = new Promise(resolve => page.once('crash', resolve))
      const told = await typeUntil(page, async () => {
        void session.send('Page.crash').catch(() => undefined)
        await crashed
      })
      const next = await open(own.browser)
      await expectKept(next, told)
      await next.close()
      await page.close()
    }
  } finally {
    await end(own)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
