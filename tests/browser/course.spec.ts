// A SCORM package in a course: within a frame of the course's own origin, with a real runtime; and without any.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { expect, test } from './page.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

const COURSE = `<!doctype html><meta charset="utf-8"><title>Course</title><script src="/runtime.js"></script>
<script>
  const kept = JSON.parse(localStorage.getItem('kept') ?? '{}')
  window.API = new Scorm12API({ autocommit: false, logLevel: 5 })
  if (kept.cmi !== undefined) window.API.loadFromJSON(kept.cmi, 'cmi')
  window.API.on('LMSCommit', () => localStorage.setItem('kept', JSON.stringify({ cmi: JSON.parse(JSON.stringify(window.API.cmi)) })))
</script>
<iframe src="/deep/pack/index.html?exercise=put-five" style="width:1400px;height:860px;border:0"></iframe>`

let folder = ''
let server: Server
let address = ''

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toycpu-course-'))
  const exercises = ['put-five', 'add-two'].map(name => `programs/exercises/${name}.toml`)
  execFileSync(process.execPath, ['bin/toycpu.js', 'pack', ...exercises, '--to', join(folder, 'deep/pack'), '--scorm'])
  server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/s, ''))
    try {
      const body =
        path === '/'
          ? COURSE
          : readFileSync(path === '/runtime.js' ? 'node_modules/scorm-again/dist/scorm12.min.js' : join(folder, path))
      response.writeHead(200, {
        'content-type': path === '/' ? 'text/html' : (TYPES[extname(path)] ?? 'application/octet-stream'),
      })
      response.end(body)
    } catch {
      response.writeHead(204)
      response.end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

test('a course is told score and status, and gives the answer back', async ({ page, context }) => {
  await page.goto(address)
  const told = (name: string) =>
    page.evaluate(
      name => (window as unknown as { API: { LMSGetValue(name: string): string } }).API.LMSGetValue(name),
      name,
    )
  const frame = page.frameLocator('iframe')
  const region = frame.getByRole('region', { name: 'Exercise' })
  await expect(region).toContainText('Your points will be reported to the course.')
  const source = frame.getByRole('textbox', { name: 'Source' })
  const write = async (text: string): Promise<void> => {
    await source.focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText(text)
    await page.keyboard.press('Escape')
  }
  await write('mov 10, 5')
  await region.getByRole('button', { name: 'Check' }).click()
  await expect(region).toContainText('Reported to the course.')
  expect(await told('cmi.core.score.raw')).toBe('0')
  expect(await told('cmi.core.lesson_status')).toBe('incomplete')
  await write('mov 10, #5 ; mine')
  await region.getByRole('button', { name: 'Check' }).click()
  await expect.poll(() => told('cmi.core.score.raw')).toBe('100')
  expect(await told('cmi.core.lesson_status')).toBe('passed')
  expect((await told('cmi.suspend_data')).length).toBeLessThan(4096)
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/course.png` })
  // Only these exercises are in the menu.
  await frame.getByRole('button', { name: 'Exercises', exact: true }).click()
  await expect(frame.getByRole('menuitem')).toHaveCount(3)
  // Another browser, the same course: the answer comes from there.
  const kept = await page.evaluate(() => localStorage.getItem('kept'))
  expect(kept).not.toBeNull()
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name !== undefined) indexedDB.deleteDatabase(name)
    const kept = localStorage.getItem('kept')
    localStorage.clear()
    sessionStorage.clear()
    localStorage.setItem('kept', kept!)
  })
  await page.reload()
  await expect(region).toContainText('Your points will be reported to the course.')
  await expect(frame.locator('.view-lines')).toContainText('; mine')
  // Without a runtime it works, and says that nothing is reported.
  const alone = await context.newPage()
  await alone.goto(`${address}/deep/pack/index.html`)
  await expect(alone.getByRole('region', { name: 'Exercise' })).toContainText(
    'No course is listening: nothing is reported.',
  )
})
