// What stands beside the drawing: the formulas with their values filled in, and the truth table with the live row marked.
import { useMemo } from 'react'
import {
  type Evaluation,
  evaluate,
  formulas,
  type Inputs,
  type Token,
  truthTable,
} from '../../../emulator/circuits/index.ts'
import { JUMPS, moduleNamed } from '../../../emulator/datapath/index.ts'
import { noteOn } from '../../notes/sign.ts'
import { classes } from '../../style/classes.ts'
import { useText } from '../../text/useText.ts'
import sheet from './circuit.module.css'
import { NetName } from './NetName.tsx'
import { CIRCUIT_WORDS } from './words.ts'

const css = classes(sheet)

/** The module as the book builds it: formulas and tables are the same in every gate set. */
const bookModule = ({ module }: Evaluation) => moduleNamed(module.name, module.bits ?? 1)!

/** Whether a module is nothing but gates between one-bit ports. */
const isPlain = ({ module }: Evaluation): boolean =>
  [...module.inputs, ...module.outputs].every(port => port.width === null) &&
  module.parts.every(part => part.kind === 'gate')

/** Inputs that only say which row of a larger table is meant: a jump's own line. */
const SAYING: Readonly<Record<string, readonly string[]>> = { 'jump-condition': JUMPS }

/** Whether a module is small enough for formulas. */
export const hasFormulas = (evaluation: Evaluation): boolean =>
  isPlain(evaluation) && evaluation.module.inputs.length - (SAYING[evaluation.module.name]?.length ?? 0) <= 6

/** A truth table: the inputs that stay as they are, and those that run through all values. */
interface Table {
  readonly fixed: Inputs
  readonly free: readonly string[]
}

/** The truth table that suits a module; null where it would be too long to read. */
export function tableOf(evaluation: Evaluation): Table | null {
  const { module, inputs } = evaluation
  const saying = SAYING[module.name] ?? []
  const free = module.inputs.map(port => port.name).filter(name => !saying.includes(name))
  if (!isPlain(evaluation) || free.length > 3) return null
  return { fixed: Object.fromEntries(saying.map(name => [name, inputs[name] ?? 0])), free }
}

const numberAt = ({ inputs, outputs }: Evaluation, name: string): number => inputs[name] ?? outputs[name] ?? 0

export function OutputFormulas({ evaluation }: { evaluation: Evaluation }) {
  const say = useText()
  const list = useMemo(() => formulas(bookModule(evaluation)), [evaluation])
  const settled = useMemo(() => evaluate(bookModule(evaluation), evaluation.inputs), [evaluation])
  const adder = evaluation.module.name === 'full-adder'
  return (
    <div className={css('formulas')} role="group" aria-label={say(CIRCUIT_WORDS.formulas)} {...noteOn('formulas')}>
      {list.map(({ output, tokens }) => (
        <Formula
          key={output}
          output={output}
          tokens={tokens}
          evaluation={evaluation}
          becomes={settled.outputs[output] ?? 0}
        />
      ))}
      {adder ? <WrittenDown evaluation={evaluation} /> : null}
    </div>
  )
}

interface FormulaProps {
  readonly output: string
  readonly tokens: readonly Token[]
  readonly evaluation: Evaluation
  /** What the formula gives, whatever the output is now. */
  readonly becomes: number
}

function Formula({ output, tokens, evaluation, becomes }: FormulaProps) {
  const numbered = tokens.map((token, i) => ({ token, key: `${i}` }))
  const module = evaluation.module.name
  // While time runs an output may not have followed its inputs yet.
  const isSettled = becomes === numberAt(evaluation, output)
  return (
    <div className={css('formula')} style={{ gridTemplateColumns: `repeat(${tokens.length + 2},auto)` }}>
      <span className={css('line')}>
        <span className={css('operand')}>
          <NetName of={output} module={module} />
        </span>
        <span className={css('operator')}>=</span>
        {numbered.map(({ token, key }) => (
          <Symbolic key={key} token={token} module={module} />
        ))}
      </span>
      <span className={css('line')}>
        <Value value={numberAt(evaluation, output)} />
        <span className={css('operator')}>{isSettled ? '=' : '≠'}</span>
        {numbered.map(({ token, key }) =>
          token.kind === 'name' ? (
            <Value key={key} value={numberAt(evaluation, token.name)} />
          ) : (
            <Symbolic key={key} token={token} module={module} product="·" />
          ),
        )}
      </span>
    </div>
  )
}

interface SymbolicProps {
  readonly token: Token
  readonly module: string
  readonly product?: string
}

function Symbolic({ token, module, product = '' }: SymbolicProps) {
  if (token.kind === 'name') {
    return (
      <span className={css('operand')}>
        <NetName of={token.name} module={module} />
      </span>
    )
  }
  if (token.kind === 'product') return <span>{product}</span>
  const joins = token.text === '⊕' || token.text === '+'
  return <span className={css(joins && 'operator')}>{token.text}</span>
}

const Value = ({ value }: { value: number }) => (
  <span className={css('operand', value === 1 ? 'one' : 'zero')}>{value}</span>
)

/** What a pupil says: `0 + 1 + 0 = 1: write 1, carry 0`. */
function WrittenDown({ evaluation }: { evaluation: Evaluation }) {
  const say = useText()
  const [x, y, c] = ['x', 'y', 'c'].map(name => numberAt(evaluation, name))
  const total = x! + y! + c!
  const [write, carry] = [total & 1, total >> 1]
  return (
    <p className={css('writtenDown')}>
      <b>{`${x} + ${y} + ${c} = ${total}`}</b>
      {say({ en: `: write ${write}, carry ${carry}`, zh: `：写 ${write}，进 ${carry}` })}
    </p>
  )
}

/** The truth table; the row that is now the case is marked. The full adder's has the sum, as in the book. */
export function TruthTable({ evaluation, table }: { evaluation: Evaluation; table: Table }) {
  const say = useText()
  const { module, inputs } = evaluation
  const { fixed, free } = table
  const { names, rows } = useMemo(() => truthTable(bookModule(evaluation), fixed), [evaluation, fixed])
  const adder = module.name === 'full-adder'
  // The book writes the carry before the sum's bit, as the two digits of the sum.
  const outputs = module.outputs.map(port => port.name)
  const ordered = adder ? outputs.toReversed() : outputs
  const at = (row: readonly number[], name: string): number => row[names.indexOf(name)]!
  return (
    <table className={css('truthTable')} aria-label={say(CIRCUIT_WORDS.truthTable)} {...noteOn('truthTable')}>
      <thead>
        <tr>
          <td className={css('margin')} />
          {free.map(name => (
            <th key={name} scope="col">
              <NetName of={name} module={module.name} />
            </th>
          ))}
          {adder ? (
            <th className={css('groupStart')} scope="col" {...noteOn('sum')}>
              {say(CIRCUIT_WORDS.sum)}
            </th>
          ) : null}
          {ordered.map((name, i) => (
            <th key={name} className={css(i === 0 && 'groupStart')} scope="col">
              <NetName of={name} module={module.name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => {
          const live = free.every(name => at(row, name) === inputs[name])
          return (
            <tr key={row.join('')} className={css(live && 'current')} aria-current={live ? 'true' : undefined}>
              <td className={css('margin')}>{live ? <span className={css('positionMark')} /> : null}</td>
              {free.map(name => (
                <td key={name}>{at(row, name)}</td>
              ))}
              {adder ? (
                <td className={css('groupStart')}>{free.reduce((sum, name) => sum + at(row, name), 0)}</td>
              ) : null}
              {ordered.map((name, i) => (
                <td key={name} className={css(i === 0 && 'groupStart')}>
                  {at(row, name)}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
