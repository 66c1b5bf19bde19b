// The process around `toycpu`: its arguments, streams, files and exit status.
import { readFileSync } from 'node:fs'
import { type Text, visibleLines } from '../emulator/instructions/index.ts'
import { environmentLanguage } from './arguments.ts'
import { main } from './cli.ts'
import { EXIT, type Io } from './command.ts'
import { host } from './host.ts'
import { commandWords } from './names.ts'
import { readBytes } from './reading.ts'
import { replaceFile } from './replace-file.ts'
import { outlet } from './streams.ts'

const UNWRITTEN: Text = { en: 'the output cannot be written', zh: '无法写出结果' }

/** The least that the process exits with, whatever the command says. */
let least: number = EXIT.done

// Standard error is drawn on as well (a progress bar), so what a command writes there is made visible by whoever says it.
const error = outlet(process.stderr, () => {
  least = EXIT.usage
})
const out = outlet(
  process.stdout,
  code => {
    least = EXIT.usage
    void error(`toycpu: ${UNWRITTEN[environmentLanguage(process.env)]} (${code})\n`)
  },
  visibleLines,
)

const io: Io = {
  out,
  async error(text) {
    await error(text)
  },
  read: readBytes,
  write: replaceFile,
  environment: process.env,
  host,
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
const status = await main(commandWords(), io, version)
process.exitCode = Math.max(status, least)
