// What moves the position by itself or by the ruler: runs at every speed, the zoom, and what is said meanwhile.
import { expect, ToyPage, test } from './page.ts'

const COUNTDOWN = 'mov r0, #1000000\nloop:\nsub r0, #1\ncmp r0, #0\njne loop\n'

/** Puts the speed control to one of its places, by keyboard. */
async function speed(toy: ToyPage, place: number): Promise<void> {
  await toy.page.getByRole('slider', { name: 'Speed' }).focus()
  await toy.page.keyboard.press('Home')
  for (let at = 0; at < place; at += 1) await toy.page.keyboard.press('ArrowRight')
}

/** Sets a breakpoint on a line of the editor. */
async function breakpoint(toy: ToyPage, line: number): Promise<void> {
  await toy.source.focus()
  await toy.page.keyboard.press('Control+Home')
  for (let at = 1; at < line; at += 1) await toy.page.keyboard.press('ArrowDown')
  await toy.page.keyboard.press('F9')
}

test('a run stops at a breakpoint and at the end, at every speed', async ({ page, toy }) => {
  await toy.open()
  await breakpoint(toy, 11)
  const fastest = Number(await page.getByRole('slider', { name: 'Speed' }).getAttribute('max'))
  // Slower ones differ in their number only, and would take long.
  for (let place = 3; place <= fastest; place += 1) {
    await speed(toy, place)
    await toy.press('run')
    await toy.expectPosition(15)
    await expect(toy.button('run')).toBeVisible()
    await toy.press('run')
    await expect(toy.status).toHaveText('Halted after 16 steps')
    await expect(toy.button('run')).toHaveAttribute('aria-disabled', 'true')
    await toy.press('toStart')
    await toy.expectPosition(0)
  }
})

test('a run at four steps a second goes step by step, until Pause', async ({ page, toy }) => {
  // The page's clock is the test's: how fast this machine is does not count.
  await page.clock.install()
  await toy.open()
  await speed(toy, 2)
  await expect(page.getByRole('slider', { name: 'Speed' })).toHaveAttribute('aria-valuetext', '4 steps a second')
  await page.clock.pauseAt(Date.now() + 3_600_000)
  await toy.press('run')
  for (const position of [1, 2, 3, 4]) {
    // The first step is taken at once; a little more than a quarter of a second, as a step waits for the next frame.
    await page.clock.runFor(position === 1 ? 50 : 253)
    await toy.expectPosition(position)
  }
  await toy.press('pause')
  await expect(toy.button('run')).toBeVisible()
  await page.clock.runFor(2000)
  await expect(toy.status).toHaveText('Step 4 of 16')
  await toy.expectPosition(4)
})

test('an unsound watchpoint holds nothing up: Continue goes to the end', async ({ page, toy }) => {
  await toy.open()
  await page.getByRole('button', { name: 'Breakpoints and watchpoints' }).click()
  await page.getByRole('button', { name: 'Add a watchpoint' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('F5')
  await expect(toy.status).toHaveText('Halted after 16 steps')
})

test('a search far back can begin at the end', async ({ page, toy }) => {
  test.slow()
  await toy.open()
  await toy.write(COUNTDOWN)
  await breakpoint(toy, 1)
  await toy.press('toEnd')
  await expect(toy.status).toHaveText('Halted after 3,000,001 steps', { timeout: 60_000 })
  await page.keyboard.press('Shift+F5')
  await toy.expectPosition(0)
})

test('a search that finds nothing can be paused', async ({ page, toy }) => {
  await toy.open()
  await toy.write('loop:\nadd r0, #1\njmp loop\n')
  await page.getByRole('button', { name: 'Breakpoints and watchpoints' }).click()
  await page.getByRole('button', { name: 'Add a watchpoint' }).click()
  await page.getByRole('textbox', { name: /^Condition/ }).fill('r0 < 0')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F5')
  await toy.press('pause')
  await expect(toy.button('run')).toBeVisible()
  await expect(toy.status).toHaveText(/^Step [1-9][\d,]* of [\d,]+…$/)
})

test('with errors in the text the position moves within the old history', async ({ page, toy }) => {
  await toy.open()
  await toy.write(COUNTDOWN)
  await expect(toy.status).toHaveText('Step 0 of 10,000…')
  await toy.write(COUNTDOWN.replace('jne', 'jnee'))
  await expect(toy.status).toHaveText('1 problem · Step 0 of 10,000… (old text)')
  await toy.press('toEnd')
  await toy.expectPosition(10_000)
  await expect(toy.button('step')).toHaveAttribute('aria-disabled', 'true')
  await toy.slider.focus()
  await page.keyboard.press('PageUp')
  await toy.press('stepBack')
  await toy.expectPosition(9999)
  await toy.write(COUNTDOWN)
  await expect(toy.status).toHaveText('Step 9,999 of 10,000…')
})

test('the ruler zooms by keys and buttons, and Escape takes a drag back', async ({ page, toy }) => {
  await toy.open()
  await toy.write(COUNTDOWN)
  await expect(toy.status).toHaveText('Step 0 of 10,000…')
  const ticks = () =>
    toy.slider.evaluate(slider =>
      [...slider.querySelectorAll('span')]
        .filter(({ children, textContent }) => children.length === 0 && /^[\d,]+$/.test(textContent ?? ''))
        .map(({ textContent }) => (textContent ?? '').replace(',', '')),
    )
  await expect.poll(ticks).toContain('10000')
  await toy.slider.focus()
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('+')
  await expect.poll(ticks).toContain('1250')
  await page.keyboard.press('-')
  await expect.poll(ticks).toContain('2500')
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(ticks).toContain('1250')
  // The ruler follows the position out of what it shows.
  await toy.slider.focus()
  for (let time = 0; time < 12; time += 1) await page.keyboard.press('PageUp')
  await toy.expectPosition(1500)
  await expect.poll(ticks).toContain('1500')
  await page.getByRole('button', { name: 'Zoom out' }).click()
  await page.getByRole('button', { name: 'The whole history' }).click()
  await expect.poll(ticks).toContain('10000')

  const box = (await toy.slider.boundingBox())!
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2)
  await page.mouse.down()
  await toy.expectPosition(3000)
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 4 })
  await toy.expectPosition(8000)
  await page.keyboard.press('Escape')
  await toy.expectPosition(1500)
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 4 })
  await page.mouse.up()
  await toy.expectPosition(1500)
})

test('status and slider say where things stand, in both languages', async ({ page }) => {
  for (const [language, status, end] of [
    ['en', 'Step 4 of 16', 'Halted after 16 steps'],
    ['zh', /^第 4 步.*16/, /16 步/],
  ] as const) {
    const toy = new ToyPage(page, language)
    await toy.open(`?lang=${language}`)
    await toy.press('step', 4)
    await expect(toy.status).toHaveText(status)
    const value = language === 'en' ? 'Step 4 of 16, line 7, add r0, [r1]' : /第 4 步.*16.*7.*add r0, \[r1\]/
    await expect(toy.slider).toHaveAttribute('aria-valuetext', value)
    await toy.press('toEnd')
    await expect(toy.status).toHaveText(end)
    await toy.press('toStart')
    await toy.expectPosition(0)
  }
})
