// Cells given on the command line (`--set 8=15,18`): put after the text as `.data` lines, so that the assembler itself
// reads addresses and values by its own rules, and later ones hold over earlier ones.
import { assemble, type Diagnostic } from '../assembler/index.ts'
import type { Program } from '../emulator/instructions/index.ts'
import type { Option, Reading } from './command.ts'

export const SET_OPTION: Option = {
  name: 'set',
  value: 'ADDRESS=V,…',
  summary: {
    en: 'what cells hold before the first step, over .data; repeatable',
    zh: '第一步之前各单元中的数，优先于 .data；可重复使用',
  },
}

/** A program and what its text's diagnostics say of it. */
export interface Given {
  readonly program: Program | null
  readonly diagnostics: readonly Diagnostic[]
}

/** ADDRESS: what is no name and no number is left to the assembler, but for what would make another statement of it. */
const ADDRESS = /^[^\s;:,=#[\]'"]+$/
/** A VALUE is a literal: a number, or a character between single quotes. */
const VALUE = /\s*(-?[0-9][0-9A-Za-z_]*|'(?:\\.|[^'\\\n\r])+')\s*(,|$)/y

/** Assembles `text` with the cells given by `settings`; or tells what is wrong with these. */
export function assembleWith(text: string, settings: readonly string[]): Reading<Given> {
  const lines: string[] = []
  for (const setting of settings) {
    const line = dataLine(setting)
    if (line === null) {
      const form = 'ADDRESS=VALUE,…'
      return { wrong: { en: `--set ${setting}: not of the form ${form}`, zh: `--set ${setting}：不合 ${form} 的形式` } }
    }
    lines.push(line)
  }
  const plain = assemble(text)
  if (plain.program === null || settings.length === 0) return { value: plain }
  const before = text.endsWith('\n') ? text : `${text}\n`
  const first = before.split('\n').length
  const { program, diagnostics } = assemble(before + lines.join('\n'))
  const error = diagnostics.find(({ severity, line }) => severity === 'error' && line >= first)
  if (error !== undefined) {
    const setting = settings[error.line - first]
    return {
      wrong: { en: `--set ${setting}: ${error.message.en}`, zh: `--set ${setting}：${error.message.zh}` },
    }
  }
  return { value: { program, diagnostics: diagnostics.filter(({ line }) => line < first) } }
}

/** `8=15,18` as `.data 8: 15,18`; null where it has not that form. */
function dataLine(setting: string): string | null {
  const equals = setting.indexOf('=')
  const address = setting.slice(0, Math.max(equals, 0)).trim()
  const values = setting.slice(equals + 1)
  return equals > 0 && ADDRESS.test(address) && isList(values) ? `.data ${address}: ${values}` : null
}

/** Whether a text is VALUE, VALUE, … */
function isList(text: string): boolean {
  const value = new RegExp(VALUE)
  for (;;) {
    const found = value.exec(text)
    if (found === null) return false
    if (found[2] === '') return true
  }
}
