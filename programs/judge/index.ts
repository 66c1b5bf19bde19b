// Exercises: read, checked, and answers to them judged.
export { checkExercise } from './check.ts'
export { fixedLines } from './code-lines.ts'
export * from './exercise.ts'
export * from './judge.ts'
export { type FileProblem, type ReadResult, readExercise, withMoreCases } from './read.ts'
export type { AnswerRefusal, RefusalCode } from './refusal.ts'
export { caseSentence, VERDICTS } from './words.ts'
