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

/** Every kill: the keys typed, those of them older than is safe, those found. */
const told: { readonly typed: number; readonly safe: number; readonly found: number }[] = []

async function expectKept(page: Page, { typed, safe }: { typed: string; safe: number }): Promise<void> {
  const texts = [...(await kept(page)).values()]
  const found = Math.max(...texts.map(text => (typed.startsWith(text) ? text.length : 0)), 0)
  told.push({ typed: typed.length, safe, found })
  expect(found, `of ${typed.length} keys ${safe} were safe; seed ${seed}`).toBeGreaterThanOrEqual(safe)
}

/** `browser: 50 kills, 2,612 keys, 14 lost, 0 of them older than 1 s`. */
function figures(what: string): string {
  const sum = (of: (each: (typeof told)[number]) => number): number => told.reduce((all, each) => all + of(each), 0)
  const old = sum(({ safe, found }) => Math.max(0, safe - found))
  const lost = sum(({ typed, found }) => typed - found)
  const keys = sum(({ typed }) => typed)
  const kills = told.splice(0).length
  return `${what}: ${kills} kills, ${keys} keys, ${lost} lost, ${old} of them older than 1 s; seed ${seed}`
}

test.describe.configure({ timeout: 90_000 + KILLS * 30_000 })

test('a killed browser', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toycpu-killed-'))
  let own = await launch(folder)
  try {
    let page = await open(own.browser)
    for (let n = 0; n < KILLS; n++) {
      const told = await typeUntil(page, () => end(own))
      own = await launch(folder)
      page = await open(own.browser)
      await expectKept(page, told)
    }
    console.log(figures('browser'))
  } finally {
    await end(own)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('a killed tab', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toycpu-killed-'))
  const own = await launch(folder)
  try {
    let page = await open(own.browser)
    for (let n = 0; n < KILLS; n++) {
      const dying = page
      const session = await dying.context().newCDPSession(dying)
      const crashed = new Promise(resolve => dying.once('crash', resolve))
      const told = await typeUntil(dying, async () => {
        void session.send('Page.crash').catch(() => undefined)
        await crashed
      })
      page = await open(own.browser)
      await dying.close()
      await expectKept(page, told)
    }
    console.log(figures('tab'))
  } finally {
    await end(own)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
