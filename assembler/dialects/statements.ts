// Statements as other languages write them: assignments, constants, three operands, sizes, parentheses, line numbers. Each is
// one mistake, told with what is written here. Asked only of statements in which something is wrong; knows no other line.
import { code, INSTRUCTIONS, parts, type Sentence } from '../../emulator/instructions/index.ts'
import { REASONS } from '../diagnostics/index.ts'
import { type LineFix, type Problem, problem, remove, replace } from '../problems.ts'
import { mnemonicOf } from '../semantics/reserved.ts'
import { asOperand, isRegister, LITERAL, MNEMONIC, NAME, PLACE, VALUE } from './forms.ts'
import { foreignOperand } from './operands.ts'

/** One mistake in place of all that was said of the statement. */
export interface Foreign {
  readonly problems: readonly Problem[]
  /** A name that the statement was to define. */
  readonly meant: string | null
}

/** Where the groups of a pattern stand on the line. */
type At = (group: number) => readonly [column: number, endColumn: number]
type Groups = readonly (string | undefined)[]
type Judge = (groups: Groups, at: At) => Problem | null

interface Row {
  readonly pattern: RegExp
  readonly judge: Judge
  /** The group that is the name to be defined. */
  readonly defines?: number
}

const OPERATIONS: Readonly<Record<string, string>> = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div' }

/** How deep instructions stand (command-line.md, "Formatting"). */
const INDENT = '\n    '

/** "write `a`, then `b`" */
export function writeWords(statements: readonly string[]): Sentence {
  const [first = '', second] = statements
  if (second === undefined) return { en: parts`write ${code(first)}`, zh: parts`应写作 ${code(first)}` }
  return {
    en: parts`write ${code(first)}, then ${code(second)}`,
    zh: parts`先写 ${code(first)}，再写 ${code(second)}`,
  }
}

/** Statements in place of some columns, one a line. */
function instead([column, endColumn]: readonly [number, number], statements: readonly string[]): LineFix {
  const fix = replace(column, endColumn, statements.join(INDENT), false)
  const [first = '', second] = statements
  if (second === undefined) return fix
  const title = {
    en: parts`Write ${code(first)} and ${code(second)}`,
    zh: parts`改为 ${code(first)} 和 ${code(second)}`,
  }
  return { ...fix, title }
}

const unexpected = (at: readonly [number, number], shown: string, words: Sentence, fix: LineFix | null): Problem =>
  problem('unexpected-character', ...at, [shown, words], fix === null ? [] : [fix])

/** The sign between two halves of what is no statement here. */
const signed =
  (sign: number, write: (groups: Groups) => readonly string[] | null): Judge =>
  (groups, at) => {
    const statements = write(groups)
    if (statements === null) return null
    return unexpected(at(sign), groups[sign]!, writeWords(statements), instead(at(0), statements))
  }

/** `a = b + c` for a machine with two operands; null where `a` is lost before it is read. */
function computed(to: string, left: string, operation: string, right: string): readonly string[] | null {
  const mnemonic = OPERATIONS[operation]!
  const same = (other: string): boolean => other.toLowerCase() === to.toLowerCase()
  if (same(left)) return [`${mnemonic} ${to}, ${asOperand(right)}`]
  if (same(right)) {
    return mnemonic === 'add' || mnemonic === 'mul' ? [`${mnemonic} ${to}, ${asOperand(left)}`] : null
  }
  return [`mov ${to}, ${asOperand(left)}`, `${mnemonic} ${to}, ${asOperand(right)}`]
}

const constant = (name: string, value: string): string => `.equ ${name}, ${value}`

const made = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'diu')

const ROWS: readonly Row[] = [
  // `#define n 5`, `.set n, 5`, `const n = 5`
  {
    pattern: made(
      `([#%.](?:define|set|eqv|const|def|assign)|const|let|var|int)\\s+(${NAME})\\s*[,=]?\\s*#?(${LITERAL})`,
    ),
    defines: 2,
    judge: ([, word, name, value], at) => {
      const written = constant(name!, value!)
      const fixes = [instead(at(0), [written])]
      const words = writeWords([written])
      const c = word!.charAt(0)
      if (c === '.') return problem('unknown-directive', ...at(1), [word!, words], fixes)
      if (/\w/.test(c)) return problem('unknown-instruction', ...at(1), [word!, words], fixes)
      const [column] = at(1)
      return problem('unexpected-character', column, column + 1, [c, words], fixes)
    },
  },
  // `n equ 5`, `n = 5`
  {
    pattern: made(`(${NAME})\\s*(=|:=|\\b\\.?equ\\b)\\s*#?(${LITERAL})`),
    defines: 1,
    judge: ([, name, , value], at) => {
      if (isRegister(name!) || mnemonicOf(name!) !== null) return null
      const written = constant(name!, value!)
      return problem('unknown-instruction', ...at(1), [name!, writeWords([written])], [instead(at(0), [written])])
    },
  },
  {
    pattern: made(`\\.equ\\s+(${NAME})\\s*(=|:)\\s*#?(${LITERAL})`),
    defines: 1,
    judge: signed(2, ([, name, , value]) => [constant(name!, value!)]),
  },
  // `n db 1, 2`
  {
    pattern: made(`(${NAME})\\s+\\.?(?:db|dw|dd|dq|byte|word)\\s+(.+)`),
    defines: 1,
    judge: ([, name, values], at) =>
      mnemonicOf(name!) !== null
        ? null
        : problem('unknown-instruction', ...at(1), [
            name!,
            writeWords([constant(name!, '8'), `.data ${name}: ${values}`]),
          ]),
  },
  // `data 8: 1`
  {
    pattern: made('(equ|data|expect|bits|cells)\\s+(\\S.*)'),
    judge: ([all, name], at) =>
      problem('unknown-instruction', ...at(1), [name!, writeWords([`.${all}`])], [instead(at(0), [`.${all}`])]),
  },
  // `.data 8 = 1`, `.bits = 8`, `.bits: 8`, `.data 8-10: 1, 2, 3`
  {
    pattern: made('(\\.(?:data|expect)\\s+\\w+)\\s*(=)\\s*(\\S.*)'),
    judge: signed(2, ([, address, , values]) => [`${address}: ${values}`]),
  },
  {
    pattern: made('(\\.(?:bits|cells))\\s*([=:])\\s*#?(\\w+)'),
    judge: signed(2, ([, name, , value]) => [`${name} ${value}`]),
  },
  {
    pattern: made('\\.(?:data|expect)\\s+((\\w+)\\s*(?:-|\\.\\.)\\s*\\w+)\\s*:.*'),
    judge: ([, , first], at) =>
      problem('malformed-operand', ...at(1), [REASONS.firstCell], [replace(...at(1), first!, false)]),
  },
  // `r0 = 5`, `r0 := r1 + 1`, `mov r0 = 5`
  {
    pattern: made(`(?:mov\\s+)?(${PLACE})\\s*(=|:=|<-|←)\\s*(${VALUE})(?:\\s*([-+*/])\\s*(${VALUE}))?`),
    judge: signed(2, ([, to, , left, operation, right]) =>
      operation === undefined ? [`mov ${to}, ${asOperand(left!)}`] : computed(to!, left!, operation, right!),
    ),
  },
  {
    pattern: made(`(${PLACE})\\s*([-+*/]=)\\s*(${VALUE})`),
    judge: signed(2, ([, to, sign, value]) => [`${OPERATIONS[sign!.charAt(0)]} ${to}, ${asOperand(value!)}`]),
  },
  {
    pattern: made(`(${PLACE})\\s*(\\+\\+|--)`),
    judge: signed(2, ([, to, sign]) => [`${OPERATIONS[sign!.charAt(0)]} ${to}, #1`]),
  },
  {
    pattern: made(`(${MNEMONIC})\\s+(${PLACE})\\s*(=|:=|<-|->|=>|←|→)\\s*(${VALUE})`),
    judge: signed(3, ([, mnemonic, to, sign, value]) =>
      /[->→]$/.test(sign!) && !/^<-$/.test(sign!)
        ? [`${mnemonic} ${value}, ${to}`]
        : [`${mnemonic} ${to}, ${asOperand(value!)}`],
    ),
  },
  // `add r0, r1, r2`
  {
    pattern: made(`(add|sub|mul|div)\\s+(${PLACE})\\s*,\\s*(${VALUE})\\s*,\\s*(${VALUE})`),
    judge: ([, mnemonic, to, left, right], at) => {
      const sign = Object.keys(OPERATIONS).find(each => OPERATIONS[each] === mnemonic!.toLowerCase())!
      const same = (other: string): boolean => other.toLowerCase() === to!.toLowerCase()
      const statements =
        same(right!) && !same(left!) && sign !== '+' && sign !== '*'
          ? null
          : same(left!)
            ? [`${mnemonic} ${to}, ${right}`]
            : same(right!)
              ? [`${mnemonic} ${to}, ${left}`]
              : [`mov ${to}, ${left}`, `${mnemonic} ${to}, ${right}`]
      if (statements === null) return null
      return problem(
        'too-many-operands',
        ...at(4),
        [mnemonic!, 2, writeWords(statements)],
        [instead(at(0), statements)],
      )
    },
  },
  // `mov word ptr [r1], #5`
  {
    pattern: made(`(?:${MNEMONIC})\\s+(?:${PLACE}\\s*,\\s*)?((?:byte|word|dword|qword)(?:\\s+ptr)?\\s+)[^\\s,].*`),
    judge: ([, size], at) => {
      const [column] = at(1)
      const endColumn = column + size!.trimEnd().length
      return unexpected([column, endColumn], size!.trimEnd(), REASONS.size, remove(...at(1), size!.trimEnd(), false))
    },
  },
  // `mov.w`, `move.l`, `addl`
  {
    pattern: made('((mov|move|add|sub|mul|div|cmp)(?:\\.[bwlq]?|[bwlq]))\\s+.+'),
    judge: ([, written, name], at) => {
      const known = mnemonicOf(name!) ?? mnemonicOf(name!.slice(0, -1))
      if (known === null || mnemonicOf(written!) !== null) return null
      return problem(
        'unknown-instruction',
        ...at(1),
        [written!, writeWords([known])],
        [replace(...at(1), known, false)],
      )
    },
  },
  // `mov(r0, r1)`
  {
    pattern: made(`(${MNEMONIC})(\\()\\s*([^()]*?)\\s*\\)`),
    judge: signed(2, ([, mnemonic, , operands]) => [`${mnemonic} ${operands}`]),
  },
  // `10 mov r0, #1`
  {
    pattern: made(`(\\d+)\\s+(?:${MNEMONIC})\\b.*`),
    judge: ([, number], at) => {
      const [column, endColumn] = at(1)
      return unexpected(at(1), number!, REASONS.lineNumber, remove(column, endColumn, number!, false))
    },
  },
  // `mov r0, #1 mov r1, #2`
  {
    pattern: made(
      `((?:${MNEMONIC})\\s+(?:${VALUE})(?:\\s*,\\s*(?:${VALUE}))?)(\\s*[|:\\\\]*\\s+)((?:${MNEMONIC})\\s.*)`,
    ),
    judge: ([, first, , second], at) => {
      const mnemonic = mnemonicOf(/^\w+/.exec(first!)![0])!
      const fix = replace(at(2)[0], at(2)[1], INDENT, false)
      const title = { en: parts`Begin a new line here`, zh: parts`在此换行` }
      return problem(
        'too-many-operands',
        ...at(3),
        [mnemonic, INSTRUCTIONS[mnemonic].operands.length, REASONS.oneStatement(second!)],
        [{ ...fix, title }],
      )
    },
  },
  // `/* note */`
  {
    pattern: made('(/\\*)(.*?)\\s*(?:\\*/\\s*(.*))?'),
    judge: ([, mark, note, rest = ''], at) =>
      unexpected(at(1), mark!, REASONS.comment, rest === '' ? replace(...at(0), `;${note}`, false) : null),
  },
  // `mov $5, %r0`
  {
    pattern: made(`(${MNEMONIC})\\s+((?:[$]-?(\\w+)|%(r[0-7]))\\s*,\\s*%(r[0-7]))`),
    judge: ([, mnemonic, , number, from, to], at) => {
      const statement = `${mnemonic} ${to}, ${number === undefined ? from : asOperand(number)}`
      return problem(
        'malformed-operand',
        ...at(2),
        [REASONS.destinationFirst(statement)],
        [instead(at(0), [statement])],
      )
    },
  },
]

/** What is wrong with a statement of another language, which begins at `column` of its line; null where it is none known. */
export function foreignStatement(statement: string, column: number): Foreign | null {
  for (const { pattern, judge, defines } of ROWS) {
    const match = pattern.exec(statement)
    if (match === null) continue
    const at: At = group => {
      const [start, end] = match.indices![group]!
      return [column + start, column + end]
    }
    const found = judge(match, at)
    if (found !== null) return { problems: [found], meant: defines === undefined ? null : (match[defines] ?? null) }
  }
  return foreignOperands(statement, column)
}

const STATEMENT = new RegExp(`^(${MNEMONIC})\\s+(\\S.*)$`, 'iu')

/** An instruction whose operands alone are foreign: each that is, is told. */
function foreignOperands(statement: string, column: number): Foreign | null {
  const [, name = '', rest = ''] = STATEMENT.exec(statement) ?? []
  const mnemonic = mnemonicOf(name)
  if (mnemonic === null || /['"]/.test(rest)) return null
  const problems: Problem[] = []
  let from = column + statement.length - rest.length
  const operands = rest.split(',')
  if (operands.length !== INSTRUCTIONS[mnemonic].operands.length) return null
  for (const each of operands) {
    const start = from + each.length - each.trimStart().length
    from += each.length + 1
    const written = each.trim()
    const found = foreignOperand(written)
    if (found === null) {
      if (!new RegExp(`^(?:${VALUE})$`, 'u').test(written)) return null
      continue
    }
    const end = start + written.length
    const fixes = found.instead === null ? [] : [replace(start, end, found.instead, false)]
    problems.push(
      found.code === 'malformed-operand'
        ? problem('malformed-operand', start, end, [found.reason], fixes)
        : found.code === 'malformed-number'
          ? problem('malformed-number', start, end, [written], fixes)
          : problem('unexpected-character', start, start + 1, [written.charAt(0), found.reason], fixes),
    )
  }
  return problems.length === 0 ? null : { problems, meant: null }
}
