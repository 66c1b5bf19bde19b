// Why a cell holds what it does, as the page shows it: the engine's answer with the sentences that go with it.
import { code, parts } from '../../emulator/instructions/index.ts'
import { blankSentences, type Questions } from '../../emulator/questions/index.ts'
import type { WhyAnswer, WhyAsked } from './protocol.ts'

/** Nodes and readers that a page shows; behind them one goes on by going there. */
const MOST_NODES = 300
const MOST_READS = 20

/** The answer at a position that is covered. */
export function whyAt(questions: Questions, version: number, { address, at }: WhyAsked): WhyAnswer {
  const { history } = questions
  const position = Math.min(at, history.known)
  const why = questions.why(address, position, history.known, MOST_NODES, MOST_READS)
  const origin = why.nodes.get(why.origin)
  const step = origin?.kind === 'step' ? origin.because : null
  let because: Extract<WhyAnswer, { done: true }>['because'] = null
  if (step !== null) {
    const { line, source } = history.program.instructions[history.steps(step, step)[0]!.pc]!
    const jump = code(source)
    because = {
      step,
      said: { en: parts`step ${step}: ${jump} (line ${line})`, zh: parts`第 ${step} 步：${jump}（第 ${line} 行）` },
    }
  }
  return {
    done: true,
    version,
    why,
    because,
    blank: why.value === null ? blankSentences(questions, address, position) : [],
  }
}
