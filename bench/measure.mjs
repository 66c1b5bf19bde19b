// How the bench measures: contestants take turns, round by round, so that a slow moment of the machine hits them all.

/** The middle of a list of numbers. */
export const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

/** The number that a share of the list does not pass. */
export const percentile = (numbers, share) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]

/** Milliseconds that `work` takes, and what it gives. */
export function timed(work) {
  const start = performance.now()
  const result = work()
  return { ms: performance.now() - start, result }
}

/** Milliseconds of processor time that `work` takes, all threads of the process together: what others do on the machine at
 * the same time does not count, and what engines do beside does. */
export function worked(work) {
  const start = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(start)
  return { ms: (user + system) / 1000, result }
}

/** A moment in which engines can finish what they compile in the background. */
export const pause = (ms = 30) => new Promise(resolve => setTimeout(resolve, ms))

/**
 * Lets contestants ({ name: () => number }) take turns; each call gives its own figure. `higher`: more is better.
 * Returns by name { best, median, all }.
 */
export async function rounds(contestants, { count = 7, warm = 1, higher = true } = {}) {
  const all = Object.fromEntries(Object.keys(contestants).map(name => [name, []]))
  for (let round = -warm; round < count; round++) {
    for (const [name, contestant] of Object.entries(contestants)) {
      const figure = await contestant()
      if (round >= 0) all[name].push(figure)
    }
    await pause(5)
  }
  const pick = higher ? Math.max : Math.min
  return Object.fromEntries(
    Object.entries(all).map(([name, list]) => [name, { best: pick(...list), median: median(list), all: list }]),
  )
}
