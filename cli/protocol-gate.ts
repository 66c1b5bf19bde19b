// What of a client's messages reaches the language server: whole ones, of the protocol's shapes, at the time for them (LSP
// 3.17, "Base Protocol" and "Lifecycle"). Everything else that wants an answer gets the error that the protocol names for it.
import * as v from 'valibot'

/** The errors of JSON-RPC and of the protocol. */
const ERROR = { parse: -32700, request: -32600, params: -32602, early: -32002 } as const

interface Answer {
  readonly jsonrpc: '2.0'
  readonly id: string | number | null
  readonly error: { readonly code: number; readonly message: string }
}

/** What becomes of a message: it is passed on, answered, both or neither; or the server ends, with a status. */
export interface Passage {
  readonly pass?: object
  readonly answer?: Answer
  readonly end?: number
}

const NUMBER = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const PLACE = v.looseObject({ line: NUMBER, character: NUMBER })
const RANGE = v.looseObject({ start: PLACE, end: PLACE })
const DOCUMENT = v.looseObject({ uri: v.string() })
const VERSIONED = v.looseObject({ uri: v.string(), version: v.pipe(v.number(), v.safeInteger()) })

const OF_TEXT = v.looseObject({ textDocument: DOCUMENT })
const AT_PLACE = v.looseObject({ textDocument: DOCUMENT, position: PLACE })

/** The shapes of what the server looks into. */
const PARAMS: Readonly<Record<string, v.GenericSchema>> = {
  initialize: v.looseObject({ locale: v.optional(v.string()) }),
  'textDocument/didOpen': v.looseObject({
    textDocument: v.looseObject({ ...VERSIONED.entries, languageId: v.string(), text: v.string() }),
  }),
  'textDocument/didChange': v.looseObject({
    textDocument: VERSIONED,
    contentChanges: v.array(v.looseObject({ range: v.optional(RANGE), text: v.string() })),
  }),
  'textDocument/didClose': OF_TEXT,
  'textDocument/codeAction': v.looseObject({
    textDocument: DOCUMENT,
    range: RANGE,
    context: v.looseObject({ only: v.optional(v.array(v.string())) }),
  }),
  'textDocument/references': v.looseObject({
    ...AT_PLACE.entries,
    context: v.looseObject({ includeDeclaration: v.boolean() }),
  }),
  'textDocument/rename': v.looseObject({ ...AT_PLACE.entries, newName: v.string() }),
  'textDocument/completion': AT_PLACE,
  'textDocument/definition': AT_PLACE,
  'textDocument/documentHighlight': AT_PLACE,
  'textDocument/hover': AT_PLACE,
  'textDocument/prepareRename': AT_PLACE,
  'textDocument/signatureHelp': AT_PLACE,
  'textDocument/documentSymbol': OF_TEXT,
  'textDocument/foldingRange': OF_TEXT,
  'textDocument/formatting': OF_TEXT,
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const utf8 = new TextDecoder('utf-8', { fatal: true })

const refusal = (id: Answer['id'], code: number, message: string): Passage => ({
  answer: { jsonrpc: '2.0', id, error: { code, message } },
})

/** What is told before the end where nothing more can be read. */
export const unreadableFrame = (why: string): Passage => ({ ...refusal(null, ERROR.parse, why), end: 1 })

/** Stands between a client and the server, from the client's first message to its last. */
export class ProtocolGate {
  #stage: 'new' | 'running' | 'shut' = 'new'

  /** The status with which the process ends when the client is gone: 0 only where it has said that it goes. */
  get status(): number {
    return this.#stage === 'shut' ? 0 : 1
  }

  /** What becomes of a message's bytes. */
  take(body: Uint8Array): Passage {
    let message: unknown
    try {
      message = JSON.parse(utf8.decode(body))
    } catch {
      return refusal(null, ERROR.parse, 'the message is no JSON in UTF-8')
    }
    if (!isRecord(message) || message['jsonrpc'] !== '2.0') {
      return refusal(null, ERROR.request, 'the message is no object of JSON-RPC 2.0')
    }
    const { id, method, params } = message
    const isNamed = typeof id === 'string' || Number.isSafeInteger(id)
    const name = isNamed ? (id as string | number) : null
    if (typeof method !== 'string') {
      // An answer to something that the server has asked.
      if (isNamed && ('result' in message || 'error' in message)) return { pass: message }
      return refusal(name, ERROR.request, 'the message has no method')
    }
    if (params !== undefined && params !== null && typeof params !== 'object') {
      return refusal(name, ERROR.request, 'params are neither an object nor an array')
    }
    if ('id' in message && !isNamed)
      return refusal(null, ERROR.request, 'the id is neither a string nor a whole number')
    const schema = Object.hasOwn(PARAMS, method) ? PARAMS[method] : undefined
    const isSound = schema === undefined || v.is(schema, params)
    return name === null ? this.#notified(message, method, isSound) : this.#asked(message, method, name, isSound)
  }

  #notified(message: object, method: string, isSound: boolean): Passage {
    if (method === 'exit') return { end: this.status }
    return this.#stage === 'running' && isSound ? { pass: message } : {}
  }

  #asked(message: object, method: string, id: string | number, isSound: boolean): Passage {
    if (this.#stage === 'shut') return refusal(id, ERROR.request, 'the server is shut down')
    if (method === 'initialize' && this.#stage === 'running') {
      return refusal(id, ERROR.request, 'the server is initialized already')
    }
    if (method !== 'initialize' && this.#stage === 'new')
      return refusal(id, ERROR.early, 'the server is not initialized')
    if (!isSound) return refusal(id, ERROR.params, `these are no params of ${method}`)
    if (method === 'initialize') this.#stage = 'running'
    if (method === 'shutdown') this.#stage = 'shut'
    return { pass: message }
  }
}
