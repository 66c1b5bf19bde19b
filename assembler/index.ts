// The assembler: text to program, diagnostics, syntax tree and names.
export { type Assembly, assemble } from './assemble.ts'
export * from './diagnostics/index.ts'
export { DIRECTIVE_NAMES, DIRECTIVES, type DirectiveName, type DirectiveRow, directiveOf } from './directives.ts'
export { applyFix, fixAll } from './fixes.ts'
export { type DiagnosticJson, diagnosticsToJson } from './json.ts'
export { asValue, ESCAPES, type Literal, type Notation, numberOf } from './literals.ts'
export type { Place, ProgramSymbol } from './symbols.ts'
export type * from './syntax.ts'
