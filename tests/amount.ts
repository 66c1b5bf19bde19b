// How many random cases a test takes: all of them where `PROOFS=full` asks for it, else a tenth.
// Knows no test.

/** Whether the big random runs and full proofs are asked for. */
export const IS_FULL = process.env['PROOFS'] === 'full'

/** the number of cases of a random test: `full` where all are asked for, else a tenth of it. */
export const amount = (full: number): number => (IS_FULL ? full : Math.ceil(full / 10))
