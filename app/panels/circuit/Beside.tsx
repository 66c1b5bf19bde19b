// What stands beside the drawing: the formulas with their values filled in, and the truth table with the live row marked.
import { useMemo } from 'react'
import { type Evaluation, formulas, moduleNamed, type Token, truthTable } from '../../../emulator/circuits/index.ts'
import { Named } from '../../marks/Named.tsx'
import { NetName } from './NetName.tsx'
import { useText, WORDS } from './words.ts'

/** The module as the book builds it: formulas and tables are the same in every gate set. */
const bookModule = ({ module }: Evaluation) => moduleNamed(module.name, module.bits ?? 1)!

/** Whether a module is small enough for formulas and, with `table`, for a truth table. */
export function suits({ module }: Evaluation, table: boolean): boolean {
  const ports = [...module.inputs, ...module.outputs]
  const plain = ports.every(port => port.width === null) && module.parts.every(part => part.kind === 'gate')
  return plain && module.inputs.length <= (table ? 3 : 6)
}

const numberAt = ({ inputs, outputs }: Evaluation, name: string): number => inputs[name] ?? outputs[name] ?? 0

export function Formulas({ evaluation, words }: { evaluation: Evaluation; words: string }) {
  const say = useText()
  const list = useMemo(() => formulas(bookModule(evaluation)), [evaluation])
  const adder = evaluation.module.name === 'full-adder'
  return (
    <div className="fms" role="group" aria-label={say(WORDS.formulas)}>
      {list.map(({ output, tokens }) => (
        <Formula key={output} output={output} tokens={tokens} evaluation={evaluation} />
      ))}
      {adder ? <WrittenDown evaluation={evaluation} /> : null}
      {words === '' ? null : (
        <p className="fnote what">
          <Named text={words} />
        </p>
      )}
    </div>
  )
}

function Formula({ output, tokens, evaluation }: { output: string; tokens: readonly Token[]; evaluation: Evaluation }) {
  const numbered = tokens.map((token, i) => ({ token, key: `${i}` }))
  return (
    <div className="fm" style={{ gridTemplateColumns: `repeat(${tokens.length + 2},auto)` }}>
      <span className="va">
        <NetName of={output} module={evaluation.module.name} />
      </span>
      <span className="op">=</span>
      {numbered.map(({ token, key }) => (
        <Symbolic key={key} token={token} module={evaluation.module.name} />
      ))}
      <Value value={numberAt(evaluation, output)} />
      <span className="op">=</span>
      {numbered.map(({ token, key }) =>
        token.kind === 'name' ? (
          <Value key={key} value={numberAt(evaluation, token.name)} />
        ) : (
          <Symbolic key={key} token={token} module={evaluation.module.name} product="·" />
        ),
      )}
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
      <span className="va">
        <NetName of={token.name} module={module} />
      </span>
    )
  }
  if (token.kind === 'product') return <span className="jx">{product}</span>
  const joins = token.text === '⊕' || token.text === '+'
  return <span className={joins ? 'op' : 'jx'}>{token.text}</span>
}

const Value = ({ value }: { value: number }) => <span className={`va d${value}`}>{value}</span>

/** What a pupil says: `0 + 1 + 0 = 1: write 1, carry 0`. */
function WrittenDown({ evaluation }: { evaluation: Evaluation }) {
  const say = useText()
  const [x, y, c] = ['x', 'y', 'c'].map(name => numberAt(evaluation, name))
  const total = x! + y! + c!
  const [write, carry] = [total & 1, total >> 1]
  return (
    <p className="fnote">
      <b>{`${x} + ${y} + ${c} = ${total}`}</b>
      {say({ en: `: write ${write}, carry ${carry}`, zh: `：写 ${write}，进 ${carry}` })}
    </p>
  )
}

/** The truth table; the row that is now the case is marked. The full adder's has the sum, as in the book. */
export function TruthTable({ evaluation }: { evaluation: Evaluation }) {
  const say = useText()
  const { module, inputs } = evaluation
  const { rows } = useMemo(() => truthTable(bookModule(evaluation), {}), [evaluation])
  const names = module.inputs.map(port => port.name)
  const adder = module.name === 'full-adder'
  // The book writes the carry before the sum's bit, as the two digits of the sum.
  const outputs = module.outputs.map((port, i) => ({ name: port.name, at: names.length + i }))
  const ordered = adder ? outputs.toReversed() : outputs
  return (
    <table className="tt" aria-label={say(WORDS.truthTable)}>
      <thead>
        <tr>
          <td className="ar" />
          {names.map(name => (
            <th key={name}>
              <NetName of={name} module={module.name} />
            </th>
          ))}
          {adder ? <th className="g">{say(WORDS.sum)}</th> : null}
          {ordered.map(({ name }, i) => (
            <th key={name} className={i === 0 ? 'g' : undefined}>
              <NetName of={name} module={module.name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => {
          const live = names.every((name, i) => row[i] === inputs[name])
          return (
            <tr key={row.join('')} className={live ? 'on' : undefined} aria-current={live ? 'true' : undefined}>
              <td className="ar">{live ? <span className="pos" /> : null}</td>
              {names.map((name, i) => (
                <td key={name}>{row[i]}</td>
              ))}
              {adder ? <td className="g">{row[0]! + row[1]! + row[2]!}</td> : null}
              {ordered.map(({ name, at }, i) => (
                <td key={name} className={i === 0 ? 'g' : undefined}>
                  {row[at]}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
