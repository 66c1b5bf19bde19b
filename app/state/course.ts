// What a course is told, and gives back: SCORM 1.2 by the runtime that a parent frame offers. Without one the page works
// all the same. Loaded only where the pack is a course's.
import { createStore } from 'zustand/vanilla'
import { packText, unpackText } from '../../programs/links/index.ts'
import { edit, session } from './session.ts'

/** The runtime as the standard names it. */
interface Runtime {
  LMSInitialize(nothing: ''): string | boolean
  LMSGetValue(name: string): string
  LMSSetValue(name: string, value: string): string | boolean
  LMSCommit(nothing: ''): string | boolean
  LMSFinish(nothing: ''): string | boolean
}

/** `none`: no course listens. `too-long`: the answer has no room in it, and stays in this browser. */
export type Course = 'none' | 'listening' | 'reported' | 'too-long' | 'failed'

export const course = createStore<{ readonly stands: Course }>(() => ({ stands: 'none' }))

const set = (stands: Course): void => course.setState({ stands })

/** What a course keeps of an answer, in letters. */
const ROOM = 4096

let runtime: Runtime | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** The runtime of the frames around this one, or of the window that opened it. */
function findRuntime(): Runtime | null {
  for (const start of [window, window.opener as Window | null]) {
    let frame: Window | null = start
    for (let depth = 0; frame !== null && depth < 10; depth++) {
      try {
        const { API } = frame as Window & { API?: Runtime }
        if (API !== undefined) return API
      } catch {
        // A frame of another origin: nothing of it can be seen.
        break
      }
      frame = frame.parent === frame ? null : frame.parent
    }
  }
  return null
}

const isTrue = (answer: string | boolean): boolean => `${answer}` === 'true'

/** Begins to report; an answer that the course has kept is taken up again. */
export function beginCourse(): void {
  if (runtime !== null) return
  runtime = findRuntime()
  if (runtime === null || !isTrue(runtime.LMSInitialize(''))) {
    runtime = null
    set('none')
    return
  }
  set('listening')
  const kept = unpackText(runtime.LMSGetValue('cmi.suspend_data'))
  if (kept !== null) edit(kept)
  const status = runtime.LMSGetValue('cmi.core.lesson_status')
  if (status === 'not attempted' || status === '') runtime.LMSSetValue('cmi.core.lesson_status', 'incomplete')
  runtime.LMSSetValue('cmi.core.exit', 'suspend')
  runtime.LMSCommit('')
  session.subscribe((now, before) => {
    if (now.text === before.text) return
    clearTimeout(timer)
    timer = setTimeout(keepAnswer, 1000)
  })
  addEventListener('pagehide', () => {
    keepAnswer()
    runtime?.LMSFinish('')
    runtime = null
  })
}

/** Tells the course how many of the points the answer has. */
export function reportPoints(points: number, of: number): void {
  if (runtime === null) return
  runtime.LMSSetValue('cmi.core.score.min', '0')
  runtime.LMSSetValue('cmi.core.score.max', '100')
  const isTaken = isTrue(runtime.LMSSetValue('cmi.core.score.raw', `${of === 0 ? 0 : Math.round((100 * points) / of)}`))
  runtime.LMSSetValue('cmi.core.lesson_status', points === of ? 'passed' : 'incomplete')
  if (isTaken) set('reported')
  keepAnswer()
  if (!isTaken) set('failed')
}

function keepAnswer(): void {
  clearTimeout(timer)
  if (runtime === null) return
  const packed = packText(session.getState().text)
  const fits = packed.length <= ROOM
  runtime.LMSSetValue('cmi.suspend_data', fits ? packed : '')
  if (!isTrue(runtime.LMSCommit(''))) set('failed')
  else if (!fits) set('too-long')
}
