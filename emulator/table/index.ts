// Steps as people read them: explanations, columns, rows and the formats of the state table.
export * from './columns.ts'
export * from './explain.ts'
export * from './fault.ts'
export * from './formats/index.ts'
export * from './formulas.ts'
export type { Polynomial } from './polynomial.ts'
export * from './rows.ts'
export * from './table.ts'
