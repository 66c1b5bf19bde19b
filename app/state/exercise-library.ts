// The project's exercises, read; and a teacher's own. Loaded when an exercise is asked for, with reader and judge.
import { type Exercise, fixedLines, type Kind, type ReadResult, readExercise } from '../../programs/judge/index.ts'
import { type NamedExercise, openExercise, ownExercise } from './exercises.ts'
import { type Pack, readPack } from './pack.ts'

const files = import.meta.glob<string>('../../programs/exercises/*.toml', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.toml'.length)

const ORDER = ['predict', 'mend', 'arrange', 'write'] as const satisfies readonly Kind[]
const rank = ({ exercise }: NamedExercise): number => 10 * ORDER.indexOf(exercise.kind) + exercise.level

/** The pack that the page stands in; null where it is the whole page. */
export const PACK: Pack | null = await readPack()

const given = PACK?.exercises ?? Object.entries(files).map(([path, text]) => ({ name: nameOf(path), text }))

/** Those of the pack, in their order; of the whole page all of the project's own: predicting, mending, arranging,
 * writing, in each from the easiest on. */
export const EXERCISES: readonly NamedExercise[] = given
  .flatMap(({ name, text }) => {
    const read = readExercise(text)
    return 'value' in read ? [{ name, exercise: read.value }] : []
  })
  .sort((a, b) => (PACK === null ? rank(a) - rank(b) : 0))

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

/** What an exercise makes of the editor: lines that have to stay as they are; lines that are put in order instead. */
export interface EditedLines {
  readonly fixed: readonly string[]
  readonly given: readonly string[] | null
}

export function editedLines({ kind, start, program, lines, distractors }: Exercise): EditedLines {
  if (kind === 'arrange') return { fixed: [], given: [...lines, ...distractors] }
  if (kind === 'predict') return { fixed: program.split('\n').filter(line => line.trim() !== ''), given: null }
  const written = start.split('\n')
  return { fixed: [...new Set(fixedLines(start).map(({ line }) => written[line - 1]!))], given: null }
}

/** Opens the exercise that an address names; of a pack the first, where it names none. */
export async function openAsked(name: string | null): Promise<void> {
  const asked = EXERCISES.find(each => each.name === name) ?? (PACK === null ? undefined : EXERCISES[0])
  if (asked !== undefined) await openExercise(asked)
}
