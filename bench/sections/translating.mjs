// How long it takes to begin: translation of programs of 1,000 instructions, the first steps of a large one.
import { median, percentile, timed, worked } from '../measure.mjs'
import { assembled } from '../work.mjs'

/** A program of nested counted loops and conditions, about `length` instructions; another for every seed. */
export function structured(length, seed) {
  let state = seed
  const random = bound => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % bound
  }
  const lines = []
  let labels = 0
  let count = 0
  const put = line => {
    lines.push(line)
    count++
  }
  const body = depth => {
    for (let left = 3 + random(6); left > 0 && count < length - 4; left--) {
      const kind = random(10)
      if (kind < 2 && depth < 3) {
        const label = `l${labels++}`
        put(`mov r${4 + depth}, #10`)
        lines.push(`${label}:`)
        body(depth + 1)
        put(`sub r${4 + depth}, #1`)
        put(`jne ${label}`)
      } else if (kind < 4) {
        const label = `l${labels++}`
        put(`cmp r${random(4)}, #${random(100)}`)
        put(`je ${label}`)
        put(`add r${random(4)}, r${random(8)}`)
        lines.push(`${label}:`)
      } else {
        const operation = ['mov', 'add', 'sub', 'mul'][random(4)]
        const source = [`${8 + random(100)}`, `r${random(4)}`, `#${random(100)}`][random(3)]
        put(`${operation} ${random(4) === 0 ? 8 + random(100) : `r${random(4)}`}, ${source}`)
      }
    }
  }
  lines.push('again:')
  while (count < length - 4) body(0)
  put('jmp again')
  return `${lines.join('\n')}\n`
}

/** Milliseconds for 1,000 instructions, from blocks to code that has run once. */
function translation({ engine, assembler }, seed) {
  const program = assembled(assembler, structured(1000, seed))
  const machine = new engine.FastMachine(new engine.Translations(program), { patience: 1 })
  // The first step is interpreted; the second call translates what it comes to and runs it.
  machine.run(1)
  // By the clock: processor time would count the engine's own threads, which go on compiling beside the run.
  const { ms } = timed(() => machine.run(200))
  if (machine.translatedSteps === 0) throw new Error('nothing was translated')
  return (ms / program.instructions.length) * 1000
}

export async function translating(project, report) {
  const first = translation(project, 1)
  const later = Array.from({ length: 15 }, (_, seed) => translation(project, seed + 2))
  report.atMost('translation of 1,000 instructions, the first', first, 'ms', 20)
  report.atMost('translation of 1,000 instructions, later ones', median(later), 'ms', 20, {
    worst: percentile(later, 1),
  })

  const program = assembled(project.assembler, structured(65_500, 3))
  const starts = Array.from(
    { length: 7 },
    () =>
      worked(() => {
        const run = project.history.createHistory(program)
        run.extend(10_000, 10_000)
        return run.state(10_000)
      }).ms,
  )
  report.atMost(
    `a program of ${program.instructions.length} instructions: 10,000 steps known`,
    median(starts),
    'ms',
    50,
    {
      first: starts[0],
    },
  )
}
