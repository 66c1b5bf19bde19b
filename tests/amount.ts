// How many random cases a test takes: all of them where `PROOFS=full` asks for it (CI), a tenth on a developer's machine.
// Knows no test.

/** Whether the big random runs and full proofs are asked for. */
export const IS_FULL = process.env['PROOFS'] === 'full'

/** The number of cases of a random test: `full` in CI, a tenth of it else. */
export const amount = (full: number): number => (IS_FULL ? full : Math.ceil(full / 10))
