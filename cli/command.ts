// What a command of `toycpu` is, what it is given, and how it ends. The list of them is commands.ts.
import { type Language, type Text, visible } from '../emulator/instructions/index.ts'

/** Exit statuses (command-line.md). With several files the highest counts. */
export const EXIT = { done: 0, errors: 1, usage: 2, fault: 3, limit: 4, unmet: 5 } as const

/** Why a file can't be read. */
export interface Unreadable {
  readonly unreadable: Text
}

/** What only a process has: folders, a terminal, other processes. */
export interface Host {
  /** The files in a folder and in the folders within it, by path; null where it is no folder. */
  list(folder: string): Promise<readonly string[] | null>
  /** The built page's files by their paths; null where it is not built. */
  page(): Promise<ReadonlyMap<string, Uint8Array> | null>
  /** Whether the file could be written, with the folders that lead to it. */
  save(file: string, bytes: Uint8Array): Promise<boolean>
  /** Whether standard error is a terminal. */
  readonly terminal: boolean
  readonly cores: number
  /** What is said when the reader interrupts (Ctrl+C); then the process ends at once. */
  onInterrupt(words: () => string): void
  /** Runs `toycpu` with these words in a process of its own; each line of its output is told, one after the other. */
  again(words: readonly string[], line: (text: string) => Promise<void>): Promise<void>
}

/** The world outside, so that a command can be run without a process. */
export interface Io {
  /** Tells whether anyone still reads: `| head` may have had enough. */
  out(text: string): Promise<boolean>
  error(text: string): Promise<void>
  /** A file's bytes, `-` for standard input, no more than show that it is too large; or why it can't be read. */
  read(file: string): Promise<Uint8Array | Unreadable>
  /** Whether the file could be written: it holds the whole text then, and else what it held before. */
  write(file: string, text: string): Promise<boolean>
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Missing where a command is run without a process. */
  readonly host?: Host
}

export interface Option {
  /** Without its dashes. */
  readonly name: string
  /** What stands for its value in the help; null for an option that is only there or not. */
  readonly value: string | null
  readonly summary: Text
}

/** What follows a command's name, taken apart. */
export interface Arguments {
  readonly operands: readonly string[]
  /** Every option given, with its values in their order (none for one that takes none). */
  readonly options: ReadonlyMap<string, readonly string[]>
  readonly language: Language
}

export interface Command {
  readonly name: string
  /** Its operands, as the help writes them. */
  readonly operands: string
  readonly summary: Text
  /** What its own help adds to the summary. */
  readonly details?: Text
  readonly options: readonly Option[]
  /** Does it, and tells the exit status. */
  run(given: Arguments, io: Io): Promise<number>
}

/** Something read from the command line: either its value, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly wrong: Text }

/** Says on standard error what is wrong with the command line. */
export async function wrongUsage(io: Io, language: Language, wrong: Text): Promise<number> {
  await io.error(`toycpu: ${visible(wrong[language])}\n`)
  return EXIT.usage
}

/** The last value of an option; undefined where it isn't given. */
export const lastValue = (given: Arguments, name: string): string | undefined => given.options.get(name)?.at(-1)

/** A number of steps: a decimal number from 0. */
export const readSteps = (given: Arguments, fallback: number): Reading<number> =>
  readNumber(given, 'max-steps', fallback)

/** An option's decimal number from 0; `fallback` where it isn't given. */
export function readNumber<T>(given: Arguments, name: string, fallback: T): Reading<number | T> {
  const text = lastValue(given, name)
  if (text === undefined) return { value: fallback }
  const number = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(number)) return { value: number }
  return { wrong: { en: `--${name} wants a number, not "${text}"`, zh: `--${name} 需要一个数，而不是“${text}”` } }
}
