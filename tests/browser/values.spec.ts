// Values beside the lines of a text of one's own, whatever was done to it, against what the state table says.
import { expect, type ToyPage, test } from './page.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1e6)
const EDITS = process.env['PROOFS'] === 'full' ? 100 : 25

const number = (text: string): string => String(Number(text.replace(/\D/g, '')))

/** Holds what stands beside each line in sight against the row of the table at the position. */
async function disagreements(toy: ToyPage): Promise<string[]> {
  return toy.page.evaluate(() => {
    const row = document.querySelector('[role="grid"] [aria-selected="true"]')
    const cells = new Map(
      [...(row?.querySelectorAll<HTMLElement>('[data-address]') ?? [])].map(cell => [
        Number(cell.dataset['address']),
        cell.querySelector('.val')?.textContent ?? cell.textContent ?? '',
      ]),
    )
    const besides = [...document.querySelectorAll<HTMLElement>('.values-sheet > *')].map(node => ({
      top: node.getBoundingClientRect().top,
      values: [...node.querySelectorAll('.iv')].map(value => value.textContent ?? ''),
    }))
    const wrong: string[] = []
    for (const line of document.querySelectorAll('#editor .view-line')) {
      const text = (line.textContent ?? '').replaceAll('\u00a0', ' ').replace(/;.*/, '')
      const match = /^\s*(mov|add|sub|mul)\s+r(\d)\s*,\s*(?:r(\d)|#-?\d+)\s*$/.exec(text)
      if (match === null) continue
      const { top, bottom } = line.getBoundingClientRect()
      const room = document.querySelector('#editor .monaco-editor')!.getBoundingClientRect()
      if (top < room.top || bottom > room.bottom) continue
      const values = besides.find(beside => Math.abs(beside.top - top) < 2)?.values ?? []
      for (const register of new Set([match[2], match[3]])) {
        if (register === undefined) continue
        const shown = values.find(value => value.startsWith(`r${register} `))
        const now = shown?.slice(3).split('→').at(-1)
        const table = cells.get(Number(register))
        if (now !== table) wrong.push(`${text}: r${register} ${now ?? 'nothing'}, in the table ${table ?? 'nothing'}`)
      }
    }
    return wrong
  })
}

test('a new text has values beside all its lines, through random edits', async ({ page, toy }) => {
  test.slow()
  let state = seed
  const pick = (most: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
  const instruction = (): string => {
    const source = pick(2) === 0 ? `#${pick(50)}` : `r${pick(4)}`
    return `${['mov', 'add', 'sub', 'mul'][pick(4)]!} r${pick(4)}, ${source}`
  }
  await toy.open()
  await page.getByRole('button', { name: 'File', exact: true }).click()
  await page.getByRole('menuitem', { name: 'New', exact: true }).click()
  await expect(toy.source).toBeFocused()
  const first = ['mov r0, #1', 'mov r1, #2', 'add r1, r0', 'add r0, r1', 'sub r1, r0', 'mul r0, r1']
  for (const line of first) {
    await page.keyboard.insertText(line)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
  }
  for (let n = 0; n < EDITS; n++) {
    for (let up = pick(6); up > 0; up--) await page.keyboard.press(pick(2) === 0 ? 'ArrowUp' : 'ArrowDown')
    switch (pick(5)) {
      case 0:
        await page.keyboard.press('Home')
        await page.keyboard.insertText(`${instruction()}\n`)
        break
      case 1:
        await page.keyboard.press('End')
        await page.keyboard.insertText(`\n${instruction()}\n; said\n${instruction()}`)
        break
      case 2:
        await page.keyboard.press('Control+Shift+K')
        await page.keyboard.press('End')
        await page.keyboard.insertText(`\n${instruction()}`)
        break
      case 3:
        await page.keyboard.press('End')
        await page.keyboard.insertText(`\n${instruction()}`)
        await page.keyboard.press('Escape')
        await page.keyboard.press('Control+Z')
        await page.keyboard.press('Control+Y')
        break
      default:
        await page.keyboard.press('F10')
    }
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText('\nmov r2, #3\nmov r3, #4')
  await page.keyboard.press('Control+Home')
  await expect(toy.view('problems')).not.toContainText('error')
  await toy.press('toStart')
  await toy.press('step', 2)
  await expect.poll(() => disagreements(toy), { message: `seed ${seed}` }).toEqual([])
  expect(number((await toy.slider.getAttribute('aria-valuenow')) ?? '')).toBe('2')
  expect(await page.locator('.values-sheet .iv').count()).toBeGreaterThan(4)
})

test('half a word of an input method is no program yet', async ({ page, toy }) => {
  await toy.open()
  await toy.write('mov r0, #1 ; ')
  await expect(toy.status).toHaveText('Step 0 of 1')
  await page.keyboard.press('Enter')
  const cdp = await page.context().newCDPSession(page)
  for (const text of ['x', 'xu', 'xun', 'xun h', 'xun hu']) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await page.waitForTimeout(120)
    await expect(toy.status).toHaveText('Step 0 of 1')
  }
  await cdp.send('Input.insertText', { text: '循环:' })
  await expect.poll(() => toy.text()).toContain('循环:')
})
