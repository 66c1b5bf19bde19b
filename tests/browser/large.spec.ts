// The largest machine, the longest program, and texts that are none: the page answers all the while.
import { expect, test } from './page.ts'

test('with 1,048,576 cells typing is answered, and the last cell is seen', async ({ page, toy }) => {
  await toy.open()
  await toy.write('.cells 1048576\nmov r0, #1048575\nmov [r0], #42\nmov r1, [r0]\n')
  await expect(toy.status).toHaveText('Step 0 of 3')
  await toy.press('toEnd')
  await expect(toy.valueAt(1)).toHaveText('42')
  await expect(toy.valueAt(1_048_575)).toHaveText('42')
  await toy.source.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('add r1, #1', { delay: 20 })
  await page.keyboard.press('Escape')
  await expect(toy.status).toHaveText('Step 3 of 4')
  const cells = toy.view('memory').getByRole('grid')
  await cells.focus()
  await page.keyboard.press('End')
  await expect(toy.view('memory').locator('[data-address="1048575"]')).toBeVisible()
  await toy.press('step')
  await expect(toy.valueAt(1)).toHaveText('43')
})

test('a program of 65,536 instructions is shown, run and edited', async ({ page, toy }) => {
  test.slow()
  await toy.open()
  const text = Array.from({ length: 65_536 }, (_, index) => `add r${index % 8}, #${index}`).join('\n')
  const file = { name: 'long.asm', mimeType: 'text/plain', buffer: Buffer.from(text) }
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page).toHaveTitle(/long/)
  await expect(toy.status).toHaveText('Step 0 of 10,000…', { timeout: 30_000 })
  await toy.press('toEnd')
  await expect(toy.status).toHaveText('Halted after 65,536 steps', { timeout: 30_000 })
  await toy.press('stepBack')
  await toy.expectPosition(65_535)
  await toy.source.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('x')
  await expect(toy.status).toHaveText(/^1 problem/, { timeout: 30_000 })
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Escape')
  await expect(toy.status).toHaveText(/^Step 65,535 of 65,53/, { timeout: 30_000 })
})

test('whatever is pasted, the page says nothing but problems', async ({ page, toy }) => {
  await toy.open()
  let seed = 20_261_124
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const scraps = [
    'mov ',
    'r0',
    ', ',
    '#',
    '[',
    ']',
    '\n',
    ':',
    ';',
    '.data ',
    '"',
    "'",
    '\\',
    '0x',
    '-',
    '，',
    '：',
    '\t',
  ]
  for (let time = 0; time < 12; time += 1) {
    const bytes = Array.from({ length: 300 }, () =>
      time % 2 === 0 ? String.fromCharCode(random(256)) : scraps[random(scraps.length)],
    )
    await toy.write(bytes.join(''))
  }
  await expect(toy.status).toHaveText(/problems/)
  await toy.write('mov r0, #5\n')
  await expect(toy.status).toHaveText('Step 0 of 1')
  await page.keyboard.press('F10')
  await expect(toy.valueAt(0)).toHaveText('5')
})
