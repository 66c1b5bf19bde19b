// How long the command line takes to say who it is.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { rounds, timed } from '../measure.mjs'

export async function starting(_project, report) {
  const command = fileURLToPath(new URL('../../bin/toycpu.js', import.meta.url))
  const found = await rounds(
    { start: () => timed(() => execFileSync(process.execPath, [command, '--version'])).ms / 1000 },
    { higher: false, count: 9 },
  )
  report.atMost('toycpu --version', found.start.best, 's', 0.2, { median: found.start.median })
}
