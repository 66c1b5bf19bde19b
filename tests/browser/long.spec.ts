// Long and endless programs: the position goes anywhere in them, and the page answers all the while.
import { expect, test } from './page.ts'

const FROM = 1_000_000
const COUNTDOWN = `mov r0, #${FROM}\nloop:\nsub r0, #1\ncmp r0, #0\njne loop\n`
/** One step, and three for each time round. */
const STEPS = 1 + 3 * FROM

/** What r0 holds after so many steps of the countdown. */
const r0After = (step: number): number => FROM - Math.ceil((step - 1) / 3)

test('a countdown from 1,000,000: to the end, back, and anywhere by the slider', async ({ page, toy }) => {
  test.slow()
  await toy.open()
  await toy.write(COUNTDOWN)
  await expect(toy.status).toHaveText(/^Step 0 of 10,000…$/)

  await toy.press('toEnd')
  await expect(toy.status).toHaveText('Halted after 3,000,001 steps', { timeout: 60_000 })
  await toy.expectPosition(STEPS)
  await expect(toy.valueAt(0)).toHaveText('0')

  for (let back = 1; back <= 5; back += 1) {
    await toy.press('stepBack')
    await toy.expectPosition(STEPS - back)
    await expect(toy.valueAt(0)).toHaveText(String(r0After(STEPS - back)))
  }

  const box = await toy.slider.boundingBox()
  if (box === null) throw new Error('the slider has no place')
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2)
  await page.mouse.down()
  for (const part of [0.9, 0.31, 0.5, 0.02]) {
    await page.mouse.move(box.x + box.width * part, box.y + box.height / 2, { steps: 8 })
    await expect(toy.slider).toHaveAttribute('aria-valuenow', String(Math.round(STEPS * part)))
    await expect(toy.valueAt(0)).toHaveText(String(r0After(Math.round(STEPS * part))))
  }
  await page.mouse.up()

  await toy.press('toStart')
  await toy.expectPosition(0)
  await expect(toy.valueAt(0)).toHaveText('?')
})

test('an endless program freezes nothing, and that it never ends is said', async ({ toy }) => {
  await toy.open()
  await toy.write('mov r0, #1\nloop:\njmp loop\n')
  await toy.press('toEnd')
  await expect(toy.status).toHaveText(/^Never ends: step \d+ repeats step \d+$/)
  await toy.press('stepBack')
  await expect(toy.status).toHaveText(/^Step \d+ of \d+/)
})

test('a run without end in sight pauses when asked, and while one types', async ({ page, toy }) => {
  await toy.open()
  await toy.write('loop:\nadd r0, #1\njmp loop\n')
  await expect(toy.status).toHaveText(/^Step 0 of 10,000…$/)
  await toy.press('toEnd')
  await expect(toy.button('pause')).toBeVisible()
  await expect(toy.status).toHaveText(/^Running/)
  await toy.press('pause')
  await expect(toy.button('run')).toBeVisible()
  await expect(toy.status).toHaveText(/^Step [\d,]+ of [\d,]+…$/)

  await toy.press('toEnd')
  await expect(toy.button('pause')).toBeVisible()
  await toy.view('editor').locator('.view-lines').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('; typed')
  await expect(toy.button('run')).toBeVisible()
})
