// The browser tests: against the built page, served as `npm start` serves it, in whatever Chromium can be found.
import { defineConfig } from '@playwright/test'
import { findBrowser } from './find-browser.mjs'
import { PAGE_ADDRESS } from './serve-page.ts'

// Playwright evaluates this file again in each of its workers: the search is done once.
const kept = process.env['TOYCPU_TEST_BROWSER']
const browser: Awaited<ReturnType<typeof findBrowser>> = kept === undefined ? await findBrowser() : JSON.parse(kept)
process.env['TOYCPU_TEST_BROWSER'] = JSON.stringify(browser)

export default defineConfig({
  testDir: 'browser',
  outputDir: '../test-results',
  globalSetup: './serve-page.ts',
  metadata: { browser: `${browser.version}, ${browser.source}` },
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: 'list',
  use: {
    // Emptied between tests, all that it keeps: what a browser has compiled already, it need not compile again.
    reuseContext: true,
    baseURL: process.env[PAGE_ADDRESS],
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.executablePath,
      args: browser.args,
      env: Object.fromEntries(
        Object.entries({ ...process.env, ...browser.env }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
    },
  },
})
