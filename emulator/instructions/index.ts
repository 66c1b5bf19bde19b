// What the machine is, for all who build on it.
export * from './faults.ts'
export * from './flow.ts'
export * from './instructions.ts'
export * from './limits.ts'
export * from './program.ts'
export * from './sentence.ts'
export * from './text.ts'
export * from './visible.ts'
