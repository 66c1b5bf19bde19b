// What a newcomer would add to the house, each as the changes that it takes and nothing more. ARCHITECTURE.md tells how
// many files that is; additions.test.ts makes the changes in a copy and uses what was added.

/** A change: a text put in before another one that stands there once, or a new file. */
export type Change =
  | { readonly file: string; readonly before: string; readonly text: string }
  | { readonly file: string; readonly text: string }

/** Each addition under its name in ARCHITECTURE.md. */
export const ADDITIONS: Readonly<Record<string, readonly Change[]>> = {
  'an instruction of a known kind': [
    {
      file: 'emulator/instructions/instructions.ts',
      before: '} as const satisfies Record<string, InstructionKind>',
      text: `  jg: {
    kind: 'jump',
    operands: ['target'],
    when: ['greater'],
    example: 'jg more',
    summary: { en: 'jumps if greater', zh: '大于则跳转' },
  },
  jle: {
    kind: 'jump',
    operands: ['target'],
    when: ['less', 'equal'],
    example: 'jle less',
    summary: { en: 'jumps if not greater', zh: '不大于则跳转' },
  },
`,
    },
  ],
  'an operation': [
    {
      file: 'emulator/instructions/instructions.ts',
      before: '} as const satisfies Record<string, InstructionKind>',
      text: `  and: {
    kind: 'arithmetic',
    operands: ['destination', 'source'],
    unit: 'conjunction',
    example: 'and r0, #1',
    summary: { en: 'keeps the bits of a that b has too', zh: '将 a 和 b 按位相与，结果存入 a' },
  },
`,
    },
    {
      file: 'emulator/instructions/units.ts',
      before: '} as const satisfies Record<string, UnitRecord>',
      text: `  conjunction: {
    symbol: '∧',
    exact: (a, b) => a & b,
    compute: (a, b) => a & b,
    low: null,
    divides: false,
    moves: false,
    wasm: 'and',
    formula: 'unknown',
    circuit: { gate: 'and' },
    name: { en: 'bitwise and', zh: '按位与' },
    does: { en: (a, b) => parts\`ands \${a} with \${b.shown.en}\`, zh: zhBy('按位与') },
    follows: { en: (a, b) => parts\`\${a} is anded with \${b.shown.en}\`, zh: zhBy('按位与') },
  },
`,
    },
  ],
  'a diagnostic': [
    {
      file: 'assembler/diagnostics/warnings.ts',
      before: "  'unused-label': row",
      text: `  'copy-to-itself': row<[]>({
    severity: 'hint',
    words: () => ({ en: parts\`this copies a cell to itself\`, zh: parts\`这条指令把单元赋值给它自己\` }),
    examples: [{ text: 'mov r0, r0\\n~~~~~~~~~~' }],
  }),
`,
    },
    {
      file: 'assembler/semantics/lints.ts',
      before: '  problems.begin()\n  registersAsNumbers(code, syntax, problems)\n',
      text: `  problems.begin()
  for (const { mnemonic, operands, line, column, endColumn } of program.instructions) {
    const [to, from] = operands
    if (mnemonic !== 'mov' || to?.mode !== 'direct' || from?.mode !== 'direct' || to.address !== from.address) continue
    problems.add(line, problem('copy-to-itself', column, endColumn, []))
  }
`,
    },
  ],
  'a sample': [
    {
      file: 'programs/twice.asm',
      text: `.data 8: 21
    add 8, 8
.expect 8: 42
; group: classics
; en: Twice
; Adds a cell to itself.
; zh: 加倍
; 把一个单元加到它自己上。
`,
    },
    {
      file: 'programs/results.test.ts',
      before: "  'absolute-value': {",
      text: '  twice: { from: 8, is: ({ at }) => [2 * at(8)], with: [{ 8: [-3] }] },\n',
    },
    { file: 'programs/programs.test.ts', before: '\ntest.each([]', text: '' },
  ],
  'an exercise': [
    {
      file: 'programs/exercises/put-seven.toml',
      text: `format = 1
kind = "write"
level = 1
start = """
"""

[title]
en = "Put 7 into cell 10"
zh = "把 7 存入 10 号单元"

[task]
en = "Write a program that puts the number 7 into cell 10."
zh = "写一个程序，把数 7 存入 10 号单元。"

[[case]]
expect = { 10 = [7] }

[[case]]
set = { 10 = [1] }
expect = { 10 = [7] }

[[solution]]
text = """
    mov 10, #7
"""

[[solution]]
text = """
    mov r0, #7
    mov 10, r0
"""

[[mistake]]
text = """
    mov 10, 7
"""
case = 1

[[mistake]]
text = """
    mov 7, #10
"""
case = 1

[[mistake]]
text = """
    mov 10, #8
"""
case = 1
`,
    },
    { file: 'programs/exercises/exercises.test.ts', before: '\ntest.each([]', text: '' },
  ],
  'a command of the page': [
    { file: 'app/commands.ts', before: "  | 'commandPalette'\n", text: "  | 'halfWay'\n" },
    {
      file: 'app/commands.ts',
      before: '} as const satisfies Record<string, PageCommand>',
      text: "  halfWay: { words: 'halfWay', keys: [{ key: 'F7' }], refusal: always, perform: () => step(1) },\n",
    },
    { file: 'app/words/en.ts', before: "  runToCursor: '", text: "  halfWay: 'Half way',\n" },
    { file: 'app/words/zh.ts', before: "  runToCursor: '", text: "  halfWay: '走一半',\n" },
  ],
  'a command of `toycpu`': [
    {
      file: 'cli/count.ts',
      text: `// \`toycpu count\`: how many instructions a file has.
import { assemble } from '../assembler/index.ts'
import { type Command, EXIT } from './command.ts'

export const count: Command = {
  name: 'count',
  operands: 'FILE',
  summary: { en: 'counts instructions', zh: '数指令' },
  options: [],
  async run(given, io) {
    const bytes = await io.read(given.operands[0] ?? '-')
    if (!(bytes instanceof Uint8Array)) return EXIT.usage
    await io.out(\`\${assemble(new TextDecoder().decode(bytes)).program?.instructions.length}\\n\`)
    return EXIT.done
  },
}
`,
    },
    { file: 'cli/commands.ts', before: 'import { exercise }', text: "import { count } from './count.ts'\n" },
    { file: 'cli/commands.ts', before: '  circuit,\n', text: '  count,\n' },
  ],
  'an export of circuits': [
    {
      file: 'emulator/circuits/exports/gates.ts',
      text: `// How many gates a circuit has.
import { flatten } from '../flatten.ts'
import type { Module } from '../netlist.ts'

export const gatesText = (module: Module): string => \`\${flatten(module).gates.length}\\n\`
`,
    },
    {
      file: 'emulator/circuits/exports/index.ts',
      before: "import { jsonText } from './json.ts'",
      text: "import { gatesText } from './gates.ts'\n",
    },
    {
      file: 'emulator/circuits/exports/index.ts',
      before: "  { name: 'dot', values",
      text: "  { name: 'gates', values: false, relu: true, write: gatesText },\n",
    },
  ],
  'a format of the table': [
    {
      file: 'emulator/table/formats/count.ts',
      text: `// How many rows the table has.
import { tableRows } from '../table.ts'
import type { TableFormat } from './format.ts'

export const countFormat: TableFormat = {
  name: 'count',
  *write(table) {
    yield \`\${[...tableRows(table)].length}\\n\`
  },
}
`,
    },
    {
      file: 'emulator/table/formats/index.ts',
      before: "import { csvFormat } from './csv.ts'",
      text: "import { countFormat } from './count.ts'\n",
    },
    { file: 'emulator/table/formats/index.ts', before: '  csvFormat,\n', text: '  countFormat,\n' },
  ],
  'a language': [
    { file: 'emulator/languages/index.ts', before: "] as const\n\n/** A reader's language. */", text: ", 'fr'" },
  ],
}

/** How many files an addition touches. */
export const filesOf = (changes: readonly Change[]): number => new Set(changes.map(({ file }) => file)).size
