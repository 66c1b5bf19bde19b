// The machine, run by many steps at a time.
export * from './fast-machine.ts'
export * from './machine.ts'
export * from './step-machine.ts'
export * from './translations.ts'
export * from './wanted.ts'
