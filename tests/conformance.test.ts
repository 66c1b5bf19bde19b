// Every conformance case (tests/conformance/machine.jsonl) by the command line's own code: the run, and each step of the
// trace.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toycpu } from './toycpu.ts'

/** A case: `run` as `run --json` gives it without diagnostics and messages, `trace` as `trace --format jsonl` does
 * without source and explanation. */
interface Case {
  readonly name: string
  readonly source: string
  readonly maxSteps: number
  readonly run: Record<string, unknown> & { readonly fault: Record<string, unknown> | null }
  readonly trace: readonly Record<string, unknown>[]
}

const CASES = readFileSync(new URL('conformance/machine.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map(line => JSON.parse(line) as Case)

/** What remains of `given` under the keys that the case has: the messages are ours. */
const underKeysOf = (wanted: Record<string, unknown>, given: Record<string, unknown>) =>
  Object.fromEntries(Object.keys(wanted).map(key => [key, given[key]]))

describe('conformance', () => {
  test('all 202 cases are here', () => expect(CASES).toHaveLength(202))

  test.each(CASES.map(each => [each.name, each] as const))('%s: run', async (_, { source, maxSteps, run }) => {
    const { out } = await toycpu(['run', '--json', '--max-steps', `${maxSteps}`, '-'], { '-': source })
    const { diagnostics, ...given } = JSON.parse(out)
    expect(Array.isArray(diagnostics)).toBe(true)
    if (run.fault !== null && given.fault !== null) given.fault = underKeysOf(run.fault, given.fault)
    expect(given).toStrictEqual(run)
  })

  test.each(CASES.map(each => [each.name, each] as const))('%s: trace', async (_, { source, maxSteps, trace }) => {
    const words = ['trace', '--format', 'jsonl', '--max-steps', `${maxSteps}`, '-']
    const { out } = await toycpu(words, { '-': source })
    const steps = out.split('\n').slice(0, -1)
    const given = steps.map(line => {
      const { source: quoted, explanation, ...rest } = JSON.parse(line)
      expect(source).toContain(quoted)
      expect(explanation).not.toBe('')
      return rest
    })
    expect(given).toStrictEqual(trace)
  })
})
