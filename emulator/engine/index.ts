// The machine, run by many steps at a time.
export * from './fast-machine.ts'
export * from './machine.ts'
export * from './step-machine.ts'
export * from './stop-condition.ts'
export * from './wasm/translations.ts'
