// How often each instruction ran in a stretch of a run, in few bytes: neighbours that ran equally often share an entry,
// and of a long program mostly a small part runs. Knows no step.

/** Counts by instruction: from `starts[k]` up to the next start each ran `times[k]` times. */
export interface RunCounts {
  readonly starts: Int32Array
  readonly times: Float64Array
}

/** What has come to counts since: `now` less `before`. */
export function countsBetween(before: Float64Array, now: Float64Array): RunCounts {
  return packed(now.length, index => now[index]! - before[index]!)
}

/** Two stretches in one. */
export function added(a: RunCounts, b: RunCounts, length: number): RunCounts {
  const sum = new Float64Array(length)
  addTo(sum, a)
  addTo(sum, b)
  return packed(length, index => sum[index]!)
}

function packed(length: number, timesOf: (index: number) => number): RunCounts {
  const starts: number[] = []
  const times: number[] = []
  for (let index = 0, last = -1; index < length; index++) {
    const count = timesOf(index)
    if (count === last) continue
    starts.push(index)
    times.push(count)
    last = count
  }
  return { starts: Int32Array.from(starts), times: Float64Array.from(times) }
}

/** How often instruction `index` ran. */
export function timesOf({ starts, times }: RunCounts, index: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= index) low = middle
    else high = middle - 1
  }
  return times[low] ?? 0
}

/** Adds counts to a list with a place for each instruction. */
export function addTo(sum: Float64Array, { starts, times }: RunCounts): void {
  for (let entry = 0; entry < starts.length; entry++) {
    const count = times[entry]!
    if (count === 0) continue
    const end = starts[entry + 1] ?? sum.length
    for (let index = starts[entry]!; index < end; index++) sum[index] = sum[index]! + count
  }
}
