// Storage that is forbidden, cleared, damaged, or nobody's: the page works, says the truth, and loses nothing.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { kept } from './kept.ts'
import { expect, ToyPage, test } from './page.ts'

test('where all storage is forbidden, the page works and never says that it is saved', async ({ page, toy }) => {
  await page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
      const get = (): never => {
        throw new DOMException('forbidden', 'SecurityError')
      }
      Object.defineProperty(globalThis, name, { get, configurable: true })
    }
  })
  await toy.open()
  const alert = page.getByRole('alert').filter({ hasText: 'not saved' })
  await expect(alert).toBeVisible()
  await toy.write('mov r0, #4\nadd r0, #5\n')
  await toy.press('toEnd')
  await expect(toy.valueAt(0)).toHaveText('9')
  await expect(page.getByText('saved here')).toHaveCount(0)
  // Going elsewhere on the page and back loses nothing.
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New', exact: true }).click()
  await expect(page).toHaveTitle(/untitled/)
  await page.getByRole('button', { name: 'Samples', exact: true }).click()
  await page.getByRole('menu').getByText('Array sum').first().click()
  await expect.poll(() => toy.text()).toContain('add r0, #5')
  expect(await page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))).toBe(true)
})

test('storage cleared while the page is open is filled again; a clock set back and a damaged record lose nothing', async ({
  page,
  toy,
}) => {
  await page.addInitScript(() => {
    // Each load believes that it is a year earlier.
    const loads = Number(window.name || 0) + 1
    window.name = String(loads)
    const { now } = Date
    Date.now = () => now() - loads * 3e10
  })
  await toy.open()
  await toy.write('mov r0, #1 ; first\n')
  await expect.poll(async () => (await kept(page)).get('array-sum')).toContain('first')
  await page.evaluate(async () => {
    localStorage.clear()
    await new Promise<void>((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase('toycpu')
      deleting.onsuccess = () => resolve()
      deleting.onerror = () => reject(deleting.error)
    })
  })
  await toy.source.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('mov r1, #2')
  await page.keyboard.press('Escape')
  await expect(page.getByText('saved here')).toBeVisible()
  await expect.poll(async () => (await kept(page)).get('array-sum')).toContain('mov r1, #2')
  await page.reload()
  await toy.ready()
  await expect.poll(() => toy.text()).toContain('mov r1, #2')
  await toy.source.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('mov r2, #3')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await kept(page)).get('array-sum')).toContain('mov r2, #3')
  await page.reload()
  await toy.ready()
  await expect.poll(() => toy.text()).toContain('mov r2, #3')

  // What is kept turns to nonsense.
  await page.goto('about:blank')
  await page.goto('./icon.svg')
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('toycpu')
        opening.onsuccess = () => {
          const tx = opening.result.transaction('documents', 'readwrite')
          tx.objectStore('documents').put({ name: 'array-sum', text: { torn: 'mov r2, #3' }, revision: 'x' })
          tx.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          tx.onerror = () => reject(tx.error)
        }
      }),
  )
  await page.goto('./')
  await toy.ready()
  const damaged = page.getByRole('alert').filter({ hasText: 'cannot be read' })
  await expect(damaged).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    damaged.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(readFileSync(await download.path(), 'utf8')).toContain('mov r2, #3')
  await toy.press('step')
  await toy.expectPosition(1)
})

test('three tabs that write at once each keep their own text', async ({ context, page, toy }) => {
  // None hears of the others in time.
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'))
  await toy.open()
  const others = [new ToyPage(await context.newPage()), new ToyPage(await context.newPage())]
  for (const other of others) await other.open()
  const all = [toy, ...others]
  for (const [n, each] of all.entries()) {
    await each.page.bringToFront()
    await each.write(`mov r0, #${n}\n; tab ${n}\n`)
  }
  for (let round = 0; round < 3; round++) {
    for (const each of all) {
      await each.page.bringToFront()
      await each.source.focus()
      await each.page.keyboard.type(';')
    }
  }
  await expect
    .poll(async () =>
      [...(await kept(page)).values()]
        .filter(text => /tab \d/.test(text))
        .map(text => /tab (\d)/.exec(text)![1])
        .toSorted((a, b) => Number(a) - Number(b))
        .join(),
    )
    .toBe('0,1,2')
  for (const other of others) await other.page.close()
})

test('in a sandboxed frame, whose storage is nobody’s, the page works and says that nothing is kept', async ({
  page,
  baseURL,
  silence,
}) => {
  const host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<!doctype html><iframe sandbox="allow-scripts" src="${baseURL}" width="1400" height="860"></iframe>`)
  })
  await new Promise<void>(resolve => {
    host.listen(0, '127.0.0.1', () => resolve())
  })
  try {
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`)
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('status').first()).toHaveText('Step 0 of 16')
    await frame.getByRole('button', { name: 'Step', exact: true }).click()
    await expect(frame.getByRole('status').first()).toHaveText('Step 1 of 16')
    await expect(frame.getByRole('alert').filter({ hasText: 'not saved' })).toBeVisible()
    await expect(frame.getByText('saved here')).toHaveCount(0)
    await frame.getByRole('textbox', { name: 'Source' }).waitFor({ state: 'attached' })
  } finally {
    host.closeAllConnections()
    host.close()
  }
  // What the browser itself says of storage in such a frame is not ours.
  test.info().annotations.push({ type: 'said', description: silence.join('\n') })
  silence.length = 0
})
