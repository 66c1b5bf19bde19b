// Offline: what was opened once opens again with the server gone; a new build takes over without losing what was typed.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { serve } from '../../app/scripts/serve.mjs'
import { BUILT } from '../serve-page.ts'
import { expect, test } from './page.ts'

// Service workers outlive what empties a browser between tests.
test.use({ isKeptOffline: true, reuseContext: false })

/** Waits until the service worker in force has all files. */
const kept = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller !== null) return
    await new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
  })

test('opens and works with the server gone', async ({ page, toy, context }) => {
  const server = await serve({ folder: BUILT, port: 0 })
  await page.goto(server.address)
  await toy.ready()
  await kept(page)
  await toy.press('step', 3)
  await toy.expectPosition(3)
  await server.close()
  await context.setOffline(true)
  await page.reload()
  await toy.ready()
  await toy.expectPosition(3)
  await toy.press('step')
  await toy.expectPosition(4)
  await page.goto(`${server.address}?sample=swap-through-r0`)
  await toy.ready()
  await expect(page).toHaveTitle(/swap-through-r0/)
})

test('works from any folder, and a new build is offered, and loses nothing that was typed', async ({ page, toy }) => {
  const folder = mkdtempSync(join(tmpdir(), 'toycpu-'))
  const inside = join(folder, 'some', 'folder')
  cpSync(BUILT, inside, { recursive: true })
  cpSync(join(BUILT, 'index.html'), join(folder, 'index.html'))
  const server = await serve({ folder, port: 0 })
  try {
    await page.goto(`${server.address}some/folder/`)
    await toy.ready()
    await kept(page)
    await toy.write('mov r0, #5\nmov r1, #6\n')
    await expect(toy.status).toHaveText('Step 0 of 2')

    // Another build: another page, another name for the files it lists.
    const html = readFileSync(join(inside, 'index.html'), 'utf8')
    writeFileSync(join(inside, 'index.html'), html.replace('</head>', '<meta name="build" content="new"></head>'))
    const worker = readFileSync(join(inside, 'sw.js'), 'utf8')
    writeFileSync(join(inside, 'sw.js'), worker.replace(/VERSION = "\w+"/, 'VERSION = "new"'))
    expect(readdirSync(inside)).toContain('sw.js')

    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
    const offer = page.getByRole('alert').filter({ hasText: 'new version' })
    await expect(offer).toBeVisible()
    // It is offered: what is open goes on, even when it is loaded anew.
    await toy.press('step')
    await toy.expectPosition(1)
    await page.reload()
    await toy.ready()
    await expect(page.locator('meta[name=build]')).toHaveCount(0)
    await Promise.all([page.waitForEvent('load'), offer.getByRole('button', { name: 'Load again' }).click()])
    await toy.ready()
    await expect(page.locator('meta[name=build]')).toHaveCount(1)
    await expect(toy.status).toHaveText('Step 1 of 2')
    await expect.poll(() => toy.text()).toContain('mov r1, #6')
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('can be installed: the manifest and its pictures are there', async ({ page, toy }) => {
  await toy.open()
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')
    const response = await fetch(link?.href ?? '')
    const { icons, start_url: start, display, name } = await response.json()
    const found = await Promise.all(
      icons.map(async ({ src }: { src: string }) =>
        (await fetch(new URL(src, response.url))).headers.get('content-type'),
      ),
    )
    return { start, display, name, found }
  })
  expect(manifest).toEqual({
    start: './',
    display: 'standalone',
    name: 'Toy CPU',
    found: ['image/svg+xml', 'image/png', 'image/png', 'image/png'],
  })
})
