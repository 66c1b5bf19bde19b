// A program's history: any position, what led there, what comes next.
export * from './create.ts'
export * from './history.ts'
export type { Ledger } from './ledger/ledger.ts'
