// The worker's service: holds the one history that the page looks at and answers for it. Knows no worker and no DOM,
// so that tests can sit at it as well. The clock comes in from outside.
import { type Assembly, assemble } from '../../assembler/index.ts'
import { createHistory, type Edit, type History } from '../../emulator/history/index.ts'
import { type Program, withoutNames, wrap } from '../../emulator/instructions/index.ts'
import { copyState, initialState, type Step } from '../../emulator/machine/index.ts'
import { Questions } from '../../emulator/questions/index.ts'
import { cellColumn, TABLE_FORMATS } from '../../emulator/table/index.ts'
import { beginSearch, type StopSearch } from '../../programs/stops/index.ts'
import { fingerprint } from './fingerprint.ts'
import { LANGUAGE, type LanguageAnswer } from './language.ts'
import { predictionAt } from './prediction.ts'
import type { Marked, Searched, SearchRequest, WorkerService } from './protocol.ts'
import { marksIn } from './timeline-marks.ts'
import type { ExpectationResult, Loaded, Question, View } from './view.ts'
import { answer, columnsOf, expectationsOf, namedCells } from './view-builder.ts'
import { whyAt } from './why-answer.ts'

/** Typing computes so many steps; moving past them extends (ide.md, section 1). */
export const STEPS_WHILE_TYPING = 10_000

/** Fuel for one slice before its speed is known, in steps. */
const FIRST_SLICE = 20_000
/** How long one slice should take, in ms: between slices the clock is read. */
const SLICE = 4

/** Everything that belongs to one text's history. */
interface Open {
  readonly version: number
  readonly text: string
  readonly history: History
  readonly named: readonly number[]
  readonly questions: Questions
  layout: { columns: number[]; leftOut: number }
  /** How far the history was known when the columns were laid out; infinite where to its end. */
  layoutFor: number
  /** The expectations held against the end, once it is known. */
  met: readonly ExpectationResult[] | null
}

/** Makes the service. `now` is a clock in ms. */
export function createService(now: () => number): WorkerService {
  let open: Open | null = null
  let fuel = FIRST_SLICE
  /** The name of the text that is open. */
  let opened: string | null = null
  let search: { readonly id: number; readonly search: StopSearch } | null = null

  /** The text that was loaded last, with errors or without. */
  let newest: { readonly version: number; readonly assembly: Assembly } | null = null

  /** Calls `work` with fuel until it is done or the budget is spent. */
  function slices(budget: number, work: (fuel: number) => boolean): void {
    const end = now() + budget
    for (;;) {
      const began = now()
      const done = work(fuel)
      const took = now() - began
      // Doubling and halving keeps a slice near its length, however fast the machine is.
      if (took < SLICE / 2 && !done) fuel = Math.min(fuel * 2, 2 ** 30)
      else if (took > SLICE * 2) fuel = Math.max(fuel >> 1, FIRST_SLICE)
      if (done || now() >= end) return
    }
  }

  /** Lays the columns out for what is known by now: anew each time that twice as much is known, and at the end. They
   * only ever grow with what the program has written. */
  function columns(of: Open): Open['layout'] {
    const { history } = of
    const isFinal = history.ending !== null
    if (isFinal ? of.layoutFor < Number.POSITIVE_INFINITY : history.known >= 2 * of.layoutFor) {
      of.layoutFor = isFinal ? Number.POSITIVE_INFINITY : history.known
      of.layout = columnsOf(of.named, history.state(history.known).blank)
    }
    return of.layout
  }

  /** How the expectations came out, once the history is known to halt: looked up once, for it is at the far end. */
  function expectations(of: Open): readonly ExpectationResult[] {
    const { history } = of
    if (of.met === null && history.ending?.kind === 'halted') {
      of.met = expectationsOf(history.program, history.state(history.ending.steps))
    }
    return of.met ?? []
  }

  const view = (of: Open, question: Question): View =>
    answer(of.version, of.history, question, of.named, columnsUntil(of, question.until), expectations(of))

  /** The columns as far as a reader may see: what is written later has none yet. */
  function columnsUntil(of: Open, until: number | null): Open['layout'] {
    const { history, named } = of
    if (until === null || until >= history.known) return columns(of)
    return columnsOf(named, history.state(until).blank)
  }

  function begin(version: number, text: string, program: Program, edits: readonly Edit[]): Open {
    const history = createHistory(program, edits)
    // Where the program has been found to repeat itself, it is narrowed down where that began, piece by piece.
    for (let piece = 0; piece < 40 && history.known < STEPS_WHILE_TYPING && history.ending === null; piece++) {
      history.extend(STEPS_WHILE_TYPING, STEPS_WHILE_TYPING)
    }
    const named = namedCells(program)
    return {
      version,
      text,
      history,
      named,
      questions: new Questions(history),
      layout: columnsOf(named, initialState(program).blank),
      layoutFor: 0,
      met: null,
    }
  }

  return {
    load({ version, text, name, edits, editsOf }, question): Loaded {
      if (name !== opened) open = null
      opened = name
      const assembly = assemble(text)
      newest = { version, assembly }
      const { program, diagnostics } = assembly
      if (program === null) {
        // Without any good history there is row 0 alone, of a program of nothing.
        if (open?.history.program.instructions.length === 0) open = null
        open ??= begin(0, '', assemble('').program!, [])
        return {
          version,
          diagnostics,
          facts: null,
          hasOld: open.version > 0,
          view: view(open, question),
          program: null,
        }
      }
      const print = fingerprint(program)
      open = begin(version, text, program, editsOf === '' || editsOf === print ? fitting(program, edits) : [])
      search = null
      const { bits, cells, instructions, expectations, cellNames } = program
      const facts = { bits, cells, instructions: instructions.length, expectations: expectations.length, cellNames }
      return { version, diagnostics, facts, hasOld: false, view: view(open, question), program: print }
    },

    look(question, budget): View | null {
      if (open === null) return null
      const { history } = open
      if (question.extend && question.position > history.known && history.ending === null) {
        slices(budget, fuel => {
          history.extend(question.position, fuel)
          return history.ending !== null || history.known >= question.position
        })
      }
      return view(open, question)
    },

    search({ id, direction, from, stops, extend }: SearchRequest, budget): Searched {
      const waiting = { done: false, found: null, stop: null, reached: from }
      if (open === null) return waiting
      const { history } = open
      if (from > history.known && history.ending === null) {
        // A new worker has to come back to where the search begins.
        slices(budget, fuel => {
          history.extend(from, fuel)
          return history.ending !== null || history.known >= from
        })
        return waiting
      }
      // The history may have become shorter than it was when the reader asked.
      const begin = Math.min(from, history.known)
      if (search?.id !== id) search = { id, search: beginSearch(history, direction, begin, stops, extend) }
      const under = search.search
      let done = false
      slices(budget, fuel => {
        done = under.advance(fuel)
        return done
      })
      return { done, found: under.found, stop: under.stop?.id ?? null, reached: under.reached }
    },

    why(asked, budget) {
      if (open === null) return null
      const { history, questions, version } = open
      const { known } = history
      slices(budget, fuel => questions.prepare(known, fuel))
      const reached = history.ledger.covered
      return reached < known ? { done: false, reached, of: known } : whyAt(questions, version, asked)
    },

    predict(asked, budget) {
      if (open === null) return null
      const { history, text } = open
      slices(budget, fuel => {
        if (history.known < asked.step) history.extend(asked.step, fuel)
        return history.ending !== null || history.known >= asked.step
      })
      if (history.ending === null && history.known < asked.step) return null
      return predictionAt(history, text, asked)
    },

    marks(marking): Marked | null {
      return open === null ? null : marksIn(open.history, marking)
    },

    extract({ format, language, fold, names, columns: addresses, until, worksheet }): string {
      const writer = TABLE_FORMATS.find(({ name }) => name === format)
      if (open === null || writer === undefined) return ''
      const { history } = open
      const to = Math.min(history.known, until ?? history.known, STEPS_WHILE_TYPING)
      const initial = copyState(history.state(0))
      const steps = () => stepsUpTo(history, to)
      const program = names ? history.program : withoutNames(history.program)
      return [
        ...writer.write({
          program,
          initial,
          steps,
          edits: history.edits,
          columns: addresses.map(cellColumn),
          notation: 'decimal',
          fold,
          layout: 'columns',
          language,
          symbols: null,
          worksheet,
        }),
      ].join('')
    },

    language(version, name, args) {
      if (newest?.version !== version) return null
      // The compiler cannot see that the arguments of a name go with its function.
      const answer = LANGUAGE[name] as (assembly: Assembly, ...args: unknown[]) => LanguageAnswer<typeof name>
      return answer(newest.assembly, ...args)
    },

    ping: () => true,
  }
}

/** The edits that this program's machine has room for: they may have been made with more cells or longer words. */
const fitting = ({ cells, bits }: Program, edits: readonly Edit[]): readonly Edit[] =>
  edits.filter(({ address, value }) => address < cells && value === wrap(value, bits))

/** The steps 1…to, a page at a time. */
function* stepsUpTo(history: History, to: number): Generator<Step, void, undefined> {
  for (let from = 1; from <= to; from += 1000) yield* history.steps(from, Math.min(from + 999, to))
}
