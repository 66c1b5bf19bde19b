// One step of the machine, exactly, forwards and backwards.
export * from './expectations.ts'
export * from './state.ts'
export * from './step.ts'
