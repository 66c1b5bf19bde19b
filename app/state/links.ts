// Links as the page opens and makes them (keeping.md, section 2): a link opens a document of its own beside the reader's,
// at its moment; one that opens nothing is told of, and the page stays as it was. Loaded when there is one.
import { cellName } from '../../emulator/instructions/index.ts'
import { REFUSALS, readLink, type Shared, writeLink } from '../../programs/links/index.ts'
import { ANY_PROGRAM, chosenEdits } from './branches.ts'
import { openDraft } from './documents.ts'
import { answerTo, exerciseOf } from './exercise-name.ts'
import { keepExercise, ownExercise } from './exercises.ts'
import { preferences, speakAsLink } from './preferences.ts'
import { moveTo, type Notice, restingPosition, type Session, session } from './session.ts'
import type { Draft } from './shelf/record.ts'
import { onceLoaded } from './worker-sync.ts'

/** A link goes so far by itself; further on only when the reader says so, as it would keep the machine busy. */
const MOST_RUN = 100_000_000
const LONGEST_NAME = 80

/** Opens a link; tells why it opens nothing. The address is the page's own again afterwards. */
export async function openLink(address: string): Promise<Notice | 'opened'> {
  const url = new URL(location.href)
  url.hash = ''
  history.replaceState(history.state, '', url)
  const read = readLink(address)
  if ('refused' in read) {
    const { en, zh } = REFUSALS[read.refused]
    const text = { en: `Nothing was opened: ${en}.`, zh: `没有打开任何内容：${zh}。` }
    return { kind: 'told', text }
  }
  const { shared } = read
  if (shared.language !== undefined) speakAsLink(shared.language)
  url.searchParams.delete('sample')
  history.replaceState(history.state, '', url)
  await openDraft(draftOf(shared), wishOf(shared), name => noticeOf(shared, name))
  showColumns(shared)
  return 'opened'
}

/** What a link carries, as a draft. */
export function draftOf({ text, position = 0, edits = [], stops = [] }: Shared): Draft {
  return {
    text,
    position: Math.min(position, MOST_RUN),
    stops: stops.map((stop, index) => ({ ...stop, id: index + 1 })),
    predicting: null,
    branches:
      edits.length === 0
        ? null
        : {
            program: ANY_PROGRAM,
            all: [[], edits.map(([position, address, value]) => ({ position, address, value }))],
            current: 1,
            aside: false,
          },
  }
}

/** The name that the document would have: readable, in one line, no longer than a title. */
function wishOf({ name = '', exercise }: Shared): string {
  const wish = [...name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]+/gu, ' ').trim()].slice(0, LONGEST_NAME).join('')
  if (exercise === undefined) return wish
  return answerTo(exercise.includes('\n') ? keepExercise(wish === '' ? 'exercise' : wish, exercise) : exercise)
}

function noticeOf({ position = 0 }: Shared, name: string): Notice {
  if (position <= MOST_RUN) {
    const text = {
      en: `Opened from a link, as “${name}”. Your own texts are as they were.`,
      zh: `已从链接打开，名为“${name}”。你自己的文本没有改动。`,
    }
    return { kind: 'told', text }
  }
  const words = { en: `Go to step ${position}`, zh: `前往第 ${position} 步` }
  const text = {
    en: `Opened from a link, as “${name}”. It looks at a step that takes long to reach.`,
    zh: `已从链接打开，名为“${name}”。链接所看的步数很大，需要运行较久。`,
  }
  return { kind: 'told', text, actions: [{ words, perform: () => moveTo(position) }] }
}

/** Puts away the columns that whoever made the link had put away. */
function showColumns({ columns }: Shared): void {
  if (columns === undefined) return
  onceLoaded(() => {
    const all = session.getState().view?.columns ?? []
    session.setState({ hidden: all.filter(address => !columns.includes(cellName(address))) })
  })
}

/** What of the page a link would carry, with the moment or without. */
export function sharedNow(state: Session, withMoment: boolean): Shared {
  const { name, text, stops, hidden, view } = state
  const position = restingPosition(state)
  const edits = state.branches?.aside === true ? [] : chosenEdits(state.branches)
  const exercise = exerciseOf(name)
  const columns = (view?.columns ?? []).filter(address => !hidden.includes(address)).map(cellName)
  return {
    text,
    ...(exercise === null ? { name } : { name: exercise, exercise: ownExercise(exercise) ?? exercise }),
    language: preferences.getState().language,
    ...(withMoment && position > 0 ? { position } : {}),
    ...(withMoment && edits.length > 0
      ? { edits: edits.map(({ position, address, value }) => [position, address, value] as const) }
      : {}),
    ...(withMoment && stops.length > 0
      ? { stops: stops.map(({ line, condition, hits, enabled }) => ({ line, condition, hits, enabled })) }
      : {}),
    ...(withMoment && hidden.length > 0 ? { columns } : {}),
  }
}

/** The page's own address, without what asks for a text. */
export const ownAddress = (): string => location.href.replace(/[?#].*$/s, '')

/** The link to what is on the page, or why there can be none. */
export const linkNow = (state: Session, withMoment: boolean): ReturnType<typeof writeLink> =>
  writeLink(sharedNow(state, withMoment))
