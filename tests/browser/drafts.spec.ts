// What a reader has written is never lost: samples' drafts, own texts, two tabs, a storage that is full.
import type { Page } from '@playwright/test'
import { kept } from './kept.ts'
import { expect, ToyPage, test } from './page.ts'

/** Chooses an item of a menu of the bar. */
async function choose(page: Page, menu: string, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menu').getByText(item).first().click()
}

/** What the browser's database has of a text. */
const keptText = async (page: Page, name: string): Promise<string | null> => (await kept(page)).get(name) ?? null

test('each sample keeps a draft of its own; Back to original can be undone', async ({ page, toy }) => {
  await toy.open()
  await toy.write('mov r0, #7 ; mine\n')
  await choose(page, 'Samples', 'Fibonacci')
  await expect(page).toHaveTitle(/fibonacci/)
  await choose(page, 'Samples', 'Array sum')
  await expect.poll(() => toy.text()).toContain('; mine')
  await page.reload()
  await toy.ready()
  await expect.poll(() => toy.text()).toContain('; mine')
  await choose(page, 'File', 'Back to original')
  await expect.poll(() => toy.text()).toContain('add r0, [r1]')
  await expect(toy.status).toHaveText('Step 0 of 16')
  await expect(page.getByRole('button', { name: 'File', exact: true })).toBeFocused()
  await toy.source.focus()
  await page.keyboard.press('Control+Z')
  await expect.poll(() => toy.text()).toContain('; mine')
})

test('own texts stand in the File menu; one that is removed can be brought back, after typing too', async ({
  page,
  toy,
}) => {
  await toy.open()
  await choose(page, 'File', 'New')
  await toy.write('mov r3, #33\n')
  await choose(page, 'Samples', 'Fibonacci')
  await choose(page, 'File', 'untitled')
  await expect.poll(() => toy.text()).toContain('mov r3, #33')
  await choose(page, 'File', /Remove “untitled”/)
  await expect(page).toHaveTitle(/array-sum/)
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await expect(page.getByRole('menu')).toContainText('New')
  await expect(page.getByRole('menu')).not.toContainText('untitled')
  await page.keyboard.press('Escape')
  // The menu gives the focus back; only then it is the editor's.
  await expect(page.getByRole('button', { name: 'File', exact: true })).toBeFocused()
  await toy.source.focus()
  await page.keyboard.type(';')
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(page).toHaveTitle(/untitled/)
  await expect.poll(() => toy.text()).toContain('mov r3, #33')
})

test('a tab that only looks on sees what another writes, and its moves take nothing back', async ({
  context,
  page,
  toy,
}) => {
  const other = new ToyPage(await context.newPage())
  await toy.open()
  await other.open()
  await other.write('mov r0, #1 ; theirs\n')
  await expect.poll(() => toy.text()).toContain('theirs')
  await toy.press('step')
  await toy.expectPosition(1)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await toy.source.focus()
  await page.keyboard.type('; ours\n')
  await expect.poll(() => other.text()).toContain('; ours')
  expect(await keptText(page, 'array-sum')).toContain('theirs')
})

test('where two tabs write, neither writes over the other, whichever is closed first', async ({
  context,
  page,
  toy,
}) => {
  // Neither hears of the other in time.
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'))
  const other = new ToyPage(await context.newPage())
  await toy.open()
  await other.open()
  await other.write('mov r0, #1 ; theirs\n')
  await expect.poll(() => keptText(page, 'array-sum')).toContain('theirs')
  await toy.source.focus()
  await page.keyboard.type('; ours\n')
  await expect(page.getByRole('alert').filter({ hasText: 'array-sum 2' })).toBeVisible()
  await expect.poll(() => keptText(page, 'array-sum 2')).toContain('; ours')
  expect(await keptText(page, 'array-sum')).toContain('theirs')
  await other.page.close()
  await page.reload()
  await toy.ready()
  await expect.poll(() => toy.text()).toContain('; ours')
  expect(await keptText(page, 'array-sum')).toContain('theirs')
})

test('a storage that is full is told, and what it refused is there as long as the page is', async ({ page, toy }) => {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (key: string, value: string) {
      if (value.includes('too much')) throw new DOMException('full', 'QuotaExceededError')
      setItem.call(this, key, value)
    }
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (value: { text?: string }, ...rest) {
      if (value.text?.includes('too much')) throw new DOMException('full', 'QuotaExceededError')
      return put.call(this, value, ...rest)
    }
  })
  await toy.open()
  await toy.write('mov r0, #1 ; too much\n')
  await expect(page.getByRole('alert').filter({ hasText: 'not saved' })).toBeVisible()
  await page.keyboard.type(';')
  await expect(page.getByRole('alert').filter({ hasText: 'not saved' })).toBeVisible()
  await choose(page, 'Samples', 'Fibonacci')
  await expect.poll(() => toy.text()).toContain('mov r2, #16')
  await choose(page, 'Samples', 'Array sum')
  await expect.poll(() => toy.text()).toContain('; too much')
  await expect(page.getByRole('alert').filter({ hasText: 'not saved' })).toBeVisible()
  // Leaving would lose it: the browser is told to ask.
  const asks = await page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
  expect(asks).toBe(true)
  await toy.write('mov r0, #1 ; little\n')
  await expect.poll(() => keptText(page, 'array-sum')).toContain('; little')
})

test('nonsense in the storage does no harm', async ({ page, toy }) => {
  await page.addInitScript(() => {
    localStorage.setItem('toycpu.preferences', '"what"')
    localStorage.setItem('toycpu.current', '{"no": 1}')
    localStorage.setItem(
      'toycpu.draft.array-sum',
      JSON.stringify({ text: 'mov r0, #1\n', position: 1.5, stops: [null, { line: 'x' }], branches: { all: 5 } }),
    )
  })
  await toy.open()
  await expect(toy.status).toHaveText('Step 0 of 1')
  await page.keyboard.press('F5')
  await expect(toy.status).toHaveText('Halted after 1 step')
})

test('a file opens beside what is there, in its own encoding, dropped as well; what is no text is told of', async ({
  page,
  toy,
}) => {
  await toy.open()
  const input = page.locator('input[type=file]')
  await input.setInputFiles({
    name: 'picture.png',
    mimeType: 'image/png',
    buffer: Buffer.from([137, 80, 78, 71, 0, 0]),
  })
  await expect(page.getByRole('alert').filter({ hasText: 'picture.png' })).toContainText('is not a text')
  await expect(page).toHaveTitle(/^array-sum/)
  // "mov r0, #1 ; 求和" in GB 18030.
  const old = Buffer.concat([Buffer.from('mov r0, #1 ; '), Buffer.from([0xc7, 0xf3, 0xba, 0xcd])])
  await input.setInputFiles({ name: 'old.asm', mimeType: 'text/plain', buffer: old })
  await expect(page).toHaveTitle(/^old/)
  await expect.poll(() => toy.text()).toBe('mov r0, #1 ; 求和')
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['mov r0, #7'], 'dropped.asm'))
    const target = document.querySelector('.view-lines')
    for (const type of ['dragover', 'drop']) {
      target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    }
  })
  await expect(page).toHaveTitle(/^dropped/)
  await expect.poll(() => toy.text()).toBe('mov r0, #7')
})

test('a dropped folder, which cannot be read, is told of, and the text stays', async ({ page, toy }) => {
  await toy.open()
  await page.evaluate(() => {
    const folder = new File([''], 'folder')
    const refused = (): Promise<ArrayBuffer> => Promise.reject(new DOMException('', 'NotReadableError'))
    Object.defineProperty(File.prototype, 'arrayBuffer', { value: refused })
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(folder)
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
  })
  await expect(page.getByRole('alert').filter({ hasText: 'folder' })).toContainText('is not a text that can be read')
  await expect(page).toHaveTitle(/^array-sum/)
})
