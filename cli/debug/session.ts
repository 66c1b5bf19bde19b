// The debug adapter's side of a session: the protocol's requests, answered from the history of the program. Every step can be
// taken back, a changed cell begins another branch, and at the end one stays to look back; going on from there ends the session.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ExitedEvent, InitializedEvent, OutputEvent, Source, StoppedEvent, TerminatedEvent } from '@vscode/debugadapter'
import type { DebugProtocol } from '@vscode/debugprotocol'
import {
  type Language,
  languageOf,
  MAX_SOURCE_BYTES,
  perLanguage,
  plain,
  type Text,
} from '../../emulator/instructions/index.ts'
import { exitStatus } from '../execution.ts'
import { assembleWith } from '../given.ts'
import { endingProblems, type ProblemInFile, problemLine } from '../problems.ts'
import { breakpointAt, dataBreakpoint, type Placed } from './breakpoints.ts'
import { Debuggee, type Rest } from './debuggee.ts'
import { LookingSession, THREAD } from './looking.ts'
import { cellInName, nameOf } from './variables.ts'
import { endlessWords, WORDS } from './words.ts'

/** What an editor's launch configuration holds. */
interface Launch extends DebugProtocol.LaunchRequestArguments {
  readonly program?: string
  readonly stopOnEntry?: boolean
  /** As `--set`: `["8=15,18"]`. */
  readonly set?: readonly string[]
}

type Answer = DebugProtocol.Response

/** One session over a pair of streams. */
class ToySession extends LookingSession {
  private readonly isFixed: boolean
  private path = ''
  private launch: Launch = {}
  private lines: readonly Placed[] = []
  private watched: readonly Placed[] = []
  private lastId = 0
  private isRunning = false

  constructor(language: Language | null) {
    super(language ?? languageOf(''))
    this.isFixed = language !== null
    this.setDebuggerLinesStartAt1(true)
    this.setDebuggerColumnsStartAt1(true)
  }

  override shutdown(): void {
    this.debuggee?.pause()
    this.emit('over')
  }

  // — beginning and end —

  /** What the protocol has by default, the library asks for. */
  protected override dispatchRequest(request: DebugProtocol.Request): void {
    if (request.command === 'initialize') request.arguments = { pathFormat: 'path', ...request.arguments }
    super.dispatchRequest(request)
  }

  protected override initializeRequest(
    response: DebugProtocol.InitializeResponse,
    args: DebugProtocol.InitializeRequestArguments,
  ): void {
    if (!this.isFixed) this.language = languageOf(args.locale ?? '')
    this.canInvalidate = args.supportsInvalidatedEvent === true
    response.body = {
      supportsConfigurationDoneRequest: true,
      supportsStepBack: true,
      supportsConditionalBreakpoints: true,
      supportsHitConditionalBreakpoints: true,
      supportsDataBreakpoints: true,
      supportsBreakpointLocationsRequest: true,
      supportsSetVariable: true,
      supportsSetExpression: true,
      supportsEvaluateForHovers: true,
      supportsValueFormattingOptions: true,
      supportsDisassembleRequest: true,
      supportsExceptionInfoRequest: true,
      supportsRestartRequest: true,
      supportsTerminateRequest: true,
    }
    this.sendResponse(response)
  }

  protected override launchRequest(response: DebugProtocol.LaunchResponse, args: Launch): void {
    this.launch = args
    const { program: path } = args
    if (typeof path !== 'string' || path === '') {
      this.refuse(response, WORDS.noProgram)
      return
    }
    this.path = path
    this.source = new Source(basename(path), this.convertDebuggerPathToClient(path))
    const wrong = this.load()
    if (wrong !== null) {
      this.refuse(response, wrong)
      return
    }
    this.sendResponse(response)
    // The editor now sends its breakpoints, and then that it is done.
    this.sendEvent(new InitializedEvent())
  }

  /** Reads and assembles the file; tells what is wrong with it. */
  private load(): Text | null {
    let bytes: Uint8Array
    try {
      bytes = readFileSync(this.path)
    } catch {
      return WORDS.noProgram
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, MAX_SOURCE_BYTES + 4))
    const reading = assembleWith(text, this.launch.set ?? [])
    if ('wrong' in reading) return reading.wrong
    const { program, diagnostics } = reading.value
    this.tell(diagnostics)
    if (program === null) {
      const first = diagnostics.find(({ severity }) => severity === 'error')!
      return perLanguage(language => problemLine(language, this.path, first))
    }
    this.debuggee = new Debuggee(program)
    return null
  }

  /** Problems, each on a line of the debug console that leads to its place. */
  private tell(problems: readonly ProblemInFile[]): void {
    for (const problem of problems) {
      const event: DebugProtocol.OutputEvent = new OutputEvent(
        `${problemLine(this.language, this.path, problem)}\n`,
        problem.severity === 'error' ? 'stderr' : 'console',
      )
      event.body.source = this.source
      event.body.line = this.convertDebuggerLineToClient(problem.line)
      event.body.column = this.convertDebuggerColumnToClient(problem.column)
      this.sendEvent(event)
    }
  }

  protected override configurationDoneRequest(response: DebugProtocol.ConfigurationDoneResponse): void {
    this.sendResponse(response)
    void this.begin()
  }

  private async begin(): Promise<void> {
    const { debuggee } = this
    if (debuggee === null) return
    if (this.launch.noDebug === true) {
      await debuggee.run(1, [])
      this.finish(debuggee)
      return
    }
    if (this.launch.stopOnEntry === true) {
      this.stopped('entry', null)
      return
    }
    const here = debuggee.stopHere()
    this.rest(here === null ? await this.running(debuggee.run(1)) : { kind: 'stop', stop: here }, 'entry')
  }

  protected override restartRequest(response: DebugProtocol.RestartResponse): void {
    const wrong = this.load()
    if (wrong !== null) {
      this.refuse(response, wrong)
      return
    }
    this.watch()
    this.sendResponse(response)
    void this.begin()
  }

  protected override terminateRequest(response: DebugProtocol.TerminateResponse): void {
    this.debuggee?.pause()
    this.sendResponse(response)
    this.sendEvent(new TerminatedEvent())
  }

  /** What `run` would say at the end, and the status that it would end with. */
  private finish(debuggee: Debuggee): void {
    const { program, state, position: steps, ending } = debuggee
    const fault = ending?.kind === 'fault' ? ending.fault : null
    const status = fault !== null ? 'fault' : ending?.kind === 'halted' ? 'halted' : 'step-limit'
    const execution = { status, steps, state, fault } as const
    this.tell(endingProblems(program, execution))
    this.sendEvent(new ExitedEvent(exitStatus(program, execution)))
    this.sendEvent(new TerminatedEvent())
  }

  // — breakpoints —

  protected override setBreakPointsRequest(
    response: DebugProtocol.SetBreakpointsResponse,
    { breakpoints = [] }: DebugProtocol.SetBreakpointsArguments,
  ): void {
    const program = this.debuggee?.program
    if (program === undefined) {
      this.refuse(response, WORDS.noProgram)
      return
    }
    this.lines = breakpoints.map(asked =>
      breakpointAt(program, this.convertClientLineToDebugger(asked.line), asked, ++this.lastId),
    )
    this.watch()
    response.body = { breakpoints: this.lines.map(placed => this.answered(placed)) }
    this.sendResponse(response)
  }

  private answered(placed: Placed): DebugProtocol.Breakpoint {
    const line =
      placed.line === null ? {} : { line: this.convertDebuggerLineToClient(placed.line), source: this.source }
    if ('refused' in placed) return { verified: false, message: this.say(placed.refused), ...line }
    return { id: placed.stop.id, verified: true, ...line }
  }

  private watch(): void {
    if (this.debuggee === null) return
    this.debuggee.stops = [...this.lines, ...this.watched].flatMap(placed => ('stop' in placed ? [placed.stop] : []))
  }

  protected override breakpointLocationsRequest(
    response: DebugProtocol.BreakpointLocationsResponse,
    args: DebugProtocol.BreakpointLocationsArguments,
  ): void {
    const from = this.convertClientLineToDebugger(args.line)
    const to = args.endLine === undefined ? from : this.convertClientLineToDebugger(args.endLine)
    const lines = this.debuggee?.program.instructions.map(({ line }) => line) ?? []
    const within = [...new Set(lines)].filter(line => line >= from && line <= to)
    response.body = { breakpoints: within.map(line => ({ line: this.convertDebuggerLineToClient(line) })) }
    this.sendResponse(response)
  }

  protected override dataBreakpointInfoRequest(
    response: DebugProtocol.DataBreakpointInfoResponse,
    { name }: DebugProtocol.DataBreakpointInfoArguments,
  ): void {
    const address = this.debuggee?.cellAt(cellInName(name)) ?? null
    response.body =
      address === null || this.debuggee === null
        ? { dataId: null, description: this.say(WORDS.noCell) }
        : {
            dataId: `${address}`,
            description: nameOf(this.debuggee, address),
            accessTypes: ['write'],
            canPersist: true,
          }
    this.sendResponse(response)
  }

  protected override setDataBreakpointsRequest(
    response: DebugProtocol.SetDataBreakpointsResponse,
    { breakpoints }: DebugProtocol.SetDataBreakpointsArguments,
  ): void {
    const program = this.debuggee?.program
    if (program === undefined) {
      this.refuse(response, WORDS.noProgram)
      return
    }
    this.watched = breakpoints.map((asked): Placed => {
      const address = Number(asked.dataId)
      if (!(Number.isInteger(address) && address >= 0 && address < program.cells))
        return { refused: WORDS.noCell, line: null }
      return dataBreakpoint(program, address, asked, ++this.lastId)
    })
    this.watch()
    response.body = { breakpoints: this.watched.map(placed => this.answered(placed)) }
    this.sendResponse(response)
  }

  // — going on —

  protected override nextRequest(response: DebugProtocol.NextResponse): void {
    this.go(response, debuggee => debuggee.forward())
  }

  protected override stepInRequest(response: DebugProtocol.StepInResponse): void {
    this.go(response, debuggee => debuggee.forward())
  }

  protected override stepOutRequest(response: DebugProtocol.StepOutResponse): void {
    this.go(response, debuggee => debuggee.out())
  }

  protected override stepBackRequest(response: DebugProtocol.StepBackResponse): void {
    this.go(response, debuggee => debuggee.back())
  }

  protected override continueRequest(response: DebugProtocol.ContinueResponse): void {
    response.body = { allThreadsContinued: true }
    this.go(response, debuggee => debuggee.run(1))
  }

  protected override reverseContinueRequest(response: DebugProtocol.ReverseContinueResponse): void {
    this.go(response, debuggee => debuggee.run(-1))
  }

  protected override pauseRequest(response: DebugProtocol.PauseResponse): void {
    this.debuggee?.pause()
    this.sendResponse(response)
  }

  /** Answers at once, goes, and tells where it came to rest. From the end on, going forwards ends the session. */
  private go(response: Answer, move: (debuggee: Debuggee) => Rest | Promise<Rest>): void {
    const { debuggee } = this
    if (debuggee === null) {
      this.refuse(response, WORDS.noProgram)
      return
    }
    this.sendResponse(response)
    if (this.isRunning) return
    const was = debuggee.ending === null ? -1 : debuggee.position
    void this.running(Promise.resolve(move(debuggee))).then(rest => {
      if (rest.kind === 'end' && was === debuggee.position) this.finish(debuggee)
      else this.rest(rest, 'step')
    })
  }

  private async running(rest: Promise<Rest>): Promise<Rest> {
    this.isRunning = true
    try {
      return await rest
    } finally {
      this.isRunning = false
    }
  }

  private rest(rest: Rest, moved: string): void {
    switch (rest.kind) {
      case 'moved':
        this.stopped(moved, null)
        return
      case 'paused':
        this.stopped('pause', null)
        return
      case 'start':
        this.stopped('entry', this.say(WORDS.start))
        return
      case 'stop':
        this.stopped(rest.stop.line === null ? 'data breakpoint' : 'breakpoint', null, [rest.stop.id])
        return
      case 'end':
        this.ended(rest.ending)
        return
    }
  }

  private ended(ending: NonNullable<Debuggee['ending']>): void {
    if (ending.kind === 'endless') {
      this.stopped('pause', this.say(endlessWords(ending.steps, ending.repeats)))
      return
    }
    if (ending.kind === 'halted') {
      this.stopped('exit', this.say(WORDS.halted))
      return
    }
    const [problem] = this.fault()
    this.stopped('exception', problem === undefined ? null : this.wordsOf(problem))
  }

  private fault(): readonly ProblemInFile[] {
    const { debuggee } = this
    const ending = debuggee?.ending
    if (debuggee == null || ending?.kind !== 'fault') return []
    const { program, state, position: steps } = debuggee
    return endingProblems(program, { status: 'fault', steps, state, fault: ending.fault })
  }

  private wordsOf({ message }: ProblemInFile): string {
    const told = message[this.language]
    return typeof told === 'string' ? told : plain(told)
  }

  private stopped(reason: string, text: string | null, ids: readonly number[] = []): void {
    const event: DebugProtocol.StoppedEvent = new StoppedEvent(reason, THREAD)
    event.body.allThreadsStopped = true
    if (text !== null) {
      event.body.description = text
      event.body.text = text
    }
    if (ids.length > 0) event.body.hitBreakpointIds = [...ids]
    this.sendEvent(event)
  }

  protected override exceptionInfoRequest(response: DebugProtocol.ExceptionInfoResponse): void {
    const [problem] = this.fault()
    response.body = {
      exceptionId: problem?.code ?? '',
      description: problem === undefined ? '' : this.wordsOf(problem),
      breakMode: 'always',
    }
    this.sendResponse(response)
  }
}

/** Serves one editor over standard input and output, until it goes. */
export function serveDebugger(language: Language | null): Promise<number> {
  return new Promise(resolve => {
    const session = new ToySession(language)
    session.on('over', () => resolve(0))
    process.stdin.on('end', () => session.shutdown())
    process.stdout.on('error', () => session.shutdown())
    session.start(process.stdin, process.stdout)
  })
}
