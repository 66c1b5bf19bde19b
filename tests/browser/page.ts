// What the browser tests do and see on the page, by the names that a reader hears. A test that uses it fails when the
// page logs anything, throws, breaks its policy or asks another host. Knows nothing of how the page is made.
import { test as base, expect, type Locator, type Page } from '@playwright/test'

type Language = 'en' | 'zh'

/** The accessible names of the page in both languages. */
const NAMES = {
  en: {
    editor: 'Editor',
    source: 'Source',
    table: 'State table',
    memory: 'Memory',
    circuit: 'Circuit',
    problems: 'Problems',
    position: 'Position',
    controls: 'Controls',
    step: 'Step',
    stepBack: 'Step back',
    toStart: 'Back to start',
    toEnd: 'To the end',
    run: 'Run',
    pause: 'Pause',
  },
  zh: {
    editor: '编辑器',
    source: '源代码',
    table: '状态表',
    memory: '内存',
    circuit: '电路',
    problems: '问题',
    position: '位置',
    controls: '控制',
    step: '前进一步',
    stepBack: '后退一步',
    toStart: '回到开头',
    toEnd: '运行到结尾',
    run: '运行',
    pause: '暂停',
  },
} as const satisfies Record<Language, Record<string, string>>

type ViewName = 'editor' | 'table' | 'memory' | 'circuit' | 'problems'
type ButtonName = 'step' | 'stepBack' | 'toStart' | 'toEnd' | 'run' | 'pause'

export class ToyPage {
  readonly page: Page
  readonly language: Language

  constructor(page: Page, language: Language = 'en') {
    this.page = page
    this.language = language
  }

  /** Opens the page and waits until the worker has answered and the editor is there. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`./${query}`)
    await this.ready()
  }

  async ready(): Promise<void> {
    await expect(this.selectedRow).toHaveCount(1)
    await this.source.waitFor({ state: 'attached' })
  }

  view(name: ViewName): Locator {
    return this.page.getByRole('region', { name: NAMES[this.language][name], exact: true })
  }

  button(name: ButtonName): Locator {
    return this.page.getByRole('button', { name: NAMES[this.language][name], exact: true })
  }

  get source(): Locator {
    return this.page.getByRole('textbox', { name: NAMES[this.language].source })
  }

  get slider(): Locator {
    return this.page.getByRole('slider', { name: NAMES[this.language].position, exact: true })
  }

  get status(): Locator {
    return this.page.getByRole('status')
  }

  get grid(): Locator {
    return this.view('table').getByRole('grid')
  }

  get selectedRow(): Locator {
    return this.grid.locator('[aria-selected="true"]')
  }

  /** Waits until whatever was done is drawn: before looking at what must not have changed. */
  async drawn(): Promise<void> {
    await this.page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  }

  /** Presses a button of the toolbar so many times. */
  async press(name: ButtonName, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.button(name).click()
  }

  async expectPosition(position: number): Promise<void> {
    await expect(this.slider).toHaveAttribute('aria-valuenow', String(position))
  }

  /** Writes a text into the editor, in place of what is there, as pasting does. */
  async write(text: string): Promise<void> {
    await this.view('editor').locator('.view-lines').click()
    await expect(this.source).toBeFocused()
    await this.page.keyboard.press('Control+A')
    await this.page.keyboard.insertText(text)
    await this.page.keyboard.press('Escape')
  }

  /**
   * The text in the editor, as it is drawn: only what is in sight. Found and read in one go: a line that is drawn anew
   * between the two would have no place.
   */
  async text(): Promise<string> {
    const lines = await this.view('editor').evaluate(editor =>
      [...editor.querySelectorAll('.view-line')]
        .map(element => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    )
    return lines.join('\n')
  }

  /** The rows of the state table that are drawn: what stands in each cell. */
  async rows(): Promise<string[][]> {
    return this.grid.evaluate(grid =>
      [...grid.querySelectorAll('tbody tr')].map(row =>
        [...row.querySelectorAll('td:not([aria-hidden="true"])')].map(cell => (cell.textContent ?? '').trim()),
      ),
    )
  }

  /** What the state table's cell for an address shows in the row at the position. */
  valueAt(address: number): Locator {
    return this.selectedRow.locator(`[data-address="${address}"]`)
  }
}

interface Options {
  /** Whether the page may keep itself for use offline: else nothing is fetched behind a test's back. */
  readonly isKeptOffline: boolean
}

interface Fixtures {
  /** What went wrong on the page, out of sight: the console, errors, requests elsewhere. Must stay empty. */
  readonly silence: string[]
  readonly toy: ToyPage
}

export const test = base.extend<Fixtures & Options>({
  isKeptOffline: [false, { option: true }],
  silence: [
    async ({ context, baseURL, isKeptOffline }, use) => {
      if (!isKeptOffline) {
        await context.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
      }
      const noise: string[] = []
      context.on('console', message => noise.push(`${message.type()}: ${message.text()}`))
      context.on('weberror', error => noise.push(`thrown: ${error.error().message}`))
      context.on('request', request => {
        const address = request.url()
        const isOurs = address.startsWith(baseURL ?? '') || /^(data|blob):/.test(address)
        if (!isOurs && !address.startsWith('http://127.0.0.1:')) noise.push(`asked elsewhere: ${address}`)
      })
      await use(noise)
      expect(noise).toEqual([])
    },
    { auto: true },
  ],
  toy: async ({ page }, use) => {
    await use(new ToyPage(page))
  },
})

export { expect }
