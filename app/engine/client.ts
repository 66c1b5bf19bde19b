// The page's end of the worker: starts it, asks it, and replaces it when it no longer answers.
import { type Remote, wrap } from 'comlink'
import workerUrl from '../engine.worker.ts?worker&url'
import { trustedScriptUrl } from '../trust.ts'
import type { Engine } from './api.ts'

/** How often the worker is asked for a sign of life while it owes an answer, and how long it may be silent, in ms. */
const SILENCE = 400

/** A question that was not answered because its worker was replaced. */
export class Lost extends Error {}

/** Anything that the worker offers, asked asynchronously. */
export interface EngineClient {
  ask<Name extends keyof Engine>(name: Name, ...args: Parameters<Engine[Name]>): Promise<ReturnType<Engine[Name]>>
  /** Ends the worker as a crash would; for tests and for whoever finds it stuck. */
  kill(): void
}

/**
 * Starts a worker. Where it dies or is silent for half a second while it owes an answer, it is replaced, `onReplaced`
 * is called so that the page can load its text again, and the questions that were under way reject with `Lost`.
 */
export function startEngine(onReplaced: () => void): EngineClient {
  let worker: Worker
  let remote: Remote<Engine>
  let pending = new Set<(reason: Error) => void>()
  let heartbeat: ReturnType<typeof setTimeout> | undefined

  function start(): void {
    worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module', name: 'engine' })
    worker.addEventListener('error', event => {
      event.preventDefault()
      replace()
    })
    remote = wrap<Engine>(worker)
  }

  function replace(): void {
    clearTimeout(heartbeat)
    heartbeat = undefined
    worker.terminate()
    const lost = pending
    pending = new Set()
    start()
    for (const reject of lost) reject(new Lost('the worker was replaced'))
    onReplaced()
  }

  start()
  return {
    ask(name, ...args) {
      return new Promise((resolve, reject) => {
        pending.add(reject)
        heartbeat ??= setTimeout(watch, SILENCE * 10)
        const call = remote[name] as unknown as (...args: unknown[]) => Promise<never>
        call(...args)
          .then(resolve, reject)
          .finally(() => {
            pending.delete(reject)
            if (pending.size === 0) {
              clearTimeout(heartbeat)
              heartbeat = undefined
            }
          })
      })
    },
    kill: replace,
  }

  /** Nothing has come back for a while: the worker gets one more chance, then it is replaced. */
  function watch(): void {
    if (pending.size > 0) replace()
    else heartbeat = undefined
  }
}
