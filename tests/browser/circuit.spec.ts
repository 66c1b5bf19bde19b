// The circuit on the page: from the step's own addition down to one gate, by mouse and by keyboard; the bench; time.
import AxeBuilder from '@axe-core/playwright'
import type { Locator } from '@playwright/test'
import { expect, type ToyPage, test } from './page.ts'

const circuit = (toy: ToyPage): Locator => toy.view('circuit')
const crumbs = (toy: ToyPage): Locator => circuit(toy).getByRole('navigation', { name: 'Circuit level' })
const here = (toy: ToyPage): Locator => crumbs(toy).locator('[aria-current]')
const bit = (toy: ToyPage): Locator => circuit(toy).getByRole('radiogroup', { name: 'Bit' })
const live = (toy: ToyPage): Locator =>
  circuit(toy).getByRole('table', { name: 'Truth table' }).locator('[aria-current]')
/** The numbers of the step, bit under bit. */
const numbers = (toy: ToyPage): Locator => circuit(toy).getByRole('group', { name: 'Bit under bit' })
/** What is written on a gate. */
const GATE = /^(NOT|AND|OR|XOR|NAND|NOR|ReLU)$/
const picture = (toy: ToyPage): Locator => circuit(toy).locator('svg[aria-label]').first()

test('step 4 of the array sum: 0 + 1 through the ripple adder, bit 0 in its full adder', async ({ toy }) => {
  await toy.open('?sample=array-sum')
  await toy.press('step', 4)
  await toy.expectPosition(4)
  await expect(crumbs(toy)).toContainText('ripple adder, 32 bits')
  await expect(here(toy)).toHaveText('full adder, bit 0')
  await expect(picture(toy)).toHaveAttribute('aria-label', 'full adder: x 0, y 1, c 0; s 1, c′ 0')
  await expect(live(toy)).toHaveText('010101')
  await expect(circuit(toy)).toContainText('settle time 2 · longest path 65')
  await expect(circuit(toy).getByRole('group', { name: 'Formulas with their values' })).toContainText(
    '0 + 1 + 0 = 1: write 1, carry 0',
  )
})

test('the picked bit stays while stepping; cmp is on the subtractor, jne on the jump condition', async ({ toy }) => {
  await toy.open('?sample=array-sum')
  await toy.press('step', 4)
  await bit(toy)
    .getByRole('radio', { name: /^Bit 4:/ })
    .click()
  await expect(here(toy)).toHaveText('full adder, bit 4')
  await toy.press('step', 2)
  await expect(crumbs(toy)).toContainText('subtractor, 32 bits')
  await expect(here(toy)).toHaveText('full adder, bit 4')
  await expect(bit(toy).getByRole('radio', { name: /^Bit 4:/ })).toBeChecked()
  // 16 − 18: bit 4 of 16 is 1, of ¬18 it is 0.
  await expect(picture(toy)).toHaveAttribute('aria-label', 'full adder: x 1, y 0, c 0; s 1, c′ 0')
  await toy.press('step')
  await expect(here(toy)).toHaveText('jump condition')
  await expect(circuit(toy)).toContainText('jne looks at Z alone and jumps if it is 0: Z = 0, so it jumps.')
  // Of its truth table the rows of jne: Z, L, taken.
  await expect(circuit(toy).getByRole('table', { name: 'Truth table' }).locator('tbody tr')).toHaveText([
    '001',
    '011',
    '100',
    '110',
  ])
  await expect(live(toy)).toHaveText('011')
  await expect(bit(toy).getByRole('radio', { name: 'Bit 4' })).toBeChecked()
  await toy.press('step')
  await expect(here(toy)).toHaveText('full adder, bit 4')
})

test('by keyboard: a bit, the XOR as NOT, AND, OR and as NAND, and out again', async ({ toy }) => {
  await toy.open('?sample=array-sum')
  await toy.press('step', 4)
  const radios = bit(toy).getByRole('radio')
  await expect(radios).toHaveCount(32)
  await expect(bit(toy).locator('[tabindex="0"]')).toHaveCount(1)
  await radios.last().focus()
  await toy.page.keyboard.press('ArrowLeft')
  await expect(bit(toy).getByRole('radio', { name: /^Bit 1:/ })).toBeFocused()
  await toy.page.keyboard.press('Home')
  await expect(here(toy)).toHaveText('full adder, bit 31')
  await toy.page.keyboard.press('End')
  await expect(here(toy)).toHaveText('full adder, bit 0')
  await expect(bit(toy).getByRole('radio', { name: /^Bit 0:/ })).toBeFocused()
  await toy.expectPosition(4)
  await toy.page.keyboard.press('Tab')
  await expect(circuit(toy).getByRole('button', { name: /^XOR x⊕y/ })).toBeFocused()
  await toy.page.keyboard.press('Enter')
  await expect(here(toy)).toHaveText('XOR x⊕y')
  await expect(live(toy)).toHaveText('011')
  await expect(circuit(toy).getByRole('img', { name: 'XOR x⊕y, made of NOT, AND, OR' })).toBeVisible()
  await expect(
    circuit(toy).getByRole('img', { name: 'XOR x⊕y, made of NAND only' }).locator('text').filter({ hasText: GATE }),
  ).toHaveText(['NAND', 'NAND', 'NAND', 'NAND'])
  await crumbs(toy).getByRole('button', { name: 'full adder, bit 0' }).press('Enter')
  await expect(here(toy)).toHaveText('full adder, bit 0')
  const gates = circuit(toy).getByRole('button', { name: /^Gates:/ })
  await gates.press('Enter')
  await toy.page.getByRole('menuitemradio', { name: 'NAND only' }).press('Enter')
  await expect(picture(toy).locator('text').filter({ hasText: GATE })).toHaveText(
    Array.from({ length: 9 }, () => 'NAND'),
  )
  await expect(picture(toy)).toHaveAttribute('aria-label', 'full adder: x 0, y 1, c 0; s 1, c′ 0')
})

test('as a list: gates with their inputs, outputs and values', async ({ toy }) => {
  await toy.open('?sample=array-sum')
  await toy.press('step', 4)
  await circuit(toy).getByRole('button', { name: 'As a list' }).press('Enter')
  const rows = circuit(toy)
    .getByRole('table', { name: /Gates of/ })
    .locator('tbody tr')
  await expect(rows).toHaveText([
    'XORx = 0, y = 1x⊕y = 1',
    'XORx⊕y = 1, c = 0s = 1',
    'ANDx = 0, y = 1xy = 0',
    'ANDc = 0, x⊕y = 1c(x⊕y) = 0',
    'ORxy = 0, c(x⊕y) = 0c′ = 0',
  ])
  await rows.last().getByRole('button').press('Enter')
  await expect(here(toy)).toHaveText('OR c′')
  // A gate has a list as well: itself, then what it is made of.
  await expect(circuit(toy).locator('svg[aria-label]')).toHaveCount(0)
  await expect(rows).toHaveText([
    'ORxy = 0, c(x⊕y) = 0c′ = 0',
    'NANDx = 0, x = 0NAND1 = 1',
    'NANDy = 0, y = 0NAND2 = 1',
    'NANDNAND1 = 1, NAND2 = 1out = 0',
  ])
})

test('step 0 and mov: nothing is computed, and the full adder is switched by hand', async ({ toy }) => {
  await toy.open('?sample=array-sum')
  await expect(circuit(toy)).toContainText('Before the first step nothing is computed.')
  await bit(toy).getByRole('radio', { name: 'Bit 4' }).click()
  await toy.press('step')
  await expect(circuit(toy)).toContainText('nothing is computed.')
  await expect(here(toy)).toHaveText('full adder, by hand')
  await expect(bit(toy).getByRole('radio')).toHaveCount(32)
  await expect(picture(toy)).toHaveAttribute('aria-label', 'full adder: x 0, y 0, c 0; s 0, c′ 0')
  for (const name of ['x', 'c']) await circuit(toy).getByRole('switch', { name }).press('Enter')
  await expect(circuit(toy).getByRole('switch', { name: 'x' })).toBeChecked()
  await expect(picture(toy)).toHaveAttribute('aria-label', 'full adder: x 1, y 0, c 1; s 0, c′ 1')
  await expect(live(toy)).toHaveText('101210')
  // A step that adds takes the place, with the bit that was picked.
  await toy.press('step', 3)
  await expect(here(toy)).toHaveText('full adder, bit 4')
  await expect(circuit(toy).getByRole('switch')).toHaveCount(0)
})

test('the bench: 5 + 3 written out, a bit switched by hand, a network of ReLUs', async ({ toy }) => {
  await toy.open('?sample=array-sum')
  await toy.press('step', 4)
  await expect(circuit(toy).getByRole('spinbutton')).toHaveCount(0)
  await circuit(toy).getByRole('button', { name: 'Bench' }).press('Enter')
  await expect(circuit(toy)).toContainText('101 + 011 = 1000')
  await circuit(toy).getByRole('switch', { name: 'x' }).press('Enter')
  await expect(circuit(toy).getByRole('spinbutton', { name: 'a' })).toHaveValue('4')
  await expect(circuit(toy)).toContainText('100 + 011 = 111')
  await circuit(toy).getByRole('combobox', { name: 'Circuit' }).selectOption('maximum')
  await circuit(toy).getByRole('spinbutton').first().fill('-4')
  await circuit(toy).getByRole('spinbutton').last().fill('3')
  await expect(circuit(toy).getByRole('group', { name: 'Weights and sums' })).toContainText('y = 1·0 − 1·4 + 1·7 = 3')
  // What lies on the bench is there again after a reload.
  await toy.page.reload()
  await circuit(toy).getByRole('button', { name: 'Bench' }).press('Enter')
  await expect(circuit(toy).getByRole('spinbutton').first()).toHaveValue('-4')
})

test('the bench: the ALU in its blocks, with words on its buses, and into one of them', async ({ toy }) => {
  await toy.open('?sample=array-sum')
  await circuit(toy).getByRole('button', { name: 'Bench' }).press('Enter')
  await circuit(toy).getByRole('combobox', { name: 'Circuit' }).selectOption('alu')
  await circuit(toy).getByRole('combobox', { name: 'op' }).selectOption('mul')
  // 5 · 3: the product goes its way, the others' ways are shut.
  await expect(picture(toy).locator('text').filter({ hasText: /^15$/ })).toHaveCount(5)
  await picture(toy).getByRole('button', { name: 'decoder: decoder of op' }).press('Enter')
  await expect(here(toy)).toHaveText('decoder of op')
  await expect(picture(toy)).toHaveAttribute('aria-label', /^decoder of op: op 3; .*mul 1/)
  await expect(picture(toy).locator('text').filter({ hasText: GATE })).toHaveCount(15)
})

for (const [width, height] of [
  [1440, 900],
  [1440, 790],
  [1280, 720],
  [1024, 768],
] as const) {
  test(`at ${width}×${height} nothing of the circuit is cut off: idle, adding, long numbers, on the bench`, async ({
    toy,
  }) => {
    await toy.page.setViewportSize({ width, height })
    await toy.open('?sample=array-sum')
    const tab = toy.page.getByRole('tab', { name: 'Circuit' })
    if (await tab.isVisible()) await tab.click()
    const cut = (): Promise<string[]> =>
      circuit(toy).evaluate(view => {
        const edge = view.getBoundingClientRect()
        return [...view.querySelectorAll('*')].flatMap(each => {
          const { right, bottom, width: wide } = each.getBoundingClientRect()
          const isCut = wide > 0 && (right > edge.right + 0.5 || bottom > edge.bottom + 0.5)
          return isCut ? [`${each.tagName} ${each.getAttribute('class')}`] : []
        })
      })
    await expect(picture(toy)).toBeVisible()
    await expect.poll(cut, 'idle').toEqual([])
    await toy.press('step', 4)
    await expect(here(toy)).toHaveText('full adder, bit 0')
    await expect.poll(cut, 'adding').toEqual([])
    await circuit(toy).getByRole('button', { name: 'Bench' }).click()
    await expect(circuit(toy).getByRole('spinbutton', { name: 'a' })).toBeVisible()
    await expect.poll(cut, 'bench').toEqual([])
    await circuit(toy).getByRole('combobox', { name: 'Circuit' }).selectOption('subtractor')
    await circuit(toy).getByRole('combobox', { name: 'Number of bits' }).selectOption('32')
    for (const name of ['a', 'b']) await circuit(toy).getByRole('spinbutton', { name }).fill('-2147483648')
    await expect(circuit(toy)).toContainText('− (-2147483648)')
    await expect.poll(cut, 'long numbers').toEqual([])
  })
}

const EVERY = `mov r0, #12
add r0, #-5
sub r0, #9
cmp r0, #3
jl next
mov r1, #1
next:
mul r0, #7
div r0, #3
jmp end
mov r1, #1
end:`

test('from step to step nothing moves: every overview is equally high, what is opened stands in one place', async ({
  toy,
}) => {
  await toy.open('?sample=array-sum')
  await toy.write(EVERY)
  const where = async () => {
    const chain = await bit(toy).boundingBox()
    const last = await numbers(toy).boundingBox()
    const tables = circuit(toy).getByRole('table', { name: 'Truth table' })
    const table = (await tables.count()) === 0 ? null : await tables.boundingBox()
    return {
      chain: chain?.y,
      rule: last === null ? null : last.y + last.height,
      right: table === null ? null : table.x + table.width,
    }
  }
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
    [1024, 768],
  ] as const) {
    await toy.page.setViewportSize({ width, height })
    const tab = toy.page.getByRole('tab', { name: 'Circuit' })
    if (await tab.isVisible()) await tab.click()
    if ((await toy.slider.getAttribute('aria-valuenow')) !== '0') await toy.press('toStart')
    await toy.press('step')
    await toy.expectPosition(1)
    const { chain, rule, right } = await where()
    const seen = await picture(toy).boundingBox()
    for (const title of ['ripple adder', 'subtractor', 'subtractor', 'jump condition', 'multiplier', 'divider']) {
      await toy.press('step')
      await expect(crumbs(toy).getByRole('button').first()).toContainText(title)
      const now = await where()
      expect({ title, ...now }).toEqual({ title, chain, rule, right: now.right === null ? null : right })
      if (/adder|subtractor/.test(title)) expect(await picture(toy).boundingBox()).toEqual(seen)
    }
  }
})

test('mul and div: operands bit by bit and as numbers, the picked bit is its row; into the row and back', async ({
  toy,
}) => {
  await toy.open('?sample=array-sum')
  await toy.write(EVERY)
  await toy.press('step', 6)
  await expect(numbers(toy).locator(':scope > *')).toHaveText([
    '',
    `a r0${'1'.repeat(31)}0-2`,
    `b #7${'0'.repeat(29)}111× 7`,
    '',
    Array.from({ length: 32 }, (_, i) => 31 - i).join(''),
    `p r0${'1'.repeat(28)}0010-14`,
  ])
  await expect(circuit(toy)).toContainText('-2 × 7 = -14. mul puts it into r0; Z = 0, L = 1 are of that result.')
  const row = circuit(toy).getByRole('table', { name: 'Row by row' }).locator('[aria-current]')
  await expect(row).toContainText('row 0')
  await bit(toy)
    .getByRole('radio', { name: /^Bit 2:/ })
    .press('Enter')
  await expect(row).toContainText('row 2')
  await row.getByRole('button').press('Enter')
  await expect(here(toy)).toHaveText('ripple adder, 30 bits, row 2')
  await toy.press('step')
  // The same bit in the division is its own row.
  await expect(row).toHaveText('row 2310')
  await expect(circuit(toy).getByRole('button', { name: 'Draw it all' })).toBeVisible()
  await circuit(toy).getByRole('button', { name: 'Draw it all' }).click()
  await circuit(toy).getByRole('button', { name: 'Back to the rows' }).click()
  await expect(row).toHaveText('row 2310')
})

test('from step to step the picked row comes in sight, beneath the head of its table', async ({ toy }) => {
  await toy.open('?sample=greatest-common-divisor')
  const table = circuit(toy).getByRole('table', { name: 'Row by row' })
  const beneath = async (): Promise<boolean> => {
    const [row, head] = [
      await table.locator('[aria-current]').boundingBox(),
      await table.locator('th').first().boundingBox(),
    ]
    return row !== null && head !== null && row.y >= head.y + head.height - 1
  }
  await toy.press('step', 6)
  await expect(table).toContainText('fits')
  await expect.poll(beneath).toBe(true)
  await toy.press('step')
  await expect(table).toContainText('sum so far')
  await expect.poll(beneath).toBe(true)
})

test('at a division by zero the last step is shown, and on request the division itself', async ({ toy }) => {
  await toy.open('?sample=array-sum')
  await toy.write('mov r1, #0\nmov r0, #7\ndiv r0, r1')
  await toy.press('step')
  await expect(circuit(toy).getByRole('button', { name: 'Look at the division by zero' })).toHaveCount(0)
  await toy.press('step')
  await toy.expectPosition(2)
  await expect(here(toy)).toHaveText('full adder, by hand')
  await circuit(toy).getByRole('button', { name: 'Look at the division by zero' }).press('Enter')
  await expect(here(toy)).toHaveText('divider, 32 bits')
  await expect(circuit(toy)).toContainText('div cannot divide r0 by r1 = 0: by zero is 1')
  await expect(numbers(toy).locator(':scope > * > :last-child')).toHaveText(['', '7', '÷ 0', '', '', '-1'])
  await circuit(toy).getByRole('button', { name: 'Back to the step' }).press('Enter')
  await expect(here(toy)).toHaveText('full adder, by hand')
})

test('a large drawing begins readable, and is zoomed, moved and shown whole by keyboard', async ({ toy }) => {
  await toy.open('?sample=array-sum')
  await toy.press('step', 4)
  await crumbs(toy).getByRole('button', { name: 'ripple adder, 32 bits' }).press('Enter')
  const frame = async (): Promise<number[]> =>
    ((await picture(toy).getAttribute('viewBox')) ?? '').split(' ').map(Number)
  const [x, , width] = await frame()
  await expect(circuit(toy).getByRole('button', { name: 'bit 0: full adder' })).toBeInViewport({ ratio: 1 })
  await circuit(toy).getByRole('button', { name: 'Enlarge the drawing' }).press('ArrowLeft')
  await expect.poll(async () => (await frame())[0]).toBeLessThan(x!)
  await toy.page.keyboard.press('+')
  await expect.poll(async () => (await frame())[2]).toBeLessThan(width!)
  await toy.page.keyboard.press('0')
  await expect.poll(async () => (await frame())[2]).toBeGreaterThan(2 * width!)
  await toy.expectPosition(4)
})

test('while time is watched, Play stays where it is, and digits that change more than once are marked', async ({
  toy,
}) => {
  await toy.open('?sample=array-sum')
  await toy.press('step', 6)
  await expect(numbers(toy).locator('[data-note=dashed]')).toHaveCount(0)
  const play = circuit(toy).getByRole('button', { name: 'Play' })
  const before = await play.boundingBox()
  await play.click()
  await expect(circuit(toy)).toContainText('t = 1')
  await expect(numbers(toy).locator('[data-note=dashed]').first()).toBeVisible()
  expect(await circuit(toy).getByRole('button', { name: 'Pause' }).boundingBox()).toEqual(before)
  await circuit(toy).getByRole('button', { name: 'At rest' }).click()
  await expect(numbers(toy).locator('[data-note=dashed]')).toHaveCount(0)
})

test('time: unit by unit, back, and at rest', async ({ toy }) => {
  await toy.open('?sample=array-sum')
  await toy.press('step', 4)
  await circuit(toy).getByRole('button', { name: 'Play' }).click()
  await expect(circuit(toy)).toContainText('t = 2')
  const back = circuit(toy).getByRole('button', { name: 'One unit back' })
  await back.click()
  await expect(circuit(toy)).toContainText('t = 1')
  await expect(picture(toy)).toHaveAttribute('aria-label', 'full adder: x 0, y 1, c 0; s 0, c′ 0')
  await back.click()
  await expect(back).toHaveAttribute('aria-disabled', 'true')
  await circuit(toy).getByRole('button', { name: 'One unit forward' }).click()
  await circuit(toy).getByRole('button', { name: 'At rest' }).click()
  await expect(picture(toy)).toHaveAttribute('aria-label', 'full adder: x 0, y 1, c 0; s 1, c′ 0')
})

/** What axe objects to in the circuit as it is drawn. */
async function objections(toy: ToyPage): Promise<string[]> {
  await toy.drawn()
  const { violations } = await new AxeBuilder({ page: toy.page }).include('#circuit').analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

const choose = (toy: ToyPage, name: string) =>
  circuit(toy).getByRole('combobox', { name: 'Circuit' }).selectOption(name)

for (const colorScheme of ['light', 'dark'] as const) {
  const open = async (toy: ToyPage): Promise<void> => {
    await toy.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await toy.open('?sample=array-sum')
  }

  test(`axe finds nothing in the circuit of a step: ${colorScheme}`, async ({ toy }) => {
    await open(toy)
    await expect(circuit(toy)).toContainText('Before the first step nothing is computed.')
    expect(await objections(toy)).toEqual([])
    await toy.press('step', 4)
    await circuit(toy).getByRole('button', { name: 'Play' }).click()
    await expect(circuit(toy)).toContainText('t = 2')
    expect(await objections(toy)).toEqual([])
    await crumbs(toy).getByRole('button', { name: 'a gate' }).click()
    await expect(here(toy)).toHaveText('XOR x⊕y')
    expect(await objections(toy)).toEqual([])
    await crumbs(toy).getByRole('button', { name: 'ripple adder, 32 bits' }).click()
    await expect(here(toy)).toHaveText('ripple adder, 32 bits')
    expect(await objections(toy)).toEqual([])
  })

  test(`axe finds nothing on the bench: ${colorScheme}`, async ({ toy }) => {
    await open(toy)
    await circuit(toy).getByRole('button', { name: 'Bench' }).click()
    for (const name of ['ripple-adder', 'alu', 'full-adder', 'absolute']) {
      await choose(toy, name)
      expect({ name, found: await objections(toy) }).toEqual({ name, found: [] })
    }
  })

  test(`axe finds nothing in rows of gates, nor in a list of them: ${colorScheme}`, async ({ toy }) => {
    await open(toy)
    await circuit(toy).getByRole('button', { name: 'Bench' }).click()
    await choose(toy, 'divider')
    await circuit(toy).getByRole('combobox', { name: 'Number of bits' }).selectOption('16')
    expect(await objections(toy)).toEqual([])
    await circuit(toy).getByRole('button', { name: 'As a list' }).click()
    await expect(circuit(toy).getByRole('table', { name: /Gates of/ })).toBeVisible()
    expect(await objections(toy)).toEqual([])
  })
}

test('time in the circuit goes on while the table scrolls and folds', async ({ toy }) => {
  await toy.open('?sample=array-sum')
  await toy.press('step', 4)
  const time = circuit(toy).getByRole('group', { name: 'Time in the circuit' })
  await time.getByRole('button', { name: 'Play' }).click()
  await expect(time).toContainText('t = 2')
  await toy.page.getByRole('button', { name: 'Fold jumps' }).click()
  await toy.grid.hover()
  await toy.page.mouse.wheel(0, 60)
  await toy.page.mouse.wheel(0, -60)
  await toy.drawn()
  await expect(time).toContainText('t = 2')
  await toy.press('step')
  await expect(time).not.toContainText('t =')
})
