// What has not changed from one answer of the worker to the next keeps its identity: answers arrive as copies, and a
// view redraws what is another value to it. Knows only that Views are plain.
import type { View } from '../worker/view.ts'

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** `now`, made of pieces of `before` wherever they are equal; `before` itself where all of it is. */
function shared<T>(before: unknown, now: T): T {
  if (Object.is(before, now)) return now
  if (!isPlain(before) || !isPlain(now)) return now
  if (ArrayBuffer.isView(now)) return (sameBytes(before, now) ? before : now) as T
  if (Array.isArray(now)) return (Array.isArray(before) ? sharedList(before, now) : now) as T
  const keys = Object.keys(now)
  let isSame = keys.length === Object.keys(before).length
  const made: Record<string, unknown> = {}
  for (const key of keys) {
    made[key] = shared(before[key], now[key])
    if (!Object.is(made[key], before[key]) || !(key in before)) isSame = false
  }
  return (isSame ? before : made) as T
}

function sharedList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  let isSame = before.length === now.length
  const made = now.map((each, index) => {
    const piece = shared(before[index], each)
    if (!Object.is(piece, before[index])) isSame = false
    return piece
  })
  return isSame ? before : made
}

const sameBytes = (before: unknown, now: ArrayBufferView): boolean =>
  (before instanceof Int32Array || before instanceof Uint8Array) &&
  (now instanceof Int32Array || now instanceof Uint8Array) &&
  before.constructor === now.constructor &&
  before.length === now.length &&
  before.every((value, index) => value === now[index])

/** Pairs what has a key of its own, such as a row its step, wherever it stands in the list now. */
function paired<T>(before: readonly T[], now: readonly T[], keyOf: (each: T) => number): readonly T[] {
  const old = new Map(before.map(each => [keyOf(each), each]))
  const made = now.map(each => shared(old.get(keyOf(each)), each))
  return made.length === before.length && made.every((each, index) => each === before[index]) ? before : made
}

/** The new View, made of pieces of the one before wherever they are equal. */
export function sharedView(before: View | null, now: View): View {
  if (before === null) return now
  const rows = paired(before.rows, now.rows, ({ step }) => step)
  const lines = paired(before.lines, now.lines, ({ line }) => line)
  const cells = paired(before.cells, now.cells, ({ from }) => from)
  const { rows: _rows, lines: _lines, cells: _cells, ...rest } = now
  const made: View = { ...shared<Omit<View, 'rows' | 'lines' | 'cells'>>(before, rest), rows, lines, cells }
  const keys = Object.keys(made) as (keyof View)[]
  return keys.every(key => made[key] === before[key]) ? before : made
}
