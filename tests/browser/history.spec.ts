// The history as its reader walks it: breakpoints and watchpoints both ways, cells changed by hand, a worker that dies.
import type { Page } from '@playwright/test'
import { amount } from '../amount.ts'
import { expect, type ToyPage, test } from './page.ts'

/** Goes to a line of the editor by keyboard. */
async function cursorTo(toy: ToyPage, line: number): Promise<void> {
  await toy.source.focus()
  await toy.page.keyboard.press('Control+Home')
  for (let at = 1; at < line; at += 1) await toy.page.keyboard.press('ArrowDown')
}

/** Adds a watchpoint by keyboard alone. */
async function watch(toy: ToyPage, condition: string): Promise<void> {
  const { page } = toy
  await page.getByRole('button', { name: 'Breakpoints and watchpoints' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Add a watchpoint' }).focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('textbox', { name: /^Condition/ })
    .last()
    .focus()
  await page.keyboard.type(condition)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Breakpoints and watchpoints' }).focus()
}

test('a breakpoint stops before its line, forwards and backwards, by keyboard', async ({ page, toy }) => {
  await toy.open()
  await cursorTo(toy, 7)
  await page.keyboard.press('F9')
  for (const position of [3, 7, 11, 16]) {
    await page.keyboard.press('F5')
    await toy.expectPosition(position)
  }
  await expect(toy.status).toHaveText('Halted after 16 steps')
  for (const position of [11, 7, 3, 0]) {
    await page.keyboard.press('Shift+F5')
    await toy.expectPosition(position)
  }
  await cursorTo(toy, 11)
  await page.keyboard.press('Control+F10')
  await toy.expectPosition(15)
})

test('conditions and counts decide whether a breakpoint stops; it is there again after a reload', async ({
  page,
  toy,
}) => {
  await toy.open()
  await cursorTo(toy, 7)
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: 'Breakpoints and watchpoints' }).click()
  await page.getByRole('textbox', { name: 'Condition: Line 7' }).fill('r1 = 16')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F5')
  await toy.expectPosition(7)
  await page.keyboard.press('F5')
  await toy.expectPosition(16)
  await page.reload()
  await toy.ready()
  await page.getByRole('button', { name: 'Breakpoints and watchpoints' }).click()
  await expect(page.getByRole('textbox', { name: 'Condition: Line 7' })).toHaveValue('r1 = 16')
  await page.getByRole('textbox', { name: 'Condition: Line 7' }).fill('')
  await page.getByRole('textbox', { name: 'Time: Line 7' }).fill('3')
  await page.keyboard.press('Escape')
  await toy.press('toStart')
  await page.keyboard.press('F5')
  await toy.expectPosition(11)
})

test('reverse continue to a watchpoint on the array sum, by keyboard', async ({ page, toy }) => {
  await toy.open()
  await watch(toy, 'r0 changes')
  await toy.grid.focus()
  await page.keyboard.press('End')
  await toy.expectPosition(16)
  // `mov r0, #0` makes a blank cell 0: that is a change as well.
  for (const position of [12, 8, 4, 1, 0]) {
    await page.keyboard.press('Shift+F5')
    await toy.expectPosition(position)
  }
  for (const position of [1, 4, 8, 12, 16]) {
    await page.keyboard.press('F5')
    await toy.expectPosition(position)
  }
})

const SIEVE = `.cells 131072
mov r1, #2
outer:
mov r2, r1
add r2, #20
cmp [r2], #1
je next
mov r3, r1
mul r3, r1
mark:
cmp #100000, r3
jl next
mov r4, r3
add r4, #20
mov [r4], #1
add r3, r1
jmp mark
next:
add r1, #1
cmp r1, #317
jl outer
mov 9, #7
`

test('reverse continue to a watchpoint on a sieve of 100,000 cells, by keyboard', async ({ page, toy }) => {
  test.slow()
  await toy.open()
  await toy.write(SIEVE)
  await watch(toy, 'x99929 written')
  await toy.grid.focus()
  await page.keyboard.press('End')
  await expect(toy.status).toHaveText(/^Halted after [\d,]+ steps$/, { timeout: 60_000 })
  // 99,929 − 20 = 99,909 is 3 × 33,303 = 9 × 11,101 = 17 × 5,877 = 51 × 1,959 …: its prime factors below 317 mark it.
  await page.keyboard.press('Shift+F5')
  await expect(toy.selectedRow).toContainText('99929')
  const last = Number(await toy.slider.getAttribute('aria-valuenow'))
  await page.keyboard.press('Shift+F5')
  await expect(toy.slider).not.toHaveAttribute('aria-valuenow', String(last))
  await expect(toy.selectedRow).toContainText('99929')
  const before = Number(await toy.slider.getAttribute('aria-valuenow'))
  expect(before).toBeLessThan(last)
  await page.keyboard.press('F5')
  await toy.expectPosition(last)
})

test('a cell changed by hand begins a branch; the history before stays in reach', async ({ page, toy }) => {
  await toy.open()
  await toy.press('step', 4)
  await toy.expectPosition(4)
  const cells = toy.view('memory').getByRole('grid')
  await cells.focus()
  for (let row = 0; row < 2; row += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'New value of x16 after step 4' }).fill('50')
  await page.keyboard.press('Enter')
  await expect(toy.selectedRow.locator('[data-address="16"]')).toHaveText('50')
  await toy.press('toEnd')
  await expect(toy.valueAt(10)).toHaveText('54')
  await page.getByRole('button', { name: 'Branches' }).click()
  await page.getByRole('menuitemradio', { name: /own history/ }).click()
  await expect(toy.valueAt(10)).toHaveText('6')
  await page.reload()
  await toy.ready()
  await expect(toy.valueAt(10)).toHaveText('6')
  await page.getByRole('button', { name: 'Branches' }).click()
  await page.getByRole('menuitemradio', { name: /Branch 1/ }).click()
  await expect(toy.valueAt(10)).toHaveText('54')
  await toy.write((await toy.text()).replace('add r1, #1', 'add r1, #2'))
  await expect(toy.view('memory').getByRole('button', { name: 'Apply again' })).toBeVisible()
})

/** Lets whatever the page tells the worker arrive a while later, as on a busy machine. */
async function slowWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (...given: unknown[]) {
      setTimeout(() => Reflect.apply(postMessage, this, given), 150)
    }
  })
}

test('Continue and To the end go by what was typed just before, wherever the engine is', async ({ page, toy }) => {
  await slowWorker(page)
  await toy.open()
  await toy.press('toEnd')
  await toy.expectPosition(16)
  await cursorTo(toy, 7)
  await page.keyboard.press('F9')
  await page.keyboard.press('Control+Home')
  // Each change is another text for the engine, which is still busy with the one before.
  await page.keyboard.type('; above\n')
  await page.keyboard.press('Shift+F5')
  await toy.expectPosition(11)
  await toy.write('mov r0, #20\nloop:\nsub r0, #1\ncmp r0, #0\njne loop\n')
  await toy.press('toEnd')
  await toy.expectPosition(61)
  await expect(toy.button('run')).toBeVisible()
  await toy.press('stepBack')
  await toy.write('mov r0 #20\n')
  await toy.press('toEnd')
  await expect(toy.status).toHaveText('1 problem · Step 61 of 61 (old text)')
  await expect(toy.button('run')).toBeVisible()
})

/** Keeps hold of the engine's workers, so that a test can kill the newest: as a crash does, which is told, or in silence. */
async function holdWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held: Worker[] = []
    const Real = window.Worker
    window.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        if (options?.name === 'engine') held.push(this)
      }
    }
    const killWorker = (isTold: boolean): void => {
      held.at(-1)?.terminate()
      if (isTold) held.at(-1)?.dispatchEvent(new Event('error', { cancelable: true }))
    }
    Object.assign(window, { killWorker })
  })
}

test('the worker killed over and over: nothing is lost', async ({ page, toy }) => {
  test.setTimeout(300_000)
  await holdWorkers(page)
  await toy.open()
  await toy.press('step', 2)
  for (let time = 0; time < amount(200); time += 1) {
    // That one is silent is noticed after half a second: every fifth time is often enough.
    await page.evaluate(
      isTold => (window as unknown as { killWorker(isTold: boolean): void }).killWorker(isTold),
      time % 5 !== 0,
    )
    await toy.press(time % 2 === 0 ? 'step' : 'stepBack')
    await toy.expectPosition(time % 2 === 0 ? 3 : 2)
  }
  expect(await toy.text()).toContain('add r0, [r1]')
  await toy.press('toEnd')
  await expect(toy.status).toHaveText('Halted after 16 steps')
})

test('a key that goes into folded memory unfolds it; a value that fits no word is refused with the reason', async ({
  page,
  toy,
}) => {
  await toy.open()
  const cells = toy.view('memory').getByRole('grid')
  await cells.focus()
  await expect(toy.view('memory')).toContainText('Enter changes the picked cell')
  await page.keyboard.press('End')
  const last = toy.view('memory').locator('[data-address="255"]')
  await expect(last).toBeInViewport()
  await expect(cells).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? 'none')
  await page.keyboard.press('Enter')
  await page.keyboard.type('2147483648')
  await expect(toy.view('memory').getByRole('alert')).toHaveText('-2147483648 to 2147483647, please')
  await page.keyboard.press('Escape')
  await expect(toy.view('memory').getByRole('alert')).toHaveCount(0)
  await expect(cells).toBeFocused()
  await toy.write('mov r0, #1\nwhat\n')
  await cells.focus()
  await expect(toy.view('memory')).toContainText('mend the problems to change cells')
  await page.keyboard.press('Enter')
  await expect(toy.view('memory').getByRole('textbox')).toHaveCount(0)
})
