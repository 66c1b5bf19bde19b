// Typing: the table follows, problems are told and mended, and what was typed is there again.
import { expect, test } from './page.ts'

test('the table follows what is typed', async ({ page, toy }) => {
  await toy.open()
  await toy.write('mov r0, #2\nmul r0, #21\n')
  await expect(toy.status).toHaveText('Step 0 of 2')
  await toy.press('toEnd')
  await expect(toy.valueAt(0)).toHaveText('42')
  await toy.view('editor').locator('.view-lines').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('add r0, #1')
  await page.keyboard.press('Escape')
  await expect(toy.status).toHaveText('Step 2 of 3')
  await expect(toy.grid.locator('tbody tr')).toHaveCount(4)
})

test('a mistake is underlined and told, the last good history stays, a fix mends it', async ({ toy }) => {
  await toy.open()
  await toy.press('step', 4)
  await toy.expectPosition(4)
  await toy.write((await toy.text()).replace('jne loop', 'jnee loop'))
  await expect(toy.status).toHaveText('1 problem · Step 4 of 16 (old text)')
  await expect(toy.view('editor').locator('.squiggly-error')).not.toHaveCount(0)
  const problem = toy.view('problems').getByRole('listitem')
  await expect(problem).toHaveCount(1)
  await toy.press('step')
  await expect(toy.status).toHaveText('1 problem · Step 5 of 16 (old text)')
  await toy.view('problems').getByRole('button', { name: /jne/ }).last().click()
  await expect(toy.status).toHaveText('Step 5 of 16')
})

test('text and position are there again after a reload', async ({ page, toy }) => {
  await toy.open()
  await toy.write('mov r0, #7\nmov r1, #8\nmov r2, #9\n')
  await expect(toy.status).toHaveText('Step 0 of 3')
  await toy.press('step', 2)
  await toy.expectPosition(2)
  await page.reload()
  await toy.ready()
  await expect(toy.status).toHaveText('Step 2 of 3')
  await expect.poll(() => toy.text()).toContain('mov r2, #9')
})

test('each sample opens by its name in the address; an unknown name keeps the text', async ({ page, toy }) => {
  await toy.open('?sample=swap-through-r0')
  await expect(page).toHaveTitle(/swap-through-r0/)
  await toy.open('?sample=no-such-sample')
  await expect(page.getByText('no-such-sample')).toBeVisible()
  await expect(page).toHaveTitle(/swap-through-r0/)
})

test('a fault is told and adds no row', async ({ toy }) => {
  await toy.open()
  await toy.write('mov r0, #1\ndiv r0, #0\n')
  await toy.press('toEnd')
  await expect(toy.status).toHaveText(/Fault: division by zero, line 2$/)
  await expect(toy.grid.locator('tbody tr')).toHaveCount(2)
})

test('without any good text there is row 0 alone, and every control says why', async ({ page, toy }) => {
  await toy.open()
  await toy.write('what\never\n')
  await expect(toy.status).toHaveText('2 problems · Step 0 of 16 (old text)')
  await page.reload()
  await toy.ready()
  await expect(toy.status).toHaveText('2 problems')
  await expect(toy.grid.locator('tbody tr')).toHaveCount(1)
  for (const name of ['step', 'stepBack', 'toStart', 'toEnd', 'run'] as const) {
    await expect(toy.button(name)).toHaveAttribute('aria-disabled', 'true')
    await expect(toy.button(name)).toHaveAttribute('aria-description', 'no program has been assembled yet')
  }
})

test('every expectation that is not met is told, as a problem', async ({ toy }) => {
  await toy.open()
  await toy.write('mov r0, #1\n.expect 0: 1\n.expect 9: 6\n.expect 10: 7\n')
  const problems = toy.view('problems')
  await expect(problems.getByRole('button', { name: 'Expected at the end' })).toHaveCount(2)
  await expect(problems).not.toContainText('No problems')
  await toy.write('mov r0, #1\n.expect 0: 1\n')
  await expect(problems).toContainText('No problems')
})
