// The page's end of the worker: starts it, asks it, and replaces it when it dies or no longer answers.
import { type Remote, wrap } from 'comlink'
import { startWorker } from '../trust.ts'
import type { WorkerService } from '../worker/protocol.ts'
import workerUrl from '../worker/worker.ts?worker&url'

/** How long the worker may be silent while it owes such an answer, in ms. All but `load` keep to a budget far below. */
const PATIENCE: Record<keyof WorkerService, number> = {
  load: 10_000,
  look: 450,
  search: 450,
  marks: 2_000,
  why: 2_000,
  predict: 2_000,
  language: 2_000,
  extract: 5_000,
  ping: 450,
}
/** How often the silence is looked at, in ms. */
const TICK = 50
/** A worker that has never answered may still be on its way over the network. */
const PATIENCE_AT_START = 30_000

/** A worker that could not even start is tried anew so many times, after longer and longer waits. */
const TRIES = 3

/** A question that was not answered because its worker was replaced. */
export class Lost extends Error {}

/** Anything that the worker offers, asked asynchronously. */
export interface EngineClient {
  ask<Name extends keyof WorkerService>(
    name: Name,
    ...args: Parameters<WorkerService[Name]>
  ): Promise<ReturnType<WorkerService[Name]>>
  /** Ends the worker as a crash would, and starts another. */
  kill(): void
  /** Tries again to have a worker, where it could not be had. */
  revive(): void
}

const nothing = (): void => undefined

interface Debt {
  readonly patience: number
  readonly reject: (reason: Error) => void
}

/**
 * Starts a worker. Where it dies or is silent for too long while it owes an answer, it is replaced, the questions under
 * way reject with `Lost`, and `onReplaced` is called, so that the page can load its text again. Where it cannot be had
 * at all, `onMissing` is called, and it is tried again when the reader asks or the network is back.
 */
export function startEngine(onReplaced: () => void, onMissing: () => void): EngineClient {
  let worker: Worker | undefined
  let remote: Remote<WorkerService>
  let answered = false
  /** Workers in a row that died without ever answering: each makes the next wait longer. */
  let failures = 0
  let ready: Promise<void>
  let revive = nothing
  let debts = new Set<Debt>()
  let watch: ReturnType<typeof setInterval> | undefined

  function start(): void | Promise<void> {
    answered = false
    const started = startWorker(workerUrl, 'engine')
    return started instanceof Promise ? started.then(take) : take(started)
  }

  function take(started: Worker): void {
    worker = started
    worker.addEventListener('error', event => {
      event.preventDefault()
      replace()
    })
    remote = wrap<WorkerService>(worker)
  }

  function replace(): void {
    clearInterval(watch)
    worker?.terminate()
    const lost = debts
    debts = new Set()
    failures = answered ? 0 : failures + 1
    if (failures > TRIES) onMissing()
    ready = new Promise(resolve => {
      const begin = (): void => {
        clearTimeout(timer)
        removeEventListener('online', begin)
        revive = nothing
        resolve(start())
      }
      const timer = failures > TRIES ? undefined : setTimeout(begin, failures === 0 ? 0 : 200 * 3 ** failures)
      if (failures > TRIES) {
        addEventListener('online', begin)
        revive = begin
      }
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

  ready = Promise.resolve(start())
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
    revive: () => revive(),
  }
}
