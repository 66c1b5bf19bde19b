// Which exercise is open, and how one is opened: an answer is a text like any other, under a name that tells its
// exercise. Knows no TOML and no judge: they are loaded with the exercises themselves.
import type { Exercise } from '../../programs/judge/index.ts'
import { openDocument, openText } from './documents.ts'
import { answerTo } from './exercise-name.ts'
import { predictionFrom } from './predicting.ts'
import { session } from './session.ts'
import { shelf } from './shelf/shelf.ts'
import { keep, kept } from './storage.ts'

const SOLVED = 'toycpu.solved'
const FILE = 'toycpu.exercise.'

/** An exercise under its file's name. */
export interface NamedExercise {
  readonly name: string
  readonly exercise: Exercise
}

/** The exercises that have been solved here. */
export const solved = (): readonly string[] => kept<readonly string[]>(SOLVED) ?? []

export function markSolved(name: string): void {
  if (!solved().includes(name)) keep(SOLVED, [...solved(), name])
}

/** A teacher's exercise that was opened here before: the text of its file. */
export const ownExercise = (name: string): string | null => kept<string>(FILE + name)

/** Opens the answer to an exercise, begun or not. */
export async function openExercise({ name, exercise }: NamedExercise): Promise<void> {
  const document = answerTo(name)
  if (shelf.getState().names.includes(document)) await openDocument(document)
  else await openText(exercise.kind === 'predict' ? exercise.program : exercise.start, document)
  // What is left of it is asked where one was; a new one, or one that was left, from its first row on.
  if (exercise.kind === 'predict' && session.getState().predicting === null) {
    session.setState({ predicting: predictionFrom('', 0, exercise.rows), wanted: 0 })
  }
}

/** Keeps the text of a teacher's exercise; gives the name under which it is found: another of that name stays. */
export function keepExercise(wish: string, text: string): string {
  let name = wish
  for (let n = 2; (ownExercise(name) ?? text) !== text; n++) name = `${wish}-${n}`
  keep(FILE + name, text)
  return name
}

/** Opens a teacher's exercise: its file is kept here beside the answer. */
export async function openOwnExercise(opened: NamedExercise, text: string): Promise<void> {
  keep(FILE + opened.name, text)
  await openExercise(opened)
}
