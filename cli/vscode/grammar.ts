// The grammar by which VS Code colours a program, made from the tables that the assembler reads, so that it can't be stale.
import { DIRECTIVE_NAMES } from '../../assembler/index.ts'
import { INSTRUCTIONS, MNEMONICS } from '../../emulator/instructions/index.ts'

const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{Nd}_]*`
const AFTER = String.raw`(?![\p{L}\p{M}\p{Nd}_])`
const BEFORE = String.raw`(?<![\p{L}\p{M}\p{Nd}_])`

const jumps = MNEMONICS.filter(name => INSTRUCTIONS[name].kind === 'jump')
const others = MNEMONICS.filter(name => INSTRUCTIONS[name].kind !== 'jump')

const word = (words: readonly string[]): string => `(?i)${BEFORE}(?:${words.join('|')})${AFTER}`

/** A TextMate grammar. */
export const GRAMMAR = {
  name: 'Toy CPU',
  scopeName: 'source.toycpu',
  patterns: [
    { name: 'comment.line.semicolon.toycpu', match: ';.*$' },
    { name: 'string.quoted.double.toycpu', match: String.raw`"(?:\\.|[^"\\])*"` },
    { name: 'constant.character.toycpu', match: String.raw`'(?:\\.|[^'\\])'` },
    { name: 'entity.name.label.toycpu', match: `${BEFORE}${NAME}(?=[ \\t]*:)` },
    {
      name: 'keyword.other.directive.toycpu',
      match: `(?i)(?:${DIRECTIVE_NAMES.map(name => name.replace('.', '\\.')).join('|')})${AFTER}`,
    },
    { name: 'keyword.control.toycpu', match: word(jumps) },
    { name: 'keyword.mnemonic.toycpu', match: word(others) },
    { name: 'variable.language.register.toycpu', match: `(?i)${BEFORE}r[0-7]${AFTER}` },
    { name: 'constant.numeric.toycpu', match: `${BEFORE}-?(?:0[xX][0-9A-Fa-f]+|0[bB][01]+|\\d+)${AFTER}` },
    { name: 'variable.other.toycpu', match: NAME },
    { name: 'keyword.operator.immediate.toycpu', match: '#' },
    { name: 'punctuation.separator.toycpu', match: '[,:]' },
  ],
}
