// What modules, gates and ports are called.
export type { Text as ModuleWords } from '../languages/index.ts'
