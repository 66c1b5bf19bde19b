// What an editor is shown of a program that has come to rest: where it is, its cells, its code; and a cell that it changes. It
// knows no breakpoint and no way of going on.
import { DebugSession, InvalidatedEvent, OutputEvent, Scope, Source, StackFrame, Thread } from '@vscode/debugadapter'
import type { DebugProtocol } from '@vscode/debugprotocol'
import type { Language, Text } from '../../emulator/instructions/index.ts'
import type { Debuggee } from './debuggee.ts'
import { cellInName, heldText, SCOPES, variablesOf } from './variables.ts'
import { WORDS } from './words.ts'

/** The one thread and the one frame. */
export const THREAD = 1
const FRAME = 1

/** The part of a session that looks. */
export class LookingSession extends DebugSession {
  protected language: Language
  protected debuggee: Debuggee | null = null
  protected source = new Source('')
  protected canInvalidate = false

  constructor(language: Language) {
    super()
    this.language = language
  }

  protected say(text: Text): string {
    return text[this.language]
  }

  protected refuse(response: DebugProtocol.Response, text: Text): void {
    this.sendErrorResponse(response, { id: 1, format: this.say(text), showUser: true })
  }

  // — what is there —

  protected override threadsRequest(response: DebugProtocol.ThreadsResponse): void {
    response.body = { threads: [new Thread(THREAD, this.say(WORDS.thread))] }
    this.sendResponse(response)
  }

  protected override stackTraceRequest(response: DebugProtocol.StackTraceResponse): void {
    const { debuggee } = this
    if (debuggee === null) {
      this.refuse(response, WORDS.noProgram)
      return
    }
    const { program, state, position } = debuggee
    const next = program.instructions[state.pc]
    // At the end one stands behind the last instruction.
    const at = next ?? program.instructions.at(-1)
    const line = at?.line ?? 1
    const name = `${this.say(WORDS.step)} ${position}: ${next?.source ?? this.say(WORDS.halted)}`
    const frame: DebugProtocol.StackFrame = new StackFrame(
      FRAME,
      name,
      this.source,
      this.convertDebuggerLineToClient(line),
      this.convertDebuggerColumnToClient(at?.column ?? 1),
    )
    if (at !== undefined) {
      frame.endLine = this.convertDebuggerLineToClient(line)
      frame.endColumn = this.convertDebuggerColumnToClient(at.column + at.source.length)
    }
    frame.instructionPointerReference = `${state.pc}`
    response.body = { stackFrames: [frame], totalFrames: 1 }
    this.sendResponse(response)
  }

  protected override scopesRequest(response: DebugProtocol.ScopesResponse): void {
    const scope = (name: keyof typeof SCOPES): DebugProtocol.Scope =>
      new Scope(this.say(WORDS[name]), SCOPES[name], false)
    response.body = {
      scopes: [{ ...scope('registers'), presentationHint: 'registers' }, scope('cells'), scope('flags'), scope('step')],
    }
    this.sendResponse(response)
  }

  protected override variablesRequest(
    response: DebugProtocol.VariablesResponse,
    { variablesReference, format, start = 0, count = 0 }: DebugProtocol.VariablesArguments,
  ): void {
    const all =
      this.debuggee === null ? [] : variablesOf(this.debuggee, variablesReference, this.language, format?.hex === true)
    response.body = { variables: count > 0 ? all.slice(start, start + count) : [...all] }
    this.sendResponse(response)
  }

  protected override setVariableRequest(
    response: DebugProtocol.SetVariableResponse,
    { variablesReference, name, value, format }: DebugProtocol.SetVariableArguments,
  ): void {
    if (variablesReference === SCOPES.flags) {
      this.refuse(response, WORDS.flagsFollow)
      return
    }
    const address = variablesReference === SCOPES.step ? null : (this.debuggee?.cellAt(cellInName(name)) ?? null)
    const set = this.setCell(address, value)
    if (set !== null) {
      this.refuse(response, set)
      return
    }
    response.body = { value: heldText(this.debuggee!, address!, format?.hex) }
    this.sendResponse(response)
  }

  protected override setExpressionRequest(
    response: DebugProtocol.SetExpressionResponse,
    { expression, value, format }: DebugProtocol.SetExpressionArguments,
  ): void {
    const address = this.debuggee?.cellAt(expression) ?? null
    const set = this.setCell(address, value)
    if (set !== null) {
      this.refuse(response, set)
      return
    }
    response.body = { value: heldText(this.debuggee!, address!, format?.hex) }
    this.sendResponse(response)
  }

  /** Gives a cell a value, which begins another branch; tells why it can't be. */
  private setCell(address: number | null, written: string): Text | null {
    const { debuggee } = this
    if (debuggee === null || address === null) return WORDS.noCell
    const value = debuggee.valueOf(written)
    if (value === null) return WORDS.noValue
    debuggee.set(address, value)
    this.sendEvent(new OutputEvent(this.say(WORDS.branch), 'console'))
    if (this.canInvalidate) this.sendEvent(new InvalidatedEvent(['variables'], THREAD, FRAME))
    return null
  }

  protected override evaluateRequest(
    response: DebugProtocol.EvaluateResponse,
    { expression, context, format }: DebugProtocol.EvaluateArguments,
  ): void {
    const { debuggee } = this
    if (debuggee === null) {
      this.refuse(response, WORDS.noProgram)
      return
    }
    const [, to, value] = context === 'repl' ? (/^\s*([^=]+?)\s*=\s*([^=].*)$/u.exec(expression) ?? []) : []
    const address = debuggee.cellAt(to ?? expression)
    if (value !== undefined) {
      const set = this.setCell(address, value)
      if (set !== null) {
        this.refuse(response, set)
        return
      }
    }
    if (address !== null) {
      response.body = { result: heldText(debuggee, address, format?.hex), variablesReference: 0 }
      this.sendResponse(response)
      return
    }
    const number = debuggee.valueOf(expression)
    if (number === null) {
      this.refuse(response, WORDS.noCell)
      return
    }
    response.body = { result: `${number}`, variablesReference: 0 }
    this.sendResponse(response)
  }

  protected override disassembleRequest(
    response: DebugProtocol.DisassembleResponse,
    { memoryReference, instructionOffset = 0, instructionCount }: DebugProtocol.DisassembleArguments,
  ): void {
    const instructions = this.debuggee?.program.instructions ?? []
    const first = Number(memoryReference) + instructionOffset
    response.body = {
      instructions: Array.from({ length: Math.min(Math.max(instructionCount, 0), 10_000) }, (_, at) => {
        const instruction = instructions[first + at]
        // As many as were asked for have to come.
        if (instruction === undefined)
          return { address: `${first + at}`, instruction: '', presentationHint: 'invalid' as const }
        return {
          address: `${first + at}`,
          instruction: instruction.source,
          location: this.source,
          line: this.convertDebuggerLineToClient(instruction.line),
        }
      }),
    }
    this.sendResponse(response)
  }
}
