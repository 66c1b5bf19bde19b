// Finds a Chromium for the browser tests and the scripts that take pictures. Knows nothing of the page.
// Order: BROWSER_PATH, what is installed, Playwright's own, the binary that comes as a package (Linux x64).
import { execFileSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fontEnvironment } from './fonts.mjs'

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {string} version    what it says of itself
 * @property {string} source     where it comes from
 * @property {string[]} args     what it needs beyond Playwright's defaults
 * @property {Record<string, string>} env  fonts and libraries, to be added to the environment
 */

const root = fileURLToPath(new URL('..', import.meta.url))

const INSTALLED = {
  linux: [
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
    '/opt/microsoft/msedge/msedge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(variable => {
    const folder = process.env[variable]
    return folder === undefined
      ? []
      : ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(path =>
          join(folder, path),
        )
  }),
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * What the binary answers to --version; '' if it does not start. Chrome on Windows answers nothing there, so
 * its being there is taken for good.
 * @param {string} path
 * @param {Record<string, string>} env
 */
function versionOf(path, env) {
  if (process.platform === 'win32') return 'installed'
  try {
    const answer = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      timeout: 30_000,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    })
    return answer.trim()
  } catch {
    return ''
  }
}

/**
 * Unpacks the packaged Chromium into a folder of its own, named by its version. The rename makes it whole or
 * absent, also when two runners start at once; the package's own way shares one file in the system's temporary
 * folder, whatever version lies there.
 */
async function unpackPackaged() {
  const require = createRequire(import.meta.url)
  const folder = resolve(dirname(require.resolve('@sparticuz/chromium')), '..')
  const { version } = require(join(folder, 'package.json'))
  const target = join(root, 'node_modules/.cache/chromium', version)
  if (isExecutable(join(target, 'chromium'))) return target
  const unfinished = `${target}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = unfinished
  try {
    const { inflate } = await import('@sparticuz/chromium')
    for (const file of ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(join(folder, 'bin', file))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  try {
    renameSync(unfinished, target)
  } catch {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return target
}

/**
 * The browser to test with.
 * @returns {Promise<Browser>}
 * @throws {Error} that lists all that was tried, when there is none
 */
export async function findBrowser() {
  const fonts = fontEnvironment()
  /** @type {string[]} */
  const tried = []
  /**
   * @param {string} source
   * @param {string} path
   * @param {Record<string, string>} [extra]
   * @returns {Browser | undefined}
   */
  const attempt = (source, path, extra = {}) => {
    const env = { ...fonts, ...extra }
    if (!isExecutable(path)) {
      tried.push(`${source}: ${path} is not there`)
      return undefined
    }
    const version = versionOf(path, env)
    if (version === '') {
      tried.push(`${source}: ${path} does not start`)
      return undefined
    }
    // The sandbox needs rights that root and the containers of CI don't have.
    const args = process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : []
    return { executablePath: path, version, source, args, env }
  }

  const asked = process.env['BROWSER_PATH']
  if (asked) {
    const browser = attempt('BROWSER_PATH', asked)
    if (browser) return browser
    throw new Error(`No browser for the tests. ${tried[0]}`)
  }

  const platform = process.platform
  if (platform === 'linux' || platform === 'darwin' || platform === 'win32') {
    for (const path of INSTALLED[platform]) {
      const browser = isExecutable(path) ? attempt('installed', path) : undefined
      if (browser) return browser
    }
  }
  tried.push('installed: no Chrome, Chromium or Edge in the usual places')

  const { chromium } = await import('@playwright/test')
  const own = attempt('Playwright', chromium.executablePath())
  if (own) return own

  if (platform === 'linux' && process.arch === 'x64') {
    try {
      const folder = await unpackPackaged()
      const path = join(folder, 'chromium')
      const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
      const packaged =
        attempt('@sparticuz/chromium', path) ??
        attempt('@sparticuz/chromium with its libraries', path, { LD_LIBRARY_PATH: libraries })
      if (packaged) return packaged
    } catch (error) {
      tried.push(`@sparticuz/chromium: ${error instanceof Error ? error.message : String(error)}`)
    }
  } else {
    tried.push(`@sparticuz/chromium: only for Linux x64, this is ${platform} ${process.arch}`)
  }
  throw new Error(
    `No browser for the tests. Install Chrome, Chromium or Edge, or set BROWSER_PATH.\n  ${tried.join('\n  ')}`,
  )
}

/** Starts the browser found, without Playwright's test runner: for scripts that take pictures. */
export async function launchBrowser() {
  const { chromium } = await import('@playwright/test')
  const { executablePath, args, env } = await findBrowser()
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
}
