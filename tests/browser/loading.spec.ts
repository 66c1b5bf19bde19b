// What loads when: the page works before its editor is there, and without it.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT } from '../serve-page.ts'
import { expect, test } from './page.ts'

/** The editor's chunk: the largest script of all, and no worker. */
function editorChunk(): string {
  const assets = join(BUILT, 'assets')
  const scripts = readdirSync(assets).filter(name => name.endsWith('.js') && !name.includes('worker'))
  const sizes = scripts.map(name => ({ name, size: statSync(join(assets, name)).size }))
  const largest = sizes.sort((a, b) => b.size - a.size)[0]
  if (largest === undefined || largest.size < 1_000_000) throw new Error('no chunk looks like the editor')
  return largest.name
}

test('the first paint and the first steps wait for no editor', async ({ page, toy }) => {
  const chunk = editorChunk()
  let isAsked = false
  let release = (): void => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route(`**/${chunk}`, async route => {
    isAsked = true
    await held
    await route.continue()
  })
  await page.goto('./')
  await expect(toy.status).toHaveText('Step 0 of 16')
  await expect(toy.view('editor')).toContainText('add r0, [r1]')
  await toy.press('step', 4)
  await toy.expectPosition(4)
  await expect(toy.valueAt(0)).toHaveText('1')
  await expect(page.locator('.monaco-editor')).toHaveCount(0)
  await expect.poll(() => isAsked).toBe(true)
  release()
  await toy.source.waitFor({ state: 'attached' })
  await toy.expectPosition(4)
})

test('without its editor the page still takes a text', async ({ page, toy, silence }) => {
  await page.route(`**/${editorChunk()}`, route => route.abort())
  await page.goto('./')
  await expect(toy.status).toHaveText('Step 0 of 16')
  await toy.source.fill('mov r0, #3\n')
  await expect(toy.status).toHaveText('Step 0 of 1')
  // The browser itself logs that the file could not be had.
  silence.length = 0
})

test('where a drawing cannot be laid out, that is said, the list is there, and it can be tried again', async ({
  page,
  toy,
  silence,
}) => {
  await page.route('**/elk-worker*', route => route.abort())
  await toy.open()
  const circuit = toy.view('circuit')
  await circuit.getByRole('button', { name: 'Bench' }).click()
  await circuit.getByRole('combobox', { name: 'Circuit', exact: true }).selectOption('alu')
  await expect(circuit).toContainText('This circuit could not be drawn.')
  await page.unroute('**/elk-worker*')
  await circuit.getByRole('button', { name: 'Try again' }).click()
  await expect(circuit.getByRole('group', { name: /^ALU, 8 bits: a/ })).toBeVisible()
  // The browser itself logs that the file could not be had.
  silence.length = 0
})
