// The machine, run by many steps at a time.
export * from './machine.ts'
export * from './step-machine.ts'
