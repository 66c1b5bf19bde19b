// `toycpu dap`, driven by the protocol's own test client as an editor would: breakpoints with conditions, steps forwards and
// backwards, reverse continue, data breakpoints, a cell changed by hand, the end and what lies beyond. It runs the bundle.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DebugClient } from '@vscode/debugadapter-testsupport'
import type { DebugProtocol } from '@vscode/debugprotocol'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

const ENTRY = fileURLToPath(new URL('../bin/toycpu.js', import.meta.url))
const ARRAY_SUM = fileURLToPath(new URL('../programs/array-sum.asm', import.meta.url))

let folder = ''
let client: DebugClient

const write = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toycpu-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(async () => {
  client = new DebugClient(process.execPath, START, 'toycpu')
  await client.start()
})

afterEach(() => client.stop())

/** The client starts a file without words of its own: this one is `toycpu dap`. */
const START = join(tmpdir(), `toycpu-dap-${process.pid}.mjs`)
writeFileSync(START, `process.argv.splice(2, Infinity, 'dap')\nawait import(${JSON.stringify(`file://${ENTRY}`)})\n`)
afterAll(() => rmSync(START))

interface Session {
  readonly program: string
  readonly breakpoints?: readonly DebugProtocol.SourceBreakpoint[]
  readonly stopOnEntry?: boolean
  readonly set?: readonly string[]
  readonly locale?: string
}

/** Begins a session as an editor does; tells how the breakpoints were taken, and the first stop. */
async function begin({ program, breakpoints = [], locale = 'en', ...rest }: Session) {
  const { body: can } = await client.initializeRequest({
    adapterID: 'toycpu',
    locale,
    linesStartAt1: true,
    columnsStartAt1: true,
    pathFormat: 'path',
    supportsInvalidatedEvent: true,
  })
  const initialized = client.waitForEvent('initialized')
  const stopped = client.waitForEvent('stopped', 10_000)
  await Promise.all([initialized, client.launchRequest({ program, ...rest } as DebugProtocol.LaunchRequestArguments)])
  const { body } = await client.setBreakpointsRequest({ source: { path: program }, breakpoints: [...breakpoints] })
  await client.configurationDoneRequest()
  return { can, breakpoints: body.breakpoints, stop: (await stopped).body as DebugProtocol.StoppedEvent['body'] }
}

/** Asks for a move and waits for where it comes to rest: why, in which line, after how many steps. */
async function move(ask: () => Promise<unknown>) {
  const stopped = client.waitForEvent('stopped', 10_000)
  await ask()
  const { body } = await stopped
  return { reason: (body as DebugProtocol.StoppedEvent['body']).reason, ...(await where()) }
}

async function where() {
  const { body } = await client.stackTraceRequest({ threadId: 1 })
  const [frame] = body.stackFrames
  return { line: frame!.line, step: Number(/\d+/.exec(frame!.name)![0]) }
}

async function variables(scope: number): Promise<Readonly<Record<string, string>>> {
  const { body: scopes } = await client.scopesRequest({ frameId: 1 })
  const { body } = await client.variablesRequest({ variablesReference: scopes.scopes[scope]!.variablesReference })
  return Object.fromEntries(body.variables.map(({ name, value }) => [name, value]))
}

const next = () => move(() => client.nextRequest({ threadId: 1 }))
const back = () => move(() => client.stepBackRequest({ threadId: 1 }))
const on = () => move(() => client.continueRequest({ threadId: 1 }))
const reverse = () => move(() => client.reverseContinueRequest({ threadId: 1 }))

test('a session forwards and backwards through the sum of an array', async () => {
  const { can, breakpoints, stop } = await begin({
    program: ARRAY_SUM,
    breakpoints: [{ line: 6 }, { line: 10, condition: 'r0 > 1' }, { line: 99 }, { line: 7, condition: 'nonsense' }],
  })
  expect(can).toMatchObject({
    supportsStepBack: true,
    supportsDataBreakpoints: true,
    supportsConditionalBreakpoints: true,
  })
  // A line without an instruction gives its breakpoint to the next one.
  expect(breakpoints.map(({ verified, line }) => [verified, line])).toEqual([
    [true, 7],
    [true, 10],
    [false, 99],
    [false, 7],
  ])
  expect(breakpoints[3]!.message).toContain('r1 = 16')
  expect(stop.reason).toBe('breakpoint')
  expect(stop.hitBreakpointIds).toEqual([breakpoints[0]!.id])
  expect(await where()).toEqual({ line: 7, step: 3 })
  expect(await next()).toEqual({ reason: 'step', line: 8, step: 4 })
  expect(await variables(0)).toMatchObject({ r0: '1', r1: '15', r2: '18', r3: '?' })
  expect(await on()).toEqual({ reason: 'breakpoint', line: 7, step: 7 })
  expect(await on()).toEqual({ reason: 'breakpoint', line: 10, step: 10 })
  expect(await variables(2)).toEqual({ Z: '0', L: '1' })
  expect(await back()).toEqual({ reason: 'step', line: 9, step: 9 })
  expect(await reverse()).toEqual({ reason: 'breakpoint', line: 7, step: 7 })
  expect(await variables(0)).toMatchObject({ r0: '1', r1: '16' })
  expect(await reverse()).toEqual({ reason: 'breakpoint', line: 7, step: 3 })
  expect(await reverse()).toEqual({ reason: 'entry', line: 3, step: 0 })
  expect(await back()).toEqual({ reason: 'entry', line: 3, step: 0 })
  await client.setBreakpointsRequest({ source: { path: ARRAY_SUM }, breakpoints: [] })
  expect(await on()).toEqual({ reason: 'exit', line: 11, step: 16 })
  expect(await variables(1)).toMatchObject({ x10: '6', x15: '1' })
  // At the end one stays to look back; going on from there ends the session.
  expect(await back()).toEqual({ reason: 'step', line: 11, step: 15 })
  expect(await next()).toEqual({ reason: 'exit', line: 11, step: 16 })
  const [exited] = await Promise.all([
    client.waitForEvent('exited'),
    client.waitForEvent('terminated'),
    client.continueRequest({ threadId: 1 }),
  ])
  expect(exited.body).toEqual({ exitCode: 0 })
})

test('a changed cell begins another branch; cells are watched; values are asked for', async () => {
  const program = write(
    'total.asm',
    '.equ total, 10\n.data total: 5\nl: sub total, #1\nadd r0, #1\ncmp total, #0\njne l\n',
  )
  const { stop } = await begin({ program, stopOnEntry: true })
  expect(stop.reason).toBe('entry')
  const { body: info } = await client.dataBreakpointInfoRequest({ variablesReference: 2, name: 'total (x10)' })
  expect(info).toMatchObject({ dataId: '10', description: 'total (x10)' })
  const { body } = await client.setDataBreakpointsRequest({ breakpoints: [{ dataId: '10', condition: '= 3' }] })
  expect(body.breakpoints[0]!.verified).toBe(true)
  expect(await on()).toEqual({ reason: 'data breakpoint', line: 4, step: 5 })
  await client.setDataBreakpointsRequest({ breakpoints: [] })
  const changed = client.waitForEvent('invalidated')
  const { body: set } = await client.setVariableRequest({ variablesReference: 2, name: 'total (x10)', value: '0x01' })
  await changed
  expect(set.value).toBe('1')
  // Two rounds less than without the change, and the change is taken back with the steps before it.
  expect(await on()).toEqual({ reason: 'exit', line: 6, step: 12 })
  const ask = async (expression: string, context = 'watch') =>
    (await client.evaluateRequest({ expression, context, frameId: 1 })).body.result
  expect(await ask('total')).toBe('0')
  expect(await ask('r0')).toBe('3')
  expect(await ask('#7')).toBe('7')
  expect(await reverse()).toEqual({ reason: 'entry', line: 3, step: 0 })
  expect(await ask('x10')).toBe('5')
  expect(await ask('[r0]')).toBe('?')
  expect(await ask('r0 = 10', 'repl')).toBe('10')
  expect(await ask('[r0]')).toBe('5')
  await expect(ask('nonsense')).rejects.toThrow('no cell of this machine')
  await expect(client.setVariableRequest({ variablesReference: 3, name: 'Z', value: '1' })).rejects.toThrow(
    'flags follow from instructions',
  )
  await expect(client.setVariableRequest({ variablesReference: 1, name: 'r0', value: '99999999999' })).rejects.toThrow(
    'no number',
  )
  const { body: code } = await client.disassembleRequest({
    memoryReference: '1',
    instructionOffset: -1,
    instructionCount: 5,
  })
  expect(code!.instructions.map(({ instruction, line }) => [instruction, line])).toEqual([
    ['sub total, #1', 3],
    ['add r0, #1', 4],
    ['cmp total, #0', 5],
    ['jne l', 6],
    ['', undefined],
  ])
})

test('a fault, a program that never ends, one that has to be paused, one with errors: each is said, in Chinese too', async () => {
  const fault = write('fault.asm', 'mov r0, #1\nmov r1, #0\ndiv r0, r1\n')
  const { stop } = await begin({ program: fault, locale: 'zh-cn' })
  expect(stop).toMatchObject({ reason: 'exception', text: '除以零：`div r0, r1` 的除数是 0' })
  expect((await client.exceptionInfoRequest({ threadId: 1 })).body.exceptionId).toBe('division-by-zero')
  expect(await back()).toEqual({ reason: 'step', line: 2, step: 1 })
  await client.stop()
  await client.start()
  const endless = write('endless.asm', 'l: jmp l\n')
  expect((await begin({ program: endless })).stop.text).toContain('never ends')
  await client.stop()
  await client.start()
  const long = write('long.asm', 'l: add r0, #1\nadd r1, r0\njmp l\n')
  await begin({ program: long, stopOnEntry: true })
  const paused = client.waitForEvent('stopped', 10_000)
  await client.continueRequest({ threadId: 1 })
  await client.pauseRequest({ threadId: 1 })
  expect((await paused).body).toMatchObject({ reason: 'pause' })
  expect((await where()).step).toBeGreaterThan(1000)
  await client.stop()
  await client.start()
  const wrong = write('wrong.asm', 'mov r9, #1\n')
  await client.initializeRequest()
  await expect(client.launchRequest({ program: wrong } as DebugProtocol.LaunchRequestArguments)).rejects.toThrow(
    'there is no register `r9`',
  )
})
