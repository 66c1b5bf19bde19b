// Running while a history is kept, and going about in a history of 10^9 steps. All by processor time.
import { median, pause, percentile, rounds, worked } from '../measure.mjs'
import { assembled, sieve, sum } from '../work.mjs'

const STEPS = 1_000_000_000
const SLICE = 5_000_000

/** Programs by the cells they have, with the bars for keeping a history and for a seek (ms, the 95th of 100). */
const CASES = [
  { name: 'sum, 2,048 cells', text: sum(2048), kept: 0.9, seek: 5 },
  { name: 'sieve, 65,536 cells', text: sieve(60_000, 65_536), kept: 0.9, seek: 5 },
  { name: 'sieve, 131,072 cells', text: sieve(100_000, 131_072), kept: null, seek: 5 },
  { name: 'sieve, 1,048,576 cells', text: sieve(1_000_000, 1_048_576), kept: 0.7, seek: 30 },
]

/** Numbers below a bound, the same in every run. */
function scattered(seed) {
  let state = seed
  return bound => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

function plainRun({ engine }, program) {
  const machine = new engine.FastMachine(new engine.Translations(program))
  return worked(() => {
    for (let done = 0; done < STEPS; ) done += machine.run(Math.min(SLICE, STEPS - done))
  }).ms
}

function keptRun({ history }, program) {
  const run = history.createHistory(program)
  const { ms } = worked(() => {
    while (run.known < STEPS && run.ending === null) run.extend(STEPS, SLICE)
  })
  return { run, ms }
}

const equal = (a, b) =>
  a.pc === b.pc &&
  a.left === b.left &&
  a.right === b.right &&
  a.setter === b.setter &&
  a.cells.every((value, address) => value === b.cells[address]) &&
  a.blank.every((value, address) => value === b.blank[address])

/** Whether states of the history are those of a straight run, at ten positions. */
function verify({ engine }, program, run) {
  const random = scattered(7)
  const positions = Array.from({ length: 10 }, () => random(run.known)).sort((a, b) => a - b)
  const machine = new engine.FastMachine(new engine.Translations(program))
  let at = 0
  for (const position of positions) {
    at += machine.run(position - at)
    if (!equal(run.state(position), machine.state))
      throw new Error(`the state at ${position} differs from a straight run's`)
  }
}

export async function keeping(project, report) {
  for (const { name, text, kept, seek } of CASES) {
    const program = assembled(project.assembler, text)
    let last
    const found = await rounds(
      {
        plain: () => plainRun(project, program),
        kept: () => {
          last = keptRun(project, program)
          return last.ms
        },
      },
      { higher: false, warm: 2 },
    )
    report.figure(`${name}: 10⁹ steps`, found.plain.best, 'ms', { median: found.plain.median })
    report.figure(`${name}: 10⁹ steps with their history`, found.kept.best, 'ms', {
      median: found.kept.median,
    })
    report.ratio(`${name}: with history against without`, inverse(found.kept), inverse(found.plain), kept)
    const { run } = last
    report.atMost(`${name}: memory of the history`, run.bytes / 1e6, 'MB', 256)
    await pause()
    going(run, name, seek, report)
    searching(run, name, report)
    verify(project, program, run)
  }
}

const inverse = ({ best, median }) => ({ best: 1 / best, median: 1 / median })

function going(run, name, bar, report) {
  const random = scattered(11)
  const list = (count, ask) => Array.from({ length: count }, () => worked(ask).ms)
  // Each round asks anew; a moment in which the machine does something else spoils one of them at most.
  const ask = (count, one) => {
    list(10, one)
    const found = Array.from({ length: 7 }, () => percentile(list(count, one), 0.95))
    return { best: Math.min(...found), median: median(found) }
  }
  const seek = ask(100, () => run.state(random(run.known)))
  report.atMost(`${name}: seek, the 95th of 100`, seek.best, 'ms', bar, { median: seek.median })
  const page = ask(100, () => {
    const from = 1 + random(run.known - 200)
    return run.steps(from, from + 99)
  })
  report.atMost(`${name}: 100 rows anywhere, the 95th of 100`, page.best, 'ms', 10, { median: page.median })
  let position = Math.floor(run.known * 0.7)
  run.state(position)
  const back = ask(2000, () => run.state(--position))
  report.atMost(`${name}: a step back, the 95th of 2,000`, back.best, 'ms', 1, { median: back.median })
}

/** Backwards over everything, for something that never was: the longest that Reverse continue can take. */
function searching(run, name, report) {
  const { ms } = worked(() => {
    const search = run.search(-1, run.known, { kind: 'holds', address: 7, relation: '=', value: 5 })
    while (!search.advance(SLICE));
  })
  report.figure(`${name}: searched backwards for a value, 10⁹ steps`, ms, 'ms')
  const counting = worked(() => {
    const count = run.count(run.known)
    while (!count.advance(SLICE));
  })
  report.figure(`${name}: counted how often each line ran`, counting.ms, 'ms')
}
