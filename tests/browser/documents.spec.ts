// The reader's documents: named anew, copied, removed and brought back, their versions, all of them out and in again.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { kept } from './kept.ts'
import { expect, test } from './page.ts'

/** Chooses an item of the File menu. */
async function file(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

test('renamed, copied, removed, brought back; versions; an archive of fifty out and in again', async ({
  page,
  toy,
}, info) => {
  await toy.open()
  await file(page, 'New')
  await toy.write('mov r0, #1\nmov r1, #2\nmov r2, #3\n')
  await expect.poll(async () => (await kept(page)).get('untitled')).toContain('mov r2, #3')
  await toy.write('mov r7, #7\n')
  await expect.poll(async () => (await kept(page)).get('untitled')).toContain('mov r7')

  const dialog = page.getByRole('dialog')
  await file(page, 'Documents…')
  await expect(dialog).toContainText('untitled')
  await dialog.getByRole('button', { name: 'Rename: untitled' }).click()
  await page.keyboard.type('<b>mine</b>')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: '<b>mine</b>', exact: true })).toBeVisible()
  await expect(page).toHaveTitle(/^<b>mine<\/b>/)
  expect([...(await kept(page)).keys()]).toEqual(['<b>mine</b>'])

  // Versions came along; what was replaced at a stroke is one, and brought back it can be undone.
  await dialog.getByRole('button', { name: 'Versions: <b>mine</b>' }).click()
  await expect(dialog.locator('del')).toContainText(['mov r0, #1', 'mov r1, #2', 'mov r2, #3'])
  await expect(dialog.locator('ins')).toContainText(['mov r7, #7'])
  await page.screenshot({ path: info.outputPath('versions.png') })
  await dialog.getByRole('button', { name: 'Bring back' }).click()
  await expect.poll(() => toy.text()).toContain('mov r2, #3')
  await toy.source.focus()
  await page.keyboard.press('Control+Z')
  await expect.poll(() => toy.text()).toContain('mov r7, #7')

  await file(page, 'Documents…')
  await dialog.getByRole('button', { name: 'Duplicate: <b>mine</b>' }).click()
  await expect(page).toHaveTitle(/^<b>mine<\/b> 2/)
  await file(page, 'Documents…')
  await dialog.getByRole('button', { name: 'Remove: <b>mine</b> 2' }).click()
  await expect(dialog.getByRole('button', { name: 'Bring back: <b>mine</b> 2' })).toBeVisible()
  await page.screenshot({ path: info.outputPath('documents.png') })
  await page.reload()
  await toy.ready()
  await file(page, 'Documents…')
  await dialog.getByRole('button', { name: 'Bring back: <b>mine</b> 2' }).click()
  await expect(page).toHaveTitle(/^<b>mine<\/b> 2/)

  // Fifty, put where the page keeps them.
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open('toycpu')
        opening.onsuccess = () => {
          const tx = opening.result.transaction('documents', 'readwrite')
          for (let n = 0; n < 48; n++) tx.objectStore('documents').put({ name: `lab ${n}`, text: `mov r0, #${n}\n` })
          tx.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
  )
  await page.reload()
  await toy.ready()
  const before = await kept(page)
  expect(before.size).toBe(50)
  await file(page, 'Documents…')
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Take all out (zip)' }).click()
  const archive = readFileSync(await (await downloading).path())
  const input = dialog.locator('input[type=file]')
  const taken = { name: 'toycpu.zip', mimeType: 'application/zip', buffer: archive }
  await input.setInputFiles(taken)
  await expect(dialog.getByRole('status')).toHaveText('0 taken in, 50 were there already.')
  // The same names with other texts stand beside.
  await dialog.getByRole('button', { name: 'Remove: lab 7' }).click()
  await expect(dialog.getByRole('button', { name: 'Bring back: lab 7' })).toBeVisible()
  await input.setInputFiles(taken)
  await expect(dialog.getByRole('status')).toHaveText('1 taken in, 49 were there already.')
  expect(await kept(page)).toEqual(before)
  await input.setInputFiles({ ...taken, buffer: Buffer.from('no archive') })
  await expect(dialog.getByRole('status')).toHaveText('This is no archive that can be read.')
})
