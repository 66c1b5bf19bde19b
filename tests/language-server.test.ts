// A real client of the protocol talks to `toycpu lsp` in a process of its own: diagnostics, fixes, completion, hover,
// names, renaming, formatting. The command line is built for it, so that what is tested is what is delivered.
import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  ExitNotification,
  FoldingRangeRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PrepareRenameRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ReferencesRequest,
  RenameRequest,
  ShutdownRequest,
  SignatureHelpRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentContentChangeEvent,
  type TextEdit,
} from 'vscode-languageserver-protocol/node'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}node_modules/.cache/toycpu-lsp`

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  copyFileSync(`${root}package.json`, `${folder}/package.json`)
  await build({
    root,
    configFile: `${root}cli/vite.config.ts`,
    logLevel: 'error',
    build: { outDir: `${folder}/dist`, emptyOutDir: true },
  })
})

const SUM = `mov r0, #0
mov r1, 8
loop:
    add r0, [r1]
    cmp r1, 9
    jne loop
; one
; two
`
const uri = 'file:///sum.asm'
const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } })

/** A server in a process of its own, and a client that has said hello. */
class Session {
  readonly process: ChildProcess
  readonly connection: ProtocolConnection
  #published: PublishDiagnosticsParams[] = []
  #waiting: ((params: PublishDiagnosticsParams) => void)[] = []
  #version = 0

  constructor() {
    this.process = spawn(process.execPath, [`${folder}/dist/toycpu.js`, 'lsp', '--stdio'], { stdio: 'pipe' })
    const { stdout, stdin } = this.process
    if (stdout === null || stdin === null) throw new Error('the process has no streams')
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.connection.onNotification(PublishDiagnosticsNotification.type, params => {
      const waiting = this.#waiting.shift()
      if (waiting === undefined) this.#published.push(params)
      else waiting(params)
    })
    this.connection.listen()
  }

  async hello(locale: string) {
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      locale,
    })
    await this.connection.sendNotification(InitializedNotification.type, {})
    return result
  }

  /** Opens or changes the text, and gives the diagnostics that come of it. */
  async write(text: string): Promise<PublishDiagnosticsParams> {
    this.#version++
    if (this.#version === 1) {
      const textDocument = { uri, languageId: 'toycpu', version: 1, text }
      await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument })
    } else {
      return this.change({ text })
    }
    return this.#next()
  }

  /** Changes the text, as a whole or within a range, and gives the diagnostics that come of it. */
  async change(change: TextDocumentContentChangeEvent): Promise<PublishDiagnosticsParams> {
    if (!TextDocumentContentChangeEvent.isFull(change)) this.#version++
    const textDocument = { uri, version: this.#version }
    const contentChanges = [change]
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges })
    return this.#next()
  }

  #next(): PublishDiagnosticsParams | Promise<PublishDiagnosticsParams> {
    const published = this.#published.shift()
    return published ?? new Promise(resolve => this.#waiting.push(resolve))
  }

  async end(): Promise<number | null> {
    const exited = new Promise<number | null>(resolve => this.process.on('exit', code => resolve(code)))
    await this.connection.sendRequest(ShutdownRequest.type)
    await this.connection.sendNotification(ExitNotification.type)
    return exited
  }
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n')
  const offset = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
      text,
    )
}

describe('in English', () => {
  let session: Session
  beforeAll(async () => {
    session = new Session()
    await session.hello('en')
  })
  afterAll(() => session.process.kill())

  it('gives diagnostics with codes, and their fixes', async () => {
    const text = 'loop:\n    mov r0，#1\n    jmp lop\n'
    const { diagnostics } = await session.write(text)
    expect(
      diagnostics.map(({ code, range, severity }) => [code, range.start.line, range.start.character, severity]),
    ).toEqual([
      ['fullwidth-character', 1, 10, 1],
      ['undefined-name', 2, 8, 1],
    ])
    expect(diagnostics[1]?.message).toBe('nothing is called `lop`')
    const range = { start: { line: 2, character: 8 }, end: { line: 2, character: 11 } }
    const actions = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics },
    })
    const titles = actions?.map(({ title }) => title)
    expect(titles).toEqual(['Write `loop` instead', 'Apply all safe fixes'])
    const [first, all] = actions ?? []
    const edits = first !== undefined && 'edit' in first ? (first.edit?.changes?.[uri] ?? []) : []
    expect(edited(text, edits)).toBe('loop:\n    mov r0，#1\n    jmp loop\n')
    const safe = all !== undefined && 'edit' in all ? (all.edit?.changes?.[uri] ?? []) : []
    expect(edited(text, safe)).toBe('loop:\n    mov r0,#1\n    jmp lop\n')
  })

  it('completes, hovers, helps with operands', async () => {
    await session.write(SUM)
    const completion = await session.connection.sendRequest(CompletionRequest.type, at(5, 10))
    const items = Array.isArray(completion) ? completion : (completion?.items ?? [])
    expect(items.map(({ label }) => label)).toEqual(['loop'])
    const told = await session.connection.sendRequest(HoverRequest.type, at(3, 5))
    expect(JSON.stringify(told?.contents)).toContain('the adder of the ALU')
    const help = await session.connection.sendRequest(SignatureHelpRequest.type, at(3, 13))
    expect([help?.signatures[0]?.label, help?.activeParameter]).toEqual(['add a, b', 1])
  })

  it('knows names and cells', async () => {
    const defined = await session.connection.sendRequest(DefinitionRequest.type, at(5, 9))
    expect(defined).toMatchObject({ uri, range: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } } })
    const used = await session.connection.sendRequest(ReferencesRequest.type, {
      ...at(2, 1),
      context: { includeDeclaration: true },
    })
    expect(used?.map(({ range }) => range.start.line)).toEqual([2, 5])
    const marked = await session.connection.sendRequest(DocumentHighlightRequest.type, at(1, 4))
    expect(marked?.map(({ range }) => range.start.line)).toEqual([1, 3, 4])
    const symbols = await session.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })
    expect(symbols?.map(({ name }) => name)).toEqual(['loop'])
    const folded = await session.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } })
    expect(folded).toEqual([{ startLine: 6, endLine: 7, kind: 'comment' }])
  })

  it('renames, and refuses what would clash', async () => {
    const prepared = await session.connection.sendRequest(PrepareRenameRequest.type, at(5, 9))
    expect(prepared).toMatchObject({ placeholder: 'loop' })
    const renamed = await session.connection.sendRequest(RenameRequest.type, { ...at(5, 9), newName: '循环' })
    expect(edited(SUM, renamed?.changes?.[uri] ?? [])).toBe(SUM.replaceAll('loop', '循环'))
    const refused = session.connection.sendRequest(RenameRequest.type, { ...at(5, 9), newName: 'mov' })
    await expect(refused).rejects.toThrow('`mov` is reserved')
  })

  it('formats as toycpu fmt does', async () => {
    const messy = 'loop:ADD R0,[ r1 ];one\n\n\n  jmp loop   ; two\n'
    await session.write(messy)
    const options = { tabSize: 4, insertSpaces: true }
    const edits = await session.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options,
    })
    expect(edited(messy, edits ?? [])).toBe('loop:\n    add r0, [r1]  ;one\n\n    jmp loop  ; two\n')
  })

  it('keeps up with typing: the last text’s diagnostics come last', async () => {
    const { diagnostics } = await session.write('mov r0, @')
    expect(diagnostics.map(({ code }) => code)).toEqual(['unexpected-character'])
    expect((await session.write('mov r0, #1')).diagnostics).toEqual([])
  })

  it('takes changes of a few characters', async () => {
    await session.write('mov r0, #1\njmp lop\nloop:\n')
    const change = { range: { start: { line: 1, character: 5 }, end: { line: 1, character: 6 } }, text: 'oo' }
    expect((await session.change(change)).diagnostics.map(({ code }) => code)).toEqual([])
  })

  it('ends when told to', async () => {
    expect(await session.end()).toBe(0)
  })
})

it('speaks Chinese to a Chinese client', async () => {
  const session = new Session()
  await session.hello('zh-cn')
  const { diagnostics } = await session.write('mov r9, #1\n')
  expect(diagnostics.map(({ message }) => message)).toEqual(['没有寄存器 `r9`：寄存器只有 `r0` 到 `r7`'])
  const told = await session.connection.sendRequest(HoverRequest.type, at(0, 1))
  expect(JSON.stringify(told?.contents)).toContain('将 b 的值赋给 a')
  expect(await session.end()).toBe(0)
})
