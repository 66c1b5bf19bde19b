// The editor: its margin, the values beside the code, what becomes of them in a changed text, the keyboard, Chinese input.
import type { Page } from '@playwright/test'
import { expect, ToyPage, test } from './page.ts'

/** The values beside a line, as they are drawn: null where they are hidden so as not to touch the text. */
const valuesBeside = (toy: ToyPage, code: string): Promise<string[] | null> =>
  toy.view('editor').evaluate((editor, wanted) => {
    const plain = (node: Element): string => (node.textContent ?? '').replaceAll('\u00a0', ' ')
    const line = [...editor.querySelectorAll('.view-line')].find(each => plain(each).includes(wanted))
    const middle = (node: Element): number => {
      const { top, bottom } = node.getBoundingClientRect()
      return (top + bottom) / 2
    }
    const beside = [...editor.querySelectorAll('.ivs')].find(
      each => line !== undefined && Math.abs(middle(each) - middle(line)) < 3,
    )
    if (beside === undefined || getComputedStyle(beside).visibility === 'hidden') return null
    return [...beside.querySelectorAll('.iv')].map(plain)
  }, code)

/** The line of code beside which a mark stands in the margin. */
const lineOfMark = (toy: ToyPage, mark: 'mark-last' | 'mark-next' | 'mark-fault'): Promise<string | null> =>
  toy.view('editor').evaluate((editor, className) => {
    const at = editor.querySelector(`.${className}`)
    if (at === null) return null
    const { top } = at.getBoundingClientRect()
    const line = [...editor.querySelectorAll('.view-line')].find(
      each => Math.abs(each.getBoundingClientRect().top - top) < 3,
    )
    return (line?.textContent ?? '').replaceAll('\u00a0', ' ').trim()
  }, mark)

async function clickInto(toy: ToyPage, page: Page, key?: string): Promise<void> {
  await toy.view('editor').locator('.view-lines').click()
  await expect(toy.source).toBeFocused()
  if (key !== undefined) await page.keyboard.press(key)
}

/** Undoes as often as a typed text needs, which the editor takes back word by word. */
async function undoAll(page: Page): Promise<void> {
  for (let time = 0; time < 12; time += 1) await page.keyboard.press('Control+Z')
}

test('the margin tells the line executed last and the next, the values beside the code change as one steps', async ({
  toy,
}) => {
  await toy.open()
  await expect.poll(() => lineOfMark(toy, 'mark-next')).toBe('mov r0, #0')
  expect(await lineOfMark(toy, 'mark-last')).toBeNull()
  await toy.press('step', 4)
  await expect.poll(() => valuesBeside(toy, 'add r0, [r1]')).toEqual(['r0 0→1', 'r1 15', 'x15 1'])
  await expect.poll(() => lineOfMark(toy, 'mark-last')).toBe('add r0, [r1]')
  await expect.poll(() => lineOfMark(toy, 'mark-next')).toBe('add r1, #1')
  await toy.press('step', 4)
  await expect.poll(() => valuesBeside(toy, 'add r0, [r1]')).toEqual(['r0 1→3', 'r1 16', 'x16 2'])
  const written = toy.view('editor').locator('.iv.w')
  await expect(written).toHaveCount(1)
  await expect(toy.view('editor').locator('.values')).toHaveAttribute('aria-hidden', 'true')
})

test('values hide before they would touch the text, and come back', async ({ page, toy }) => {
  await toy.open()
  await toy.write('mov r0, #1\nmov r1, #2\n')
  await toy.press('step', 2)
  await expect.poll(() => valuesBeside(toy, 'mov r1, #2')).not.toBeNull()
  await clickInto(toy, page, 'Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.insertText(' ; a comment that takes all of the line')
  await expect.poll(() => toy.text()).toContain('all of the line')
  await expect.poll(() => valuesBeside(toy, 'mov r1, #2')).toBeNull()
  await expect.poll(() => valuesBeside(toy, 'mov r0, #1')).not.toBeNull()
  await page.keyboard.press('Shift+Home')
  await page.keyboard.insertText('mov r1, #2')
  await expect.poll(() => valuesBeside(toy, 'mov r1, #2')).not.toBeNull()
})

test('a fault is marked at its line', async ({ toy }) => {
  await toy.open()
  await toy.write('mov r0, #1\ndiv r0, #0\n')
  await toy.press('toEnd')
  await expect.poll(() => lineOfMark(toy, 'mark-fault')).toBe('div r0, #0')
  await expect.poll(() => lineOfMark(toy, 'mark-last')).toBe('mov r0, #1')
})

test('old marks and values move with their lines, edited lines lose theirs', async ({ page, toy }) => {
  await toy.open()
  await toy.press('step', 4)
  await expect.poll(() => lineOfMark(toy, 'mark-last')).toBe('add r0, [r1]')
  await clickInto(toy, page, 'Control+Home')
  await page.keyboard.insertText('nonsense here\n\n')
  await expect(toy.status).toHaveText(/old text/)
  await expect.poll(() => lineOfMark(toy, 'mark-last')).toBe('add r0, [r1]')
  await expect.poll(() => valuesBeside(toy, 'add r0, [r1]')).toEqual(['r0 0→1', 'r1 15', 'x15 1'])
  for (let line = 1; line < 7; line += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.insertText(' ; seen')
  await expect.poll(() => lineOfMark(toy, 'mark-last')).toBeNull()
  await expect.poll(() => valuesBeside(toy, 'add r0, [r1]')).toBeNull()
  await expect.poll(() => lineOfMark(toy, 'mark-next')).toBe('add r1, #1')
})

test('Tab indents; after Escape it leaves, in either direction', async ({ page, toy }) => {
  await toy.open()
  await clickInto(toy, page, 'Control+End')
  await page.keyboard.press('Tab')
  await expect.poll(() => toy.text()).toMatch(/\n {4}$/)
  await expect(toy.source).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(toy.view('editor').getByText('Press Tab to leave the editor.')).toBeAttached()
  await page.keyboard.press('Tab')
  await expect(toy.source).not.toBeFocused()
  await toy.source.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Tab')
  await expect(toy.source).not.toBeFocused()
  await toy.source.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.type('r')
  await page.keyboard.press('Tab')
  await expect.poll(() => toy.text()).toMatch(/\n {4}r {3}$/)
  await expect(toy.source).toBeFocused()
})

test('Enter indents as the line above, lines put in at once stay as they are', async ({ page, toy }) => {
  await toy.open()
  await toy.write('  mov r0, #1\n    mov r1, #2\nloop:\n  jmp loop')
  await expect.poll(() => toy.text()).toBe('  mov r0, #1\n    mov r1, #2\nloop:\n  jmp loop')
  await clickInto(toy, page, 'Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('add r0, r1', { delay: 10 })
  await page.keyboard.press('Escape')
  await expect.poll(() => toy.text()).toMatch(/\n {2}jmp loop\n {2}add r0, r1$/)
})

test('keys of the page work in the editor, and each text has an undo history of its own', async ({ page, toy }) => {
  await toy.open()
  await clickInto(toy, page)
  await page.keyboard.press('F10')
  await page.keyboard.press('F10')
  await toy.expectPosition(2)
  await page.keyboard.press('Alt+F10')
  await toy.expectPosition(1)
  await clickInto(toy, page, 'Control+Home')
  await page.keyboard.insertText('; mine\n')
  await page.getByRole('button', { name: 'Samples' }).click()
  await page.getByRole('menu').getByText('Fibonacci').click()
  await expect.poll(() => toy.text()).toContain('mov r2, #16')
  const fibonacci = await toy.text()
  await clickInto(toy, page)
  await undoAll(page)
  await toy.drawn()
  expect(await toy.text()).toBe(fibonacci)
  await page.getByRole('button', { name: 'Samples' }).click()
  await page.getByRole('menu').getByText('Array sum').first().click()
  await expect.poll(() => toy.text()).toContain('; mine')
  await clickInto(toy, page)
  await undoAll(page)
  await expect.poll(() => toy.text()).not.toContain('mine')
})

test('Back to original is a change like any other: undo brings the own text again', async ({ page, toy }) => {
  await toy.open()
  await clickInto(toy, page, 'Control+Home')
  await page.keyboard.insertText('; mine\n')
  await page.getByRole('button', { name: 'File' }).click()
  await page.getByText('Back to original').click()
  await expect.poll(() => toy.text()).not.toContain('mine')
  await clickInto(toy, page, 'Control+Z')
  await expect.poll(() => toy.text()).toContain('; mine')
  await expect(toy.status).toHaveText(/of 16/)
})

test('Chinese by an input method: composed, caret right, no boxes around characters', async ({ page, toy }) => {
  await toy.open()
  await toy.write('mov r0, #1\n')
  const input = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  for (const pinyin of ['q', 'qiu', 'qiu he']) await compose(pinyin)
  await input.send('Input.insertText', { text: '求和' })
  await page.keyboard.type(':  ;')
  await compose('zhu shi')
  await input.send('Input.insertText', { text: '注释，（说明）' })
  await expect.poll(() => toy.text()).toBe('mov r0, #1\n求和:  ;注释，（说明）')
  const { caret, end, columns } = await toy.view('editor').evaluate(editor => {
    const lines = [...editor.querySelectorAll('.view-line > span')].map(line => line.getBoundingClientRect())
    lines.sort((a, b) => a.top - b.top)
    const [latin, chinese] = lines
    return {
      caret: editor.querySelector('.cursor')?.getBoundingClientRect().left ?? 0,
      end: chinese?.right ?? 0,
      columns: ((chinese?.width ?? 0) / (latin?.width ?? 1)) * 'mov r0, #1'.length,
    }
  })
  expect(Math.abs(caret - end)).toBeLessThan(2)
  // Each Chinese character takes two columns.
  expect(columns).toBeCloseTo(2 * 2 + 4 + 7 * 2, 0)
  await expect(page.locator('.unicode-highlight')).toHaveCount(0)
})

test('in Chinese the editor is named and speaks Chinese', async ({ page }) => {
  await page.goto('./?lang=zh')
  const source = page.getByRole('textbox', { name: '源代码' })
  await source.waitFor({ state: 'attached' })
  await source.focus()
  await page.keyboard.press('Control+F')
  await expect(page.getByRole('textbox', { name: '查找' }).first()).toBeVisible()
})

test('a fix by Ctrl+. mends the mistake, and one action all full-width characters', async ({ page, toy }) => {
  await toy.open()
  await toy.write('mvo r0， #1\nadd r0， #2 ; kept，\n')
  await clickInto(toy, page, 'Control+Home')
  await expect(toy.view('editor').locator('.squiggly-error')).toHaveCount(3)
  await page.keyboard.press('Control+.')
  await expect(page.locator('.action-widget .monaco-list:focus .focused')).toContainText('Write mov instead')
  await page.keyboard.press('Enter')
  await expect.poll(() => toy.text()).toContain('mov r0， #1')
  await page.keyboard.press('Control+Home')
  for (let on = 0; on < 6; on += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+.')
  await page
    .locator('.action-widget')
    .getByText(/all full-width characters/)
    .click()
  await expect.poll(() => toy.text()).toBe('mov r0, #1\nadd r0, #2 ; kept，\n')
  await expect(toy.status).toHaveText('Step 0 of 2')
})

test('Shift+Alt+F formats as toycpu fmt does', async ({ page, toy }) => {
  await toy.open()
  await toy.write('loop: MOV r0,#1 ; one\nadd   r0 , [ r1 ]\n')
  await page.keyboard.press('Shift+Alt+F')
  await expect.poll(() => toy.text()).toBe('loop:\n    mov r0, #1  ; one\n    add r0, [r1]\n')
})

/** Asks by keyboard what the words under the cursor mean, and expects that all of it is told. */
async function expectHover(page: Page, ...told: string[]): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.keyboard.press('Control+I')
  const hover = page.locator('.monaco-hover:visible')
  for (const words of told) await expect(hover).toContainText(words)
  await page.keyboard.press('Escape')
  await expect(hover).toHaveCount(0)
}

/** Puts the cursor into a line, so many characters to the right. */
async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+Home')
  for (let down = 1; down < line; down += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  for (let right = 1; right < column; right += 1) await page.keyboard.press('ArrowRight')
}

test('completion is accepted by the keyboard: an instruction with its places, then a label', async ({ page, toy }) => {
  await toy.open()
  await toy.write('loop: add r0, #1\n')
  const first = page.locator('.suggest-widget.visible .monaco-list-row.focused')
  await page.keyboard.type('ad')
  await expect(first).toContainText('add')
  await page.keyboard.press('Enter')
  await page.keyboard.type('r3')
  await page.keyboard.press('Tab')
  await page.keyboard.type('[r1]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  // As a hand types: keys in one moment cancel what was asked for the one before.
  await page.keyboard.type('jne l', { delay: 40 })
  await expect(first).toContainText('loop')
  await page.keyboard.press('Tab')
  await expect.poll(() => toy.text()).toBe('loop: add r0, #1\nadd r3, [r1]\njne loop')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Space')
  await expect(page.locator('.suggest-widget.visible')).toContainText('.bits')
})

test('a line typed in full keeps what was typed: Enter takes nothing from the list that would change it', async ({
  page,
  toy,
}) => {
  await toy.open()
  await toy.write(' ')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('mov r0, #3\nmov 10, r0\nmov r1, [r0]\nlast: cmp r0, r1\njne last\n', { delay: 40 })
  await expect.poll(() => toy.text()).toBe('mov r0, #3\nmov 10, r0\nmov r1, [r0]\nlast: cmp r0, r1\njne last\n')
})

test('hover tells the value at the position, and what things mean', async ({ page, toy }) => {
  await toy.open()
  await toy.press('step', 4)
  await clickInto(toy, page)
  await goTo(page, 7, 'add r0, [r'.length + 1)
  await expectHover(page, '[r1] → cell 15 = 1')
  await goTo(page, 7, 2)
  await expectHover(page, 'add a, b', 'the adder of the ALU')
  await goTo(page, 10, 'jne lo'.length + 1)
  await expectHover(page, 'label loop')
  await page.keyboard.press('F10')
  await page.keyboard.press('F10')
  await page.keyboard.press('F10')
  await page.keyboard.press('F10')
  await toy.expectPosition(8)
  await goTo(page, 7, 'add r0, [r'.length + 1)
  await expectHover(page, '[r1] → cell 16 = 2')
})

test('hover speaks Chinese to a Chinese reader', async ({ page }) => {
  const toy = new ToyPage(page, 'zh')
  await toy.open('?lang=zh')
  await toy.press('step', 4)
  await clickInto(toy, page)
  await goTo(page, 7, 'add r0, [r'.length + 1)
  await expectHover(page, '[r1] → 15 号单元 = 1')
  await goTo(page, 7, 2)
  await expectHover(page, 'ALU 的加法器')
})

test('rename changes a label everywhere, and refuses a name that would clash', async ({ page, toy }) => {
  await toy.open()
  await toy.write('start: add r0, #1\ncmp r0, #9\njl start\nmov r1, #start\n; start stays here\n')
  await goTo(page, 3, 'jl st'.length + 1)
  const renameTo = async (name: string): Promise<void> => {
    await page.keyboard.press('F2')
    await expect(page.locator('.rename-box input')).toBeFocused()
    // The box takes the name that stood there only after it has come.
    await expect(page.locator('.rename-box input')).toHaveValue('start')
    await page.keyboard.press('Control+A')
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  await renameTo('mov')
  await expect(page.locator('.monaco-editor-overlaymessage')).toContainText('reserved')
  await toy.drawn()
  expect(await toy.text()).toContain('jl start')
  await page.keyboard.press('Escape')
  await renameTo('again')
  await expect
    .poll(() => toy.text())
    .toBe('again: add r0, #1\ncmp r0, #9\njl again\nmov r1, #again\n; start stays here\n')
  await page.keyboard.press('Control+Z')
  await expect.poll(() => toy.text()).toContain('jl start')
})

test('definition, references, outline, highlights, folding, comments', async ({ page, toy }) => {
  await toy.open()
  await toy.write('; one\n; two\n; three\nstart: add r0, #1\ncmp r0, #9\njl start\njne start\n')
  await goTo(page, 6, 'jl st'.length + 1)
  await expect(toy.view('editor').locator('.wordHighlight, .wordHighlightStrong')).toHaveCount(3)
  await page.keyboard.press('F12')
  // Where the definition is, the worker tells.
  await expect(toy.view('editor').locator('.active-line-number')).toHaveText('4')
  await page.keyboard.type('x')
  await expect.poll(() => toy.text()).toContain('xstart: add')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Shift+F12')
  await expect(page.locator('.reference-zone-widget')).toContainText('References (3)')
  await page.keyboard.press('Escape')
  await expect(toy.source).toBeFocused()
  await page.keyboard.press('Control+Shift+O')
  await expect(page.locator('.quick-input-widget')).toContainText('start')
  await page.keyboard.press('Escape')
  await expect(toy.source).toBeFocused()
  // The outline puts the cursor back as it closes, and what can be folded is worked out a moment after the text rests.
  await expect(async () => {
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+Shift+BracketLeft')
    await expect.poll(() => toy.text(), { timeout: 1000 }).not.toContain('; two')
  }).toPass()
  await page.keyboard.press('Control+Shift+BracketRight')
  await expect.poll(() => toy.text()).toContain('; two')
  await goTo(page, 5, 1)
  await page.keyboard.press('Control+/')
  await expect.poll(() => toy.text()).toContain('; cmp r0, #9')
})

test('a breakpoint is set in the margin by a click and by F9, and moves with its line', async ({ page, toy }) => {
  await toy.open()
  const set = toy.view('editor').locator('.breakpoint')
  /** Where each line stands, and where the breakpoint: found and read in one go. */
  const places = () =>
    toy.view('editor').evaluate(editor => {
      const tops = (selector: string): number[] =>
        [...editor.querySelectorAll(selector)].map(element => element.getBoundingClientRect().top)
      return { lines: tops('.view-line').sort((a, b) => a - b), dot: tops('.breakpoint')[0] ?? Number.NaN }
    })
  const lineOf = async (): Promise<number> => {
    const { lines, dot } = await places()
    return lines.findIndex(top => Math.abs(top - dot) < 3) + 1
  }
  await expect.poll(() => toy.text()).toContain('add r0, [r1]')
  const { lines } = await places()
  const editor = await toy.view('editor').boundingBox()
  await page.mouse.click((editor?.x ?? 0) + 10, (lines[6] ?? 0) + 8)
  await expect(set).toHaveCount(1)
  await expect.poll(lineOf).toBe(7)
  await clickInto(toy, page, 'Control+Home')
  await page.keyboard.type('; above\n')
  await expect.poll(lineOf).toBe(8)
  await page.keyboard.press('F5')
  await toy.expectPosition(3)
  await goTo(page, 8, 1)
  await page.keyboard.press('F9')
  await expect(set).toHaveCount(0)
})

test('a breakpoint is gone with its line: deleted, or all replaced', async ({ page, toy }) => {
  await toy.open()
  const set = toy.view('editor').locator('.breakpoint')
  await clickInto(toy, page, 'Control+Home')
  for (const line of [1, 7, 8, 12]) {
    await goTo(page, line, 1)
    await page.keyboard.press('F9')
  }
  await expect(set).toHaveCount(4)
  await goTo(page, 7, 1)
  await page.keyboard.press('Control+Shift+K')
  await expect(set).toHaveCount(3)
  await toy.write('mov r0, #1\nmov r0, #2\n')
  await expect(set).toHaveCount(0)
  await page.keyboard.press('F5')
  await expect(toy.status).toHaveText('Halted after 2 steps')
})

test('problems are reached by F8, one after the other, and told', async ({ page, toy }) => {
  await toy.open()
  await toy.write('mvo r0, #1\njmp nowhere\n')
  await expect(toy.view('editor').locator('.squiggly-error')).toHaveCount(2)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F8')
  const told = page.locator('.marker-widget')
  await expect(told).toContainText('there is no instruction mvo')
  await page.keyboard.press('F8')
  await expect(told).toContainText('nowhere')
  await page.keyboard.press('Escape')
  await expect(told).toHaveCount(0)
})
