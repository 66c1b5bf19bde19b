// What a reader asks of a history, for page, command line and editors alike (history.md).
export * from './compare.ts'
export * from './line-sentence.ts'
export * from './loops.ts'
export * from './origins.ts'
export * from './passed.ts'
export * from './visits.ts'
export * from './why.ts'
export * from './why-line.ts'
