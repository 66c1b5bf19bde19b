// What a client may send that is no message, comes too early, too late or too large: the language server answers as its
// protocol says, or ends as it says, and never goes mute. It runs the bundle that `npm ci` and `npm test` build.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ENTRY = fileURLToPath(new URL('../bin/toycpu.js', import.meta.url))

const frame = (message: unknown): string => raw(JSON.stringify(message))
const raw = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const ask = (id: unknown, method: string, params: unknown = {}) => frame({ jsonrpc: '2.0', id, method, params })
const tell = (method: string, params: unknown = {}) => frame({ jsonrpc: '2.0', method, params })

const HELLO = ask(1, 'initialize', { processId: null, rootUri: null, capabilities: {} }) + tell('initialized')
const uri = 'file:///a.asm'
const open = (text: string): string =>
  tell('textDocument/didOpen', { textDocument: { uri, languageId: 'toycpu', version: 1, text } })
const at = (line: unknown, character: unknown = 0) => ({ textDocument: { uri }, position: { line, character } })
const PROBE = ask('probe', 'textDocument/hover', at(0))

interface Answer {
  readonly id?: string | number | null
  readonly method?: string
  readonly result?: unknown
  readonly error?: { readonly code: number }
}

/** Sends pieces to a server and closes its input; what it answers and how it ends. */
function talk(pieces: readonly (string | Buffer)[]): Promise<{ answers: Answer[]; status: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ENTRY, 'lsp'], { stdio: ['pipe', 'pipe', 'ignore'] })
    const read: Buffer[] = []
    child.stdout.on('data', bytes => read.push(bytes))
    child.stdin.on('error', () => undefined)
    child.on('error', reject)
    child.on('close', status => {
      let text = Buffer.concat(read)
      const answers: Answer[] = []
      while (text.length > 0) {
        const [head, length] = /^Content-Length: (\d+)\r\n\r\n/.exec(text.toString('latin1', 0, 64)) ?? []
        if (head === undefined) throw new Error(`no frame: ${text.toString()}`)
        const end = head.length + Number(length)
        answers.push(JSON.parse(text.toString('utf8', head.length, end)))
        text = text.subarray(end)
      }
      resolve({ answers, status })
    })
    for (const piece of pieces) child.stdin.write(piece)
    child.stdin.end()
  })
}

const codes = (answers: readonly Answer[]) =>
  answers.flatMap(({ id, error, method }) =>
    method === undefined && id !== 1 ? [[id, error?.code ?? 'answered']] : [],
  )

const PARSE = [[null, -32700]]

test.each<[string, string | Buffer]>([
  ['no length', `Content-Type: x\r\n\r\n{}`],
  ['a negative length', `Content-Length: -5\r\n\r\n{}`],
  ['a length that is no number', `Content-Length: NaN\r\n\r\n{}`],
  ['a length with a fraction', `Content-Length: 1.5\r\n\r\n{}`],
  ['an empty length', `Content-Length: \r\n\r\n{}`],
  ['two lengths', `Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}`],
  ['an enormous length', `Content-Length: 99999999999999999999\r\n\r\n{}`],
  ['another charset', `Content-Length: 2\r\nContent-Type: x; charset=utf-16\r\n\r\n{}`],
  ['a line that is no field', `GET / HTTP/1.1\r\nHost: x\r\n\r\n`],
  ['a header without end', 'x'.repeat(10_000)],
  ['noise', Buffer.from(Array.from({ length: 9000 }, (_, i) => (i * 37) % 256))],
])('a broken frame is told, and then the server ends: %s', async (_, bytes) => {
  const { answers, status } = await talk([HELLO, bytes, PROBE])
  expect([codes(answers), status]).toEqual([PARSE, 1])
})

test.each<[string, string | Buffer, unknown]>([
  ['no JSON', raw('{"jsonrpc": '), PARSE],
  ['an empty body', raw(''), PARSE],
  ['no UTF-8', Buffer.from('Content-Length: 4\r\n\r\n"\xff\xff"', 'latin1'), PARSE],
  ['no object', raw('5'), [[null, -32600]]],
  ['several in one', raw('[]'), [[null, -32600]]],
  ['another version', raw('{"id": 2, "method": "x"}'), [[null, -32600]]],
  ['no method', frame({ jsonrpc: '2.0', id: 2 }), [[2, -32600]]],
  ['a method that is none', frame({ jsonrpc: '2.0', id: 2, method: 5 }), [[2, -32600]]],
  ['an id that is none', ask({}, 'textDocument/hover', at(0)), [[null, -32600]]],
  ['params that are none', ask(2, 'textDocument/hover', 'here'), [[2, -32600]]],
  ['an unknown method', ask(2, 'textDocument/unknown'), [[2, -32601]]],
  ['an inherited method', ask(2, 'toString'), [[2, -32601]]],
  ['no params', frame({ jsonrpc: '2.0', id: 2, method: 'textDocument/hover' }), [[2, -32602]]],
  ['a line that is none', ask(2, 'textDocument/hover', at('x')), [[2, -32602]]],
  ['a negative line', ask(2, 'textDocument/completion', at(-1)), [[2, -32602]]],
  ['a second initialize', ask(2, 'initialize'), [[2, -32600]]],
  ['a change of nothing', tell('textDocument/didChange', { textDocument: { uri } }), []],
  ['an opening of nothing', tell('textDocument/didOpen'), []],
  ['an answer that nobody asked for', frame({ jsonrpc: '2.0', id: 77, result: null }), []],
  ['a place far beyond the text', ask(2, 'textDocument/hover', at(1_000_000, 1_000_000)), [[2, 'answered']]],
  [
    'a range turned round',
    ask(2, 'textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at(5).position, end: at(0).position },
      context: {},
    }),
    [[2, 'answered']],
  ],
  [
    'an unknown text',
    ask(2, 'textDocument/hover', { ...at(0), textDocument: { uri: 'file:///b' } }),
    [[2, 'answered']],
  ],
  ['an enormous text', open(`mov r0, #1\n${'; x\n'.repeat(1_000_000)}`), []],
])('what is no message is answered, and the next one as ever: %s', async (_, bytes, expected) => {
  const { answers, status } = await talk([HELLO, open('mov r0, #1\n'), bytes, PROBE])
  expect(codes(answers)).toEqual([...(expected as []), ['probe', 'answered']])
  expect(status).toBe(1)
})

test('a message in pieces of a byte is a message', async () => {
  const { answers } = await talk([...HELLO, ...PROBE])
  expect(codes(answers)).toEqual([['probe', 'answered']])
})

test('before initialize', async () => {
  const { answers, status } = await talk([PROBE, open('x'), ask(2, 'initialize', 5), ask(3, 'shutdown'), HELLO, PROBE])
  expect(codes(answers)).toEqual([
    ['probe', -32002],
    [2, -32600],
    [3, -32002],
    ['probe', 'answered'],
  ])
  expect(status).toBe(1)
})

test('after shutdown, and at the end', async () => {
  const { answers, status } = await talk([
    HELLO,
    ask(2, 'shutdown'),
    PROBE,
    open('x'),
    ask(3, 'initialize'),
    tell('exit'),
  ])
  expect(codes(answers)).toEqual([
    ['probe', -32600],
    [3, -32600],
    [2, 'answered'],
  ])
  expect(status).toBe(0)
  expect((await talk([HELLO, tell('exit'), PROBE])).status).toBe(1)
  expect((await talk([tell('exit')])).status).toBe(1)
  expect((await talk([])).status).toBe(1)
})
