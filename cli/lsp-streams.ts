// The language server's standard input and output, with the gate between the client and what serves it.
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node'
import { Frames, framed } from './frames.ts'
import { type Passage, ProtocolGate, unreadableFrame } from './protocol-gate.ts'

/** How often it is looked whether all has been answered, and how long at most before the process ends, in ms. */
const LOOK = 5
const PATIENCE = 5000

/** The requests that are being answered. */
const open = new Set<unknown>()

/** Ends the process once what was asked has been answered and what was written has been taken. */
function end(status: number, patience = PATIENCE): void {
  if (open.size === 0 || patience <= 0) process.stdout.write('', () => process.exit(status))
  else setTimeout(() => end(status, patience - LOOK), LOOK)
}

/** Passes on what the gate lets through, answers the rest, and ends the process when the client does. */
export class GatedReader extends AbstractMessageReader implements MessageReader {
  listen(callback: DataCallback): Disposable {
    const frames = new Frames()
    const gate = new ProtocolGate()
    const through = ({ pass, answer, end: status }: Passage): void => {
      if (answer !== undefined) process.stdout.write(framed(answer))
      if (pass !== undefined && 'id' in pass && 'method' in pass) open.add(pass.id)
      if (pass !== undefined) callback(pass as Message)
      if (status !== undefined) end(status)
    }
    process.stdin.on('data', (bytes: Buffer) => {
      for (const frame of frames.push(bytes))
        through('broken' in frame ? unreadableFrame(frame.broken) : gate.take(frame.body))
    })
    process.stdin.on('end', () => end(gate.status))
    process.stdin.on('error', () => end(1))
    // Nobody is there any more to be served.
    process.stdout.on('error', () => process.exit(1))
    return { dispose: () => process.stdin.pause() }
  }
}

/** Writes each message at once, so that none stands within another. */
export class WholeWriter extends AbstractMessageWriter implements MessageWriter {
  write(message: Message): Promise<void> {
    if ('id' in message && !('method' in message)) open.delete(message.id)
    return new Promise(resolve => process.stdout.write(framed(message), () => resolve()))
  }

  end(): void {
    // Standard output stays open until the process ends.
  }
}
