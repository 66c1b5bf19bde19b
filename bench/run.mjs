#!/usr/bin/env node
// `npm run bench [-- --json] [section …]`: the project's figures beside those of others, taken in turns, with the bar
// that each must meet. What it compares with is installed on demand, in a folder of its own.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'
import { Report } from './report.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const names = Object.keys(JSON.parse(readFileSync(`${here}package.json`, 'utf8')).dependencies)
if (!names.every(name => existsSync(`${here}node_modules/${name}`))) {
  console.error(`Installing what is compared with: ${names.join(', ')}`)
  try {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: here,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } catch {
    console.error('That failed: `npm ci` in bench/ says why.')
    process.exit(1)
  }
}

const SECTIONS = {
  running: ['Running', './sections/running.mjs'],
  keeping: ['A history of 10⁹ steps', './sections/history.mjs'],
  translating: ['Beginning', './sections/translating.mjs'],
  assembling: ['Assembling', './sections/assembling.mjs'],
  circuits: ['Circuits', './sections/circuits.mjs'],
  starting: ['Command line', './sections/starting.mjs'],
  opening: ['Opening the page', './sections/opening.mjs'],
  browser: ['In a browser', './sections/browser.mjs'],
}

const words = process.argv.slice(2)
const json = words.includes('--json')
const chosen = words.filter(word => word !== '--json')
const unknown = chosen.filter(word => !(word in SECTIONS))
if (unknown.length > 0) {
  console.error(`no section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}`)
  process.exit(2)
}

const project = await bundle({
  engine: 'emulator/engine/index.ts',
  history: 'emulator/history/index.ts',
  circuits: 'emulator/circuits/index.ts',
  assembler: 'assembler/index.ts',
})
const report = new Report(json)
for (const [key, [title, path]] of Object.entries(SECTIONS)) {
  if (chosen.length > 0 && !chosen.includes(key)) continue
  const section = await import(path)
  report.section(title)
  try {
    await section[key](project, report)
  } catch (error) {
    // The other sections still have something to say.
    report.failure(`${error.message}`.split('\n')[0])
  }
}
const minutes = Math.round(performance.now() / 6000) / 10
const machine = { node: process.version, cpu: cpus()[0].model, cores: cpus().length }
if (json) console.log(JSON.stringify({ machine, minutes, rows: report.rows }, null, 2))
else
  console.log(
    `\n${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${minutes} minutes. Below the bar: ${report.missed.length}`,
  )
