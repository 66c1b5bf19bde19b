// Files and texts that come from outside: several at once, in whatever encoding, too large ones.
import { expect, test } from './page.ts'

test('files that are dropped together all open; encodings are told, and can be chosen; what is too large is refused', async ({
  page,
  toy,
}) => {
  await toy.open()
  const drop = (files: readonly { name: string; bytes: readonly number[] }[]): Promise<void> =>
    page.evaluate(all => {
      const dataTransfer = new DataTransfer()
      for (const { name, bytes } of all) dataTransfer.items.add(new File([Uint8Array.from(bytes)], name))
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
    }, files)
  const bytes = (text: string): number[] => [...Buffer.from(text)]
  const alert = page.getByRole('alert').filter({ has: page.getByRole('button') })
  await drop([
    { name: 'one.asm', bytes: bytes('mov r0, #1') },
    { name: '.asm', bytes: bytes('mov r0, #2') },
    { name: 'picture.png', bytes: [137, 80, 78, 71, 0, 0] },
    { name: 'three.asm', bytes: bytes('\uFEFFmov r0, #3') },
  ])
  await expect(page).toHaveTitle(/^three/)
  await expect.poll(() => toy.text()).toBe('mov r0, #3')
  await expect(alert).toContainText('“picture.png”')
  await page.getByRole('button', { name: 'File', exact: true }).click()
  for (const name of ['one', 'three', 'untitled']) {
    await expect(
      page.getByRole('menuitem', { name, exact: true }).or(page.getByText(name, { exact: true })),
    ).not.toHaveCount(0)
  }
  await page.keyboard.press('Escape')

  // "mov r0, #1 ; 迴圈" as older files of Taiwan have it.
  await drop([{ name: 'older.asm', bytes: [...bytes('mov r0, #1 ; '), 0xb0, 0x6a, 0xb0, 0xe9] }])
  await expect(page).toHaveTitle(/^older/)
  await expect(alert).toContainText('was read as GB 18030')
  await alert.getByRole('button', { name: 'Big5' }).click()
  await expect(alert).toContainText('was read as Big5')
  await expect.poll(() => toy.text()).toBe('mov r0, #1 ; 迴圈')
  await drop([{ name: 'wide.asm', bytes: [...Buffer.from('\uFEFFmov r0, #9', 'utf16le')] }])
  await expect(alert).toContainText('“wide” was read as UTF-16; it will be saved as UTF-8.')
  await expect.poll(() => toy.text()).toBe('mov r0, #9')

  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([new Uint8Array(20 * 2 ** 20)], 'huge.asm'))
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
  })
  await expect(alert).toContainText(
    '“huge.asm” is not a text that can be read, or larger than a program can be (1 MiB).',
  )
  await expect(page).toHaveTitle(/^wide/)

  // Five megabytes from the clipboard: refused, and no frame waits for it.
  await toy.source.focus()
  const longest = await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise(resolve => requestAnimationFrame(resolve))
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'mov r0, #1 ; five megabytes\n'.repeat(190_000))
    let last = await frame()
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
    let longest = 0
    for (let n = 0; n < 30; n++) {
      const now = await frame()
      longest = Math.max(longest, now - last)
      last = now
    }
    return longest
  })
  test.info().annotations.push({ type: 'longest frame', description: `${Math.round(longest)} ms` })
  await expect(alert).toContainText('That was not pasted')
  expect(await toy.text()).toBe('mov r0, #9')
  expect(longest).toBeLessThan(400)
  await toy.press('toEnd')
  await expect(toy.valueAt(0)).toHaveText('9')
})
