// The project's exercises, read; and a teacher's own. Loaded when an exercise is asked for, with reader and judge.
import { type Exercise, type Kind, type ReadResult, readExercise } from '../../programs/judge/index.ts'
import { type NamedExercise, ownExercise } from './exercises.ts'

const files = import.meta.glob<string>('../../programs/exercises/*.toml', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.toml'.length)

const ORDER = ['predict', 'mend', 'arrange', 'write'] as const satisfies readonly Kind[]
const rank = ({ exercise }: NamedExercise): number => 10 * ORDER.indexOf(exercise.kind) + exercise.level

/** All of the project's own: mending, arranging, writing, in each from the easiest on. */
export const EXERCISES: readonly NamedExercise[] = Object.entries(files)
  .flatMap(([path, text]) => {
    const read = readExercise(text)
    return 'value' in read ? [{ name: nameOf(path), exercise: read.value }] : []
  })
  .filter(({ exercise }) => exercise.kind !== 'predict')
  .sort((a, b) => rank(a) - rank(b))

/** The exercise of that name; a number behind it only tells two answers apart. */
export const exerciseNamed = (name: string): Exercise | null => named(name) ?? named(name.replace(/ \d+$/, ''))

/** One of ours, else a teacher's that was opened here. */
function named(name: string): Exercise | null {
  const ours = EXERCISES.find(each => each.name === name)
  if (ours !== undefined) return ours.exercise
  const text = ownExercise(name)
  const read = text === null ? null : readExercise(text)
  return read !== null && 'value' in read ? read.value : null
}

/** A teacher's file: its exercise, or what is wrong with it. */
export function readOwn(file: string, text: string): ReadResult<NamedExercise> {
  const read = readExercise(text)
  if ('problems' in read) return read
  return { value: { name: file.replace(/\.toml$/i, ''), exercise: read.value } }
}
