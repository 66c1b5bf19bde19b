// New versions deployed under an open page, on a host that deletes the files of the old one: every part still opens,
// nothing is mixed, nothing reloads by itself, a download that is broken off changes nothing, and what the browser has
// cleared is kept again. All that is asked of the host is counted.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { BUILT } from '../serve-page.ts'
import { expect, type ToyPage, test } from './page.ts'

// Service workers outlive what empties a browser between tests.
test.use({ isKeptOffline: true, reuseContext: false })

/** As often a file may be asked for, whatever is missing. */
const MOST = 5

/** Puts another build into a folder, in place of what is there: all its files have other names. Gives its mark. */
function deploy(folder: string, mark: string): void {
  rmSync(folder, { recursive: true, force: true })
  cpSync(BUILT, folder, { recursive: true })
  const assets = join(folder, 'assets')
  const names = readdirSync(assets).filter(name => /-[\w-]{8}\.\w+$/.test(name))
  const renamed = new Map(names.map(name => [name, name.replace(/[\w-](\.\w+)$/, `${mark}$1`)]))
  const texts = [join(folder, 'index.html'), join(folder, 'sw.js'), ...names.map(name => join(assets, name))]
  for (const file of texts.filter(name => /\.(js|css|html)$/.test(name))) {
    let text = readFileSync(file, 'utf8')
    for (const [before, after] of renamed) text = text.replaceAll(before, after)
    if (file.endsWith('.html')) text = text.replace('</head>', `<meta name="build" content="${mark}"></head>`)
    if (file.endsWith('sw.js')) text = text.replace(/VERSION = "\w+"/, `VERSION = "${mark}"`)
    writeFileSync(file, text)
  }
  for (const [before, after] of renamed) {
    const text = readFileSync(join(assets, before))
    rmSync(join(assets, before))
    writeFileSync(join(assets, after), text)
  }
}

interface Host {
  readonly address: string
  readonly folder: string
  /** How often each address was asked for. */
  readonly asked: Map<string, number>
  /** Files of which only a part is sent, by what their names begin with. */
  readonly broken: Set<string>
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
}

/** A plain static host, as there are many: no headers beyond the type. */
async function host(): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'toycpu-host-'))
  const asked = new Map<string, number>()
  const broken = new Set<string>()
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://host').pathname.replace(/\/$/, '/index.html')
    asked.set(path, (asked.get(path) ?? 0) + 1)
    const file = join(folder, path)
    const isThere = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
    const body = isThere ? readFileSync(file) : Buffer.from('Not found')
    response.writeHead(isThere ? 200 : 404, {
      'Content-Type': TYPES[path.split('.').at(-1)!] ?? 'application/octet-stream',
      'Content-Length': body.length,
    })
    if ([...broken].some(part => path.includes(part))) {
      response.write(body.subarray(0, body.length >> 1))
      setTimeout(() => response.destroy(), 50)
    } else response.end(body)
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    folder,
    asked,
    broken,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits until a service worker is in force. */
const isControlled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller !== null) return
    await new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
  })

/** Has the browser look for a new build; tells how its service worker came out: installed, or redundant. */
const lookForBuild = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    const before = registration.waiting
    await registration.update().catch(() => undefined)
    const { installing } = registration
    if (installing === null) return registration.waiting === before ? 'none' : 'installed'
    return new Promise<string>(resolve => {
      installing.addEventListener('statechange', () => {
        if (['installed', 'redundant'].includes(installing.state)) resolve(installing.state)
      })
    })
  })

const buildOf = (page: Page): Promise<string | null> => page.locator('meta[name=build]').getAttribute('content')

const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys())

/** Opens and closes parts that are loaded when they are needed. */
async function openParts(page: Page, toy: ToyPage): Promise<void> {
  await toy.grid.focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await expect(page.getByRole('combobox')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('could not be loaded')).toHaveCount(0)
}

test('three deployments under an open page, one broken off; two folders; a cleared cache', async ({
  page,
  toy,
  context,
  silence,
}) => {
  test.slow()
  const server = await host()
  const one = join(server.folder, 'one')
  const two = join(server.folder, 'two')
  try {
    deploy(one, 'A')
    deploy(two, 'T')
    await page.goto(`${server.address}one/`)
    await toy.ready()
    await isControlled(page)
    await toy.press('step', 2)

    const other = await context.newPage()
    await other.goto(`${server.address}two/`)
    await isControlled(other)
    await other.close()
    expect((await cacheNames(page)).toSorted()).toEqual(['toycpu /one/ A', 'toycpu /two/ T'])

    // One whose download is broken off is none: what was there stays as it is.
    deploy(one, 'B')
    server.broken.add('assets/Surface')
    expect(await lookForBuild(page)).toBe('redundant')
    server.broken.clear()
    expect((await cacheNames(page)).toSorted()).toEqual(['toycpu /one/ A', 'toycpu /two/ T'])
    await openParts(page, toy)

    // A host that has the new service worker, but still the old page.
    const page1 = readFileSync(join(one, 'index.html'))
    deploy(one, 'C')
    writeFileSync(join(one, 'index.html'), page1)
    expect(await lookForBuild(page)).toBe('redundant')

    deploy(one, 'D')
    expect(await lookForBuild(page)).toBe('installed')
    const offer = page.getByRole('alert').filter({ hasText: 'new version' })
    await expect(offer).toBeVisible()
    deploy(one, 'E')
    expect(await lookForBuild(page)).toBe('installed')

    // The open page is still the first, with all its parts, also when it is loaded anew; a second one beside it as well.
    expect(await buildOf(page)).toBe('A')
    await toy.expectPosition(2)
    await openParts(page, toy)
    await page.reload()
    await toy.ready()
    expect(await buildOf(page)).toBe('A')
    await openParts(page, toy)

    // Taken over: the newest, and the other folder's files are untouched.
    await Promise.all([page.waitForEvent('load'), offer.getByRole('button', { name: 'Load again' }).click()])
    await toy.ready()
    expect(await buildOf(page)).toBe('E')
    await toy.expectPosition(2)
    await openParts(page, toy)
    expect(await cacheNames(page)).toContain('toycpu /two/ T')

    // Everything that the browser has kept is cleared under the page: the host has it, and it is kept again.
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name)
    })
    await page.reload()
    await toy.ready()
    const files = readdirSync(join(one, 'assets')).length
    await expect
      .poll(() => page.evaluate(async () => (await (await caches.open('toycpu /one/ E')).keys()).length))
      .toBeGreaterThan(files)
    const most = Math.max(...server.asked.values())
    await server.close()
    await context.setOffline(true)
    await page.reload()
    await toy.ready()
    await openParts(page, toy)
    const many = [...server.asked].filter(([path, times]) => path.includes('/assets/') && times > MOST)
    expect(many, `${most} at most`).toEqual([])
    // The browser itself logs what could not be had.
    silence.length = 0
  } finally {
    await server.close()
  }
})

test('a cache that cannot be read is no hindrance where the host is there', async ({ page, toy, context, silence }) => {
  const server = await host()
  try {
    deploy(server.folder, 'A')
    const worker = join(server.folder, 'sw.js')
    writeFileSync(
      worker,
      readFileSync(worker, 'utf8').replace(
        'const answer = async () => {',
        "caches.open = () => Promise.reject(new Error('no'))\n  const answer = async () => {",
      ),
    )
    await page.goto(server.address)
    await toy.ready()
    await isControlled(page)
    for (let time = 0; time < 2; time++) {
      await page.reload()
      await toy.ready()
    }
    await openParts(page, toy)
    expect(context.pages()).toHaveLength(1)
    silence.length = 0
  } finally {
    await server.close()
  }
})
