// For everyone: axe finds nothing in either language or theme, and everything can be reached and used by keyboard.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, ToyPage, test } from './page.ts'

/** What axe objects to, in a form that a failed test can show. */
async function objections(page: Page, rulesLeftOut: string[] = [], within = 'html'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(within).disableRules(rulesLeftOut).analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html }) => `${impact} ${id}: ${html.slice(0, 160)}`),
  )
}

// Colours know no language: each theme is looked at in one.
for (const [language, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const) {
  test(`axe finds nothing: ${language}, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const toy = new ToyPage(page, language)
    await toy.open(`?lang=${language}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'en' : /^zh/)
    await toy.press('step', 4)
    await toy.expectPosition(4)
    expect(await objections(page)).toEqual([])
    await toy.write('mov r0, #1\nmov r1 #2\n')
    await expect(toy.view('problems').getByRole('listitem')).not.toHaveCount(0)
    expect(await objections(page)).toEqual([])
  })
}

for (const size of [
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
]) {
  test(`axe finds nothing at ${size.width}×${size.height}`, async ({ page }) => {
    await page.setViewportSize(size)
    await page.goto('./')
    await expect(page.getByRole('status')).toHaveText('Step 0 of 16')
    expect(await objections(page)).toEqual([])
    const tabs = page.getByRole('tab')
    for (let index = 0; index < (await tabs.count()); index += 1) {
      await tabs.nth(index).click()
      await expect(tabs.nth(index)).toHaveAttribute('aria-selected', 'true')
      expect({ index, found: await objections(page) }).toEqual({ index, found: [] })
    }
  })
}

/** The menus that are in sight when the page opens, as their buttons are named. */
const MENUS = [
  /^Samples$/,
  /^Exercises$/,
  /^File$/,
  /^Views$/,
  /^Language$/,
  /^Theme$/,
  /^Copy$/,
  /^Columns$/,
  /^Gates:/,
]

const menuButtons = (page: Page) => page.locator('button[aria-haspopup=menu]:visible')

test('the menus are those that axe looks at', async ({ page, toy }) => {
  await toy.open()
  await expect(menuButtons(page)).toHaveCount(MENUS.length)
  for (const name of MENUS) await expect(page.getByRole('button', { name })).toHaveCount(1)
})

test('axe finds nothing in any menu', async ({ page, toy }) => {
  await toy.open()
  for (const name of MENUS) {
    await page.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1)
    // A menu that is open lies above the page, in none of its landmarks.
    expect({ name, found: await objections(page, ['region'], '[role=menu]') }).toEqual({ name, found: [] })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
})

for (const key of ['?', 'F1']) {
  test(`axe finds nothing in the dialog that ${key} opens`, async ({ page, toy }) => {
    await toy.open()
    await toy.grid.focus()
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await objections(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(toy.grid).toBeFocused()
  })
}

/** Something that can be used by mouse, and whether Tab alone must lead to it. */
const CONTROLS =
  'a[href], button, input, select, textarea, [role=slider], [role=grid], [role=radio], [role=tab], [role=textbox]'

/** Names all controls in sight, and marks them so that a visit can be told. */
const mark = (page: Page): Promise<string[]> =>
  page.evaluate(selector => {
    const shown = [...document.querySelectorAll(selector)].filter(
      element =>
        element.checkVisibility({ visibilityProperty: true }) && element.closest('[aria-hidden=true]') === null,
    )
    return shown.map((element, index) => {
      element.setAttribute('data-control', String(index))
      return `${index} ${element.getAttribute('role') ?? element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40)}`
    })
  }, CONTROLS)

/**
 * Presses a key and tells which control then has the focus, and whether it is one of a group that is walked by arrows.
 * A group moves the focus some time after the key's event, and at its end not at all: a second without a move is its end.
 */
async function goBy(
  page: Page,
  key: string,
): Promise<{ control: string | null; group: string | null; isEditor: boolean }> {
  const before = await page.evaluateHandle(() => document.activeElement)
  await page.keyboard.press(key)
  return page.evaluate(async before => {
    for (const end = Date.now() + 1000; document.activeElement === before && Date.now() < end; ) {
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    const element = document.activeElement
    const group = element?.closest('[role=toolbar], [role=radiogroup], [role=menubar], [role=tablist]')
    return {
      control: element?.closest('[data-control]')?.getAttribute('data-control') ?? null,
      group: group?.getAttribute('aria-label') ?? group?.getAttribute('role') ?? null,
      isEditor: element?.closest('.monaco-editor') != null,
    }
  }, before)
}

test('every control in sight is reached by Tab, and by arrows within its group', async ({ page, toy }) => {
  test.slow()
  await toy.open()
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('F10')
  await toy.expectPosition(4)
  const controls = await mark(page)
  const seen = new Set<string>()
  const groups = new Set<string>()
  let first: string | null = null
  for (let tab = 0; tab < 150; tab += 1) {
    const at = await goBy(page, 'Tab')
    if (at.control !== null) {
      if (first !== null && at.control === first) break
      first ??= at.control
      seen.add(at.control)
    }
    if (at.isEditor) await page.keyboard.press('Escape')
    if (at.group !== null && !groups.has(at.group)) {
      groups.add(at.group)
      for (const key of ['ArrowRight', 'ArrowLeft']) {
        const walked = new Set<string>()
        for (;;) {
          const next = await goBy(page, key)
          if (next.control === null || walked.has(next.control)) break
          walked.add(next.control)
          seen.add(next.control)
        }
      }
    }
  }
  expect(controls.filter(control => !seen.has(control.split(' ')[0] ?? ''))).toEqual([])
  expect(controls.length).toBeGreaterThan(12)
})

test('the toolbar has one tab stop; the speed beside it takes its own arrows and leaves the page its keys', async ({
  page,
  toy,
}) => {
  await toy.open()
  const toolbar = page.getByRole('toolbar', { name: 'Controls' })
  const speed = page.getByRole('slider', { name: 'Speed' })
  await toolbar.getByRole('button', { name: 'Step', exact: true }).focus()
  await page.keyboard.press('Tab')
  await expect(speed).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(toolbar.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Shift+Tab')
  await expect(toolbar.locator(':focus')).toHaveCount(0)
  await speed.focus()
  await page.keyboard.press('ArrowRight')
  await expect(speed).toHaveValue('3')
  await toy.expectPosition(0)
  await page.keyboard.press('F10')
  await toy.expectPosition(1)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})

test('menus open, choose and close by keyboard, and give the focus back', async ({ page, toy }) => {
  await toy.open()
  const samples = page.getByRole('button', { name: 'Samples', exact: true })
  await samples.focus()
  await page.keyboard.press('Enter')
  const items = page.getByRole('menuitemradio')
  await expect(items.first()).toBeFocused()
  expect(await items.count()).toBeGreaterThanOrEqual(12)
  await page.keyboard.press('Escape')
  await expect(items).toHaveCount(0)
  await expect(samples).toBeFocused()

  const language = page.getByRole('button', { name: 'Language', exact: true })
  await language.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemradio', { checked: true })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitemradio').last()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/)
  await expect(new ToyPage(page, 'zh').button('step')).toBeVisible()
})

test('Escape leaves the editor’s Tab trap', async ({ page, toy }) => {
  await toy.open()
  await toy.view('editor').locator('.view-lines').click()
  await expect(toy.source).toBeFocused()
  const text = await toy.text()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(toy.source).not.toBeFocused()
  await expect(page.locator('.monaco-editor :focus')).toHaveCount(0)
  await toy.drawn()
  expect(await toy.text()).toBe(text)
})

test('a bit of the circuit is picked by arrows', async ({ page, toy }) => {
  await toy.open()
  await toy.press('step', 4)
  await toy.expectPosition(4)
  const bits = page.getByRole('radiogroup', { name: 'Bit', exact: true })
  await bits.getByRole('radio', { checked: true }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(bits.getByRole('radio', { checked: true })).toHaveAccessibleName(/\b1\b/)
})
