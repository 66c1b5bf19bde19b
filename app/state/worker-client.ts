// The page's end of the worker: starts it, asks it, and replaces it when it dies or no longer answers.
import { type Remote, wrap } from 'comlink'
import { trustedScriptUrl } from '../trust.ts'
import type { Engine } from '../worker/protocol.ts'
import workerUrl from '../worker/worker.ts?worker&url'

/** How long the worker may be silent while it owes such an answer, in ms. All but `load` keep to a budget far below. */
const PATIENCE: Record<keyof Engine, number> = {
  load: 10_000,
  look: 450,
  search: 450,
  marks: 2_000,
  language: 2_000,
  extract: 5_000,
  ping: 450,
}
/** How often the silence is looked at, in ms. */
const TICK = 50
/** A worker that has never answered may still be on its way over the network. */
const PATIENCE_AT_START = 30_000

/** The longest wait before a worker that could not even start is tried again, in ms. */
const LONGEST_WAIT = 10_000

/** A question that was not answered because its worker was replaced. */
export class Lost extends Error {}

/** Anything that the worker offers, asked asynchronously. */
export interface EngineClient {
  ask<Name extends keyof Engine>(name: Name, ...args: Parameters<Engine[Name]>): Promise<ReturnType<Engine[Name]>>
  /** Ends the worker as a crash would, and starts another. */
  kill(): void
}

interface Debt {
  readonly patience: number
  readonly reject: (reason: Error) => void
}

/**
 * Starts a worker. Where it dies or is silent for too long while it owes an answer, it is replaced, the questions under
 * way reject with `Lost`, and `onReplaced` is called, so that the page can load its text again.
 */
export function startEngine(onReplaced: () => void): EngineClient {
  let worker: Worker
  let remote: Remote<Engine>
  let answered = false
  /** Workers in a row that died without ever answering: each makes the next wait longer. */
  let failures = 0
  let ready = Promise.resolve()
  let debts = new Set<Debt>()
  let watch: ReturnType<typeof setInterval> | undefined

  function start(): void {
    answered = false
    worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'engine' })
    worker.addEventListener('error', event => {
      event.preventDefault()
      replace()
    })
    remote = wrap<Engine>(worker)
  }

  function replace(): void {
    clearInterval(watch)
    worker.terminate()
    const lost = debts
    debts = new Set()
    failures = answered ? 0 : failures + 1
    const wait = failures === 0 ? 0 : Math.min(LONGEST_WAIT, 100 * 2 ** failures)
    ready = new Promise(resolve => {
      setTimeout(() => {
        start()
        resolve()
      }, wait)
    })
    for (const { reject } of lost) reject(new Lost('the worker was replaced'))
    onReplaced()
  }

  /** The silence is measured from the last answer, or from the first question after a rest. It is counted in ticks of
   * the page's own clock: a computer that is too busy to tick gives the worker more time, too. */
  function rewatch(): void {
    clearInterval(watch)
    if (debts.size === 0) return
    const patience = answered ? Math.max(...[...debts].map(debt => debt.patience)) : PATIENCE_AT_START
    let ticks = 0
    watch = setInterval(() => {
      ticks += 1
      if (ticks * TICK >= patience) replace()
    }, TICK)
  }

  start()
  return {
    ask(name, ...args) {
      return new Promise((resolve, reject) => {
        const debt: Debt = { patience: PATIENCE[name], reject }
        debts.add(debt)
        rewatch()
        ready
          .then(() => (remote[name] as unknown as (...args: unknown[]) => Promise<never>)(...args))
          .then(
            value => {
              answered = true
              resolve(value)
            },
            (error: unknown) => reject(error instanceof Error ? error : new Error(String(error))),
          )
          .finally(() => {
            if (debts.delete(debt)) rewatch()
          })
      })
    },
    kill: replace,
  }
}
