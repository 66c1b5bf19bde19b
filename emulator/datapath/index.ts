// The one place where an instruction's unit meets its circuit.
export * from './alu.ts'
export * from './datapath.ts'
export * from './modules.ts'
export * from './story.ts'
