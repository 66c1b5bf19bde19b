// `npm test`: builds, runs the house's checks, the unit and property tests and the browser tests, and closes with one
// line that sums them up. Goes on after a failure, so that one run shows them all; nothing is skipped in silence.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = `${root}node_modules/.cache/reports`
const MINUTE = 60_000

/** @typedef {{ passed: number, failed: number }} Count */

/** @param {string} name */
const tool = name => `${root}node_modules/${name}`

/** The house's own checks: each counts as one. Words, then what Node runs. */
const CHECKS = [
  { name: 'builds the command line', command: [tool('vite/bin/vite.js'), 'build', '-c', 'cli/vite.config.ts'] },
  { name: 'builds the page, within its budget', command: [tool('vite/bin/vite.js'), 'build'], shows: 'sizes, gzipped' },
  { name: 'types', command: [tool('typescript/bin/tsc'), '-b'] },
  { name: 'format and lint', command: [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'lint by types', command: [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'dead code', command: [tool('knip/bin/knip.js'), '--no-progress'] },
  { name: 'the lock holds every platform', command: [npm(), 'ci', '--dry-run', '--no-audit', '--no-fund'] },
]

/** The npm that called us, or the one beside Node: a script, so that Node can run it on any system. */
function npm() {
  const called = process.env['npm_execpath']
  if (called?.endsWith('.js') && existsSync(called)) return called
  const folder = dirname(process.execPath)
  const candidates = ['../lib/node_modules', 'node_modules'].map(where => join(folder, where, 'npm/bin/npm-cli.js'))
  return candidates.find(existsSync) ?? 'npm-cli.js'
}

/** Windows has no process groups. */
const hasGroups = process.platform !== 'win32'

/** Colours only for a terminal; runners would else colour whatever they find CI in. */
const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1' }

/** What runs now: ends it with all that it has started, which would else go on, and hold its output open. */
let end = () => {}
for (const [signal, code] of /** @type {const} */ ([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
])) {
  process.once(signal, () => {
    end()
    process.exit(code)
  })
}

/**
 * Runs a script with Node, in a process group of its own. Nothing is read from standard input.
 * @param {string[]} command
 * @param {{ isQuiet: boolean, minutes: number, env?: Record<string, string> }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command, { isQuiet, minutes, env = {} }) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: { ...process.env, ...colours, ...env },
      stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
      detached: hasGroups,
    })
    end = () => {
      try {
        if (hasGroups && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
        else child.kill('SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', text => {
        output += text
      })
    }
    const timer = setTimeout(() => {
      const words = `not done after ${minutes} minutes`
      if (isQuiet) output += `\n${words}\n`
      else say(`✕ ${words}`)
      end()
    }, minutes * MINUTE)
    child.on('error', error => {
      output += error.message
    })
    child.on('close', code => {
      clearTimeout(timer)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** @param {string} text */
const say = text => console.log(text)

/** @param {number} since */
const seconds = since => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** @returns {Promise<Count>} */
async function houseChecks(checks = CHECKS) {
  const count = { passed: 0, failed: 0 }
  for (const { name, command, shows } of checks) {
    const begun = Date.now()
    const { code, output } = await run(command, { isQuiet: true, minutes: 5 })
    if (code === 0) count.passed += 1
    else count.failed += 1
    say(`${code === 0 ? '✓' : '✕'} ${name} (${seconds(begun)})`)
    const shown = shows === undefined ? -1 : output.indexOf(shows)
    if (code !== 0) say(output)
    else if (shown >= 0) say(output.slice(shown).split('\n\n')[0] ?? '')
  }
  return count
}

/**
 * A report that a test runner wrote; undefined when it wrote none.
 * @param {string} file
 */
function reportOf(file) {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * What a runner counted. A run that ended badly has at least one failure, whatever it counted; a skipped test is a
 * failure too, and so is a run of no tests.
 * @param {string} name
 * @param {{ passed: number, failed: number, skipped: number } | undefined} counted
 * @param {number} code
 * @returns {Count}
 */
function judged(name, counted, code) {
  if (counted === undefined) {
    say(`✕ ${name}: ended without a report`)
    return { passed: 0, failed: 1 }
  }
  const { passed, skipped } = counted
  if (skipped > 0) say(`✕ ${name}: ${skipped} skipped, which counts as failed`)
  if (passed + counted.failed + skipped === 0) say(`✕ ${name}: no test was run`)
  const failed = counted.failed + skipped
  const isWrong = code !== 0 || passed === 0
  if (isWrong && failed === 0) say(`✕ ${name}: ended with ${code}, although no test failed`)
  return { passed, failed: isWrong ? Math.max(1, failed) : failed }
}

/** @returns {Promise<Count>} */
async function unitTests(files = /** @type {string[]} */ ([])) {
  const file = `${reports}/vitest.json`
  const arguments_ = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...files]
  if (process.env['UPDATE']) arguments_.push('--update')
  const { code } = await run([tool('vitest/vitest.mjs'), ...arguments_], { isQuiet: false, minutes: 25 })
  const report = reportOf(file)
  if (report === undefined) return judged('vitest', undefined, code)
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const results = report.testResults
  const unloaded = results.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const counted = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  return judged('vitest', counted, code)
}

/** @returns {Promise<Count>} */
async function browserTests(files = /** @type {string[]} */ ([])) {
  const file = `${reports}/playwright.json`
  const command = [tool('@playwright/test/cli.js'), 'test', '--config=tests/playwright.config.ts']
  const { code } = await run([...command, ...files, '--reporter=list,json'], {
    isQuiet: false,
    minutes: 40,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
  const report = reportOf(file)
  if (report === undefined) return judged('playwright', undefined, code)
  const { expected, unexpected, flaky, skipped } = report.stats
  const browser = report.config?.metadata?.browser
  if (browser) say(`browser: ${browser}`)
  return judged('playwright', { passed: expected, failed: unexpected + flaky, skipped }, code)
}

/** What to run: all, or the test files whose path holds one of these words (`npm test -- step.test`). */
const patterns = process.argv.slice(2)

/**
 * The test files below the house that a pattern names: unit tests and browser tests apart.
 * @param {RegExp} ending
 */
function matching(ending) {
  const folders = ['emulator', 'assembler', 'programs', 'cli', 'app', 'tests']
  return folders
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        file => `${folder}/${file.replaceAll('\\', '/')}`,
      ),
    )
    .filter(file => ending.test(file) && patterns.some(pattern => file.includes(pattern)))
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const begun = Date.now()
const units = matching(/\.test\.tsx?$/)
const flows = matching(/\.spec\.ts$/)
/** Browser tests need the built page, some unit tests the built command line. */
const builds = CHECKS.filter(({ name }) => name.startsWith('builds'))
const parts =
  patterns.length === 0
    ? [
        { name: "the house's checks", count: () => houseChecks() },
        { name: 'vitest', count: () => unitTests() },
        { name: 'playwright', count: () => browserTests() },
      ]
    : [
        { name: 'builds', count: () => houseChecks(builds) },
        ...(units.length > 0 ? [{ name: 'vitest', count: () => unitTests(units) }] : []),
        ...(flows.length > 0 ? [{ name: 'playwright', count: () => browserTests(flows) }] : []),
      ]
if (patterns.length > 0 && units.length + flows.length === 0) {
  say(`no test file's path holds ${patterns.join(' or ')}`)
  process.exit(1)
}
const sum = { passed: 0, failed: 0 }
/** @type {string[]} */
const figures = []
for (const { name, count } of parts) {
  const since = Date.now()
  say(`\n${name}`)
  const { passed, failed } = await count()
  sum.passed += passed
  sum.failed += failed
  figures.push(`${name}: ${passed} passed, ${failed} failed, ${seconds(since)}`)
}
say(`\n${figures.join('\n')}\nin all ${seconds(begun)}\n`)
say(`${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1
