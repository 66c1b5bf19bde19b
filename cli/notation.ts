// How `run` and `trace` write cells: `--numbers`, `--no-names`.
import { NOTATIONS, type Notation } from '../emulator/table/index.ts'
import { type Arguments, lastValue, type Option, type Reading } from './command.ts'

export const NUMBERS_OPTION: Option = {
  name: 'numbers',
  value: NOTATIONS.join('|'),
  summary: { en: 'how cells are written (default decimal)', zh: '单元中数的写法（默认 decimal）' },
}

export const NAMES_OPTION: Option = {
  name: 'no-names',
  value: null,
  summary: { en: 'cells by their numbers only', zh: '单元只用编号表示' },
}

/** The notation asked for. */
export function readNotation(given: Arguments): Reading<Notation> {
  const text = lastValue(given, 'numbers') ?? NOTATIONS[0]
  const notation = NOTATIONS.find(each => each === text)
  if (notation !== undefined) return { value: notation }
  const known = NOTATIONS.join(', ')
  return {
    wrong: { en: `--numbers is one of ${known}, not "${text}"`, zh: `--numbers 只能是 ${known}，不能是“${text}”` },
  }
}
