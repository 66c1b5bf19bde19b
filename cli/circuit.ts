// `toycpu circuit NAME`: a circuit as a table or a file (circuits.md, section 5).
import { asValue, ESCAPES, type Literal, numberOf } from '../assembler/index.ts'
import {
  EXPORT_FORMATS,
  GATE_SET_NAMES,
  type Inputs,
  isSigned,
  MAX_OPEN_BITS,
  type Module,
  openBits,
  type Port,
  rewrite,
} from '../emulator/circuits/index.ts'
import { MODULES, moduleNamed, OPERATIONS } from '../emulator/datapath/index.ts'
import { highest, type Text } from '../emulator/instructions/index.ts'
import { type Arguments, type Command, EXIT, lastValue, type Reading, wrongUsage } from './command.ts'
import { elkLibrary } from './layout.ts'

const DEFAULT_BITS = 8
const MAX_BITS = 32

const names = (list: readonly { readonly name: string }[]): string => list.map(({ name }) => name).join(', ')

export const circuit: Command = {
  name: 'circuit',
  operands: 'NAME',
  summary: {
    en: 'shows a circuit as a truth table or a file',
    zh: '以真值表或文件给出一个电路',
  },
  details: { en: `NAME is one of: ${names(MODULES)}.`, zh: `NAME 可以是：${names(MODULES)}。` },
  options: [
    {
      name: 'bits',
      value: 'N',
      summary: {
        en: `width, 1 to ${MAX_BITS}; default ${DEFAULT_BITS}`,
        zh: `位数，1 到 ${MAX_BITS}；默认 ${DEFAULT_BITS}`,
      },
    },
    { name: 'gates', value: GATE_SET_NAMES.join('|'), summary: { en: 'what it is made of', zh: '用哪些门构成' } },
    {
      name: 'format',
      value: EXPORT_FORMATS.map(({ name }) => name).join('|'),
      summary: { en: 'default table', zh: '默认为 table' },
    },
    {
      name: 'inputs',
      value: 'x=1,y=0',
      summary: { en: 'fixed inputs; repeatable', zh: '固定的输入；可重复使用' },
    },
  ],
  async run(given, io) {
    const reading = await ask(given)
    if ('wrong' in reading) return wrongUsage(io, given.language, reading.wrong)
    await io.out(reading.value)
    return EXIT.done
  },
}

/** What is asked for, written out; or what is wrong with the question. */
async function ask(given: Arguments): Promise<Reading<string>> {
  const [name, ...more] = given.operands
  if (name === undefined || more.length > 0) return wrong('one NAME is needed', '需要一个 NAME')
  const bits = numberOf(lastValue(given, 'bits') ?? String(DEFAULT_BITS))
  if (bits?.notation !== 'decimal' || bits.value < 1 || bits.value > MAX_BITS) {
    return wrong(`--bits wants a number from 1 to ${MAX_BITS}`, `--bits 需要 1 到 ${MAX_BITS} 的数`)
  }
  const book = moduleNamed(name, bits.value)
  if (book === undefined)
    return wrong(
      `there is no circuit ${name}; known: ${names(MODULES)}`,
      `没有电路 ${name}；可用的有：${names(MODULES)}`,
    )
  const setName = lastValue(given, 'gates') ?? 'book'
  const set = GATE_SET_NAMES.find(each => each === setName)
  if (set === undefined)
    return wrong(`--gates is one of ${GATE_SET_NAMES.join(', ')}`, `--gates 只能是 ${GATE_SET_NAMES.join('、')}`)
  const formatName = lastValue(given, 'format') ?? EXPORT_FORMATS[0]!.name
  const format = EXPORT_FORMATS.find(each => each.name === formatName)
  if (format === undefined)
    return wrong(`--format is one of ${names(EXPORT_FORMATS)}`, `--format 只能是 ${names(EXPORT_FORMATS)}`)
  if (set === 'relu' && !format.relu)
    return wrong(`${format.name} cannot show ReLU gates`, `${format.name} 无法表示 ReLU 门`)
  const settings = given.options.get('inputs') ?? []
  if (settings.length > 0 && !format.values) return wrong(`${format.name} shows no values`, `${format.name} 不显示数值`)
  const inputs = readInputs(book, settings)
  if ('wrong' in inputs) return inputs
  const module = rewrite(book, set)
  if (format.name === 'table' && openBits(module, inputs.value) > MAX_OPEN_BITS) {
    return wrong(
      `more than ${MAX_OPEN_BITS} input bits are open: fix some by --inputs, or take fewer --bits`,
      `未固定的输入超过 ${MAX_OPEN_BITS} 位：请用 --inputs 固定一些，或减小 --bits`,
    )
  }
  return { value: await format.write(module, inputs.value, elkLibrary) }
}

const wrong = (en: string, zh: string): { readonly wrong: Text } => ({ wrong: { en, zh } })

/** `x=1`; a comma in quotes does not end a value. */
const ASSIGNMENT = /\s*([^\s=,]+)\s*=\s*('(?:\\.|[^'\\])*'|[^',\s]+)\s*(,|$)/uy

/** The numbers of `--inputs x=1,y=0`, each given once, each fitting its port. */
function readInputs(module: Module, settings: readonly string[]): Reading<Inputs> {
  const inputs: Record<string, number> = {}
  for (const setting of settings) {
    const assignment = new RegExp(ASSIGNMENT)
    let ended = false
    while (!ended) {
      const [, name, text, end] = assignment.exec(setting) ?? []
      if (name === undefined || text === undefined)
        return wrong(`--inputs ${setting}: not of the form x=1,y=0`, `--inputs ${setting}：不合 x=1,y=0 的形式`)
      const port = module.inputs.find(each => each.name === name)
      if (port === undefined)
        return wrong(
          `${module.name} has no input ${name}; it has ${names(module.inputs)}`,
          `${module.name} 没有输入 ${name}，它的输入是 ${names(module.inputs)}`,
        )
      if (inputs[name] !== undefined) return wrong(`input ${name} is given twice`, `输入 ${name} 给了两次`)
      const value = readValue(port, text)
      if (value === null) return wrong(`${text} does not fit ${name}`, `${text} 不能作 ${name} 的值`)
      inputs[name] = value
      ended = end === ''
    }
  }
  return { value: inputs }
}

/** A literal as in the language; for `op` also a mnemonic, in any case. Null where it is none or does not fit the port. */
function readValue(port: Port, text: string): number | null {
  const operation = (OPERATIONS as readonly string[]).indexOf(text.toLowerCase())
  if (port.name === 'op' && operation >= 0) return operation
  const literal = readLiteral(text)
  if (literal === null) return null
  const bits = port.width ?? 1
  if (isSigned(port)) return asValue(literal.notation, literal.value, highest(bits))
  return literal.value >= 0 && literal.value < 2 ** bits ? literal.value : null
}

/** A number or a character; only a decimal may carry a sign. */
function readLiteral(text: string): Literal | null {
  const quoted = /^'(?:\\(.)|([^'\\]))'$/su.exec(text)
  if (quoted) {
    const value = quoted[1] === undefined ? quoted[2]!.codePointAt(0) : ESCAPES[quoted[1]]
    return value === undefined ? null : { notation: 'character', value }
  }
  const negative = text.startsWith('-')
  const literal = numberOf(negative ? text.slice(1) : text)
  if (literal === null || !negative) return literal
  return literal.notation === 'decimal' ? { notation: 'decimal', value: -literal.value } : null
}
