// The table's and the memory's own tools: folded jumps, columns, copying, the bracket of an endless loop, notations.
import { readFileSync } from 'node:fs'
import { readSample } from '../../programs/sample.ts'
import { toycpu } from '../toycpu.ts'
import { expect, test } from './page.ts'

const file = new URL('../../programs/array-sum.asm', import.meta.url)

test('folded jumps share a row with their comparison; arrows go from row to row', async ({ page, toy }) => {
  await toy.open()
  await page.getByRole('button', { name: 'Fold jumps' }).click()
  await expect(toy.grid.locator('tbody tr')).toHaveCount(14)
  const steps = async () => (await toy.rows()).map(row => row[0])
  await expect.poll(steps).toEqual(['0', '1', '2', '3', '4', '5', '6', '8', '9', '10', '12', '13', '14', '16'])
  const cut = () =>
    toy.grid.evaluate(grid => {
      const cells = [...grid.querySelectorAll('tbody td:last-child')]
      return cells.filter(cell => cell.scrollWidth > cell.clientWidth).map(({ textContent }) => textContent)
    })
  await expect.poll(cut).toEqual([])
  await toy.grid.focus()
  for (const position of [1, 2, 3, 4, 5, 7, 8, 9, 11]) {
    await page.keyboard.press('ArrowDown')
    await toy.expectPosition(position)
    await expect(toy.selectedRow).toHaveCount(1)
  }
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await toy.expectPosition(8)
  await toy.press('stepBack', 2)
  await toy.expectPosition(6)
  await expect(toy.selectedRow).toContainText('cmp r1, r2 / jne loop')
  await page.reload()
  await toy.ready()
  await expect(toy.grid.locator('tbody tr')).toHaveCount(14)
})

test('quick presses add up, and an arrow starts from the position even where it is scrolled away', async ({
  page,
  toy,
}) => {
  await toy.open()
  await toy.write('loop:\nadd r0, #1\njmp loop\n')
  await expect(toy.status).toHaveText('Step 0 of 10,000…')
  await toy.grid.focus()
  for (let time = 0; time < 12; time += 1) await page.keyboard.press('ArrowDown')
  await toy.expectPosition(12)
  await toy
    .view('table')
    .getByRole('grid')
    .locator('xpath=ancestor::div[2]')
    .evaluate(box => {
      box.scrollTop = box.scrollHeight / 2
    })
  await expect(toy.selectedRow).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await toy.expectPosition(13)
  await expect(toy.selectedRow).toHaveCount(1)
})

test('what is copied is what the command line prints: all of it, folded, and without the columns put away', async ({
  page,
  context,
  toy,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await toy.open()
  const { code } = readSample(readFileSync(file, 'utf8'))
  /** Copies, and waits until the clipboard holds what is expected: "Copied" may still stand there from before. */
  const expectCopied = async (format: string, expected: string): Promise<void> => {
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('menuitem', { name: format, exact: true }).click()
    await expect(toy.view('table').getByText('Copied').first()).toBeVisible()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(expected)
  }
  const printed = async (...words: string[]): Promise<string> =>
    (await toycpu(['trace', 'a.asm', '--lang', 'en', ...words], { 'a.asm': code })).out
  await expectCopied('Markdown', await printed('--format', 'markdown'))
  await page.getByRole('button', { name: 'Fold jumps' }).click()
  await expectCopied('CSV, for spreadsheets', await printed('--format', 'csv', '--fold-jumps'))
  await page.getByRole('button', { name: 'Columns' }).click()
  // The columns are r0, r1, r2, x8 and on.
  for (const index of [2, 3]) await page.getByRole('menuitemcheckbox').nth(index).click()
  await page.keyboard.press('Escape')
  await expect(toy.grid.locator('thead [data-address="8"]')).toHaveCount(0)
  await expectCopied(
    'Markdown',
    await printed('--format', 'markdown', '--fold-jumps', '--registers', 'r0-r1', '--cells', '9-10,15-17'),
  )
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitem', { name: 'All columns' }).click()
  await expect(toy.grid.locator('thead [data-address="8"]')).toHaveCount(1)
})

test('numbers of any length are whole in memory, and no row stands on another', async ({ page, toy }) => {
  await toy.open()
  await toy.write('mov r0, #-2147483648\nmov 9, r0\nmov 100, r0\nmov 200, r0\n')
  await toy.grid.focus()
  await page.keyboard.press('End')
  await expect(toy.status).toHaveText('Halted after 4 steps')
  for (const format of ['Decimal', 'Hexadecimal', 'Binary', 'Character']) {
    await toy.view('memory').getByRole('radio', { name: format, exact: true }).click()
    const seen = (): Promise<{ cut: number; overlaps: number }> =>
      toy.view('memory').evaluate(memory => {
        const values = [...memory.querySelectorAll('[role=gridcell] > span:last-child')]
        const rows = [...memory.querySelectorAll('[role=row]')].map(row => row.getBoundingClientRect())
        rows.sort((a, b) => a.top - b.top)
        return {
          cut: values.filter(value => value.scrollWidth > value.clientWidth).length,
          overlaps: rows.filter((row, index) => index > 0 && row.top < rows[index - 1]!.bottom - 1).length,
        }
      })
    await expect.poll(seen).toEqual({ cut: 0, overlaps: 0 })
  }
})

test('memory in every notation', async ({ page, toy }) => {
  await toy.open()
  await toy.write(".bits 16\n.data 8: -1, 65, '求', 0\nmov r0, #1\n")
  await expect(toy.status).toHaveText('Step 0 of 1')
  const shown = () =>
    Promise.all(
      [8, 9, 10, 11, 12].map(address =>
        toy.view('memory').locator(`[data-address="${address}"] > span:last-child`).textContent(),
      ),
    )
  const radio = (name: string) => page.getByRole('radio', { name, exact: true })
  await expect.poll(shown).toEqual(['-1', '65', '27714', '0', '?'])
  await radio('Decimal').focus()
  // As long as a finger takes: the group chooses while the arrow is down.
  await page.keyboard.press('ArrowRight', { delay: 100 })
  await expect(radio('Hexadecimal')).toBeChecked()
  await expect.poll(shown).toEqual(['FFFF', '0041', '6C42', '0000', '?'])
  await radio('Binary').click()
  await expect.poll(shown).toEqual(['1'.repeat(16), '0000000001000001', '0110110001000010', '0'.repeat(16), '?'])
  await radio('Character').click()
  await expect.poll(shown).toEqual(['·', 'A', '求', '·', '?'])
})

test('where the program never ends, a bracket joins the rows that are the same', async ({ toy }) => {
  await toy.open()
  await toy.write('mov r0, #3\nloop:\nmov r1, r0\nmov r1, #0\njmp loop\n')
  await expect(toy.status).toHaveText(/^Step 0 of \d+$/)
  await toy.press('toEnd')
  await expect(toy.status).toHaveText(/^Never ends/)
  const status = await toy.status.textContent()
  const [steps, repeats] = (status?.match(/\d+/g) ?? []).map(Number)
  expect(status).toBe(`Never ends: step ${steps} repeats step ${repeats}`)
  await expect(toy.grid.locator('tr:has([data-loop~=first])')).toHaveAttribute('data-position', String(repeats))
  await expect(toy.grid.locator('tr:has([data-loop~=last])')).toHaveAttribute('data-position', String(steps))
  await expect(toy.grid.locator('[data-loop]')).toHaveCount(Number(steps) - Number(repeats) + 1)
  await expect(toy.button('step')).toHaveAttribute('aria-disabled', 'true')
})

test('a label called x12 stays a label, a backquote is shown as it is', async ({ toy }) => {
  await toy.open()
  await toy.write('mov r0, #0\nx12: add r0, #1\ncmp r0, #2\njl x12')
  await toy.press('step', 4)
  await expect(toy.selectedRow).toContainText('jumps back to x12 (line 2)')
  await expect(toy.selectedRow.locator('sub')).toHaveCount(0)
  await toy.press('stepBack', 2)
  await expect(toy.selectedRow.locator('sub')).toHaveText('0')
  await toy.write('mov r`0, #1')
  const message = toy.view('editor').getByText('✕ line 1:')
  await expect(message.locator('code').first()).toContainText('`')
  await expect(message).not.toContainText('``')
})

test('cells are called by the names that the program gives them, and by numbers where the reader wants those', async ({
  toy,
}) => {
  await toy.open()
  await toy.write('.equ total, 10\n.data total: 4\nmov r0, total\nadd total, r0')
  await toy.press('step')
  const head = toy.grid.getByRole('columnheader', { name: 'total x10' })
  await expect(head).toBeVisible()
  await expect(toy.selectedRow).toContainText('copies total = 4 to r0')
  await expect(toy.view('memory').locator('[data-address="10"]')).toContainText('total')
  await toy.page.getByRole('button', { name: 'Columns' }).click()
  await toy.page.getByRole('menuitemcheckbox', { name: 'Names' }).click()
  await expect(toy.grid.getByRole('columnheader', { name: 'x10', exact: true })).toBeVisible()
  await expect(toy.selectedRow).toContainText('copies x10 = 4 to r0')
  await expect(toy.view('memory').locator('[data-address="10"]')).not.toContainText('total')
})
