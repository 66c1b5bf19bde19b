// The same circuit as a list: every gate with its inputs, output and values, and the modules inside, to be gone into.
import { Fragment } from 'react'
import {
  type Evaluation,
  flatten,
  GATES,
  moduleTitle,
  type Net,
  RELU_GATES,
  reluTerm,
  unusedGates,
} from '../../../emulator/circuits/index.ts'
import { shownNote } from '../../notes/sign.ts'
import { classes } from '../../style/classes.ts'
import { useText } from '../../text/useText.ts'
import sheet from './circuit.module.css'
import { NetName } from './NetName.tsx'
import { boxName } from './names.ts'
import { CIRCUIT_WORDS } from './words.ts'

const c = classes(sheet)

interface Props {
  readonly evaluation: Evaluation
  readonly label: string
  /** The one gate to be told of. */
  readonly only?: string
  /** Where a gate or a module inside leads; left out, they are only told. */
  readonly onGate?: (name: string) => void
  readonly onBox?: (label: string) => void
}

export function GateList({ evaluation, label, only, onGate, onBox }: Props) {
  const say = useText()
  const { module, values } = evaluation
  const unused = unusedGates(flatten(module))
  const parts = module.parts.filter(
    part => only === undefined || (part.kind === 'gate' && module.names[part.out] === only),
  )
  return (
    <table className={c('gateList')} aria-label={`${say(CIRCUIT_WORDS.listOf)} ${label}`}>
      <thead>
        <tr>
          <th>{say(CIRCUIT_WORDS.gate)}</th>
          <th>{say(CIRCUIT_WORDS.inputs)}</th>
          <th>{say(CIRCUIT_WORDS.output)}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(part => {
          if (part.kind === 'instance') {
            const { label: inner, module: of } = part
            return (
              <tr key={inner}>
                <td>
                  <Into
                    act={onBox && (() => onBox(inner))}
                  >{`${say(boxName(inner))}${say(CIRCUIT_WORDS.colon)}${say(moduleTitle(of))}`}</Into>
                </td>
                <td>
                  <Told pairs={of.inputs.map((port, i) => [port.name, word(part.in[i]!, values)])} module={of.name} />
                </td>
                <td>
                  <Told pairs={of.outputs.map((port, i) => [port.name, word(part.out[i]!, values)])} module={of.name} />
                </td>
              </tr>
            )
          }
          const name = module.names[part.out]!
          const { weights, bias } = RELU_GATES[part.type]
          const sum = weights.map((row, k) => reluTerm(row, bias[k]!)).join(' + ')
          const told = (nets: readonly Net[]) => nets.map(net => [module.names[net]!, `${values[net]}`] as const)
          return (
            <tr key={name}>
              <td {...shownNote(part.type)}>
                <Into act={onGate && (() => onGate(name))}>{say(GATES[part.type].name)}</Into>
                {module.set === 'relu' ? ` ${sum}` : ''}
                {unused.has(name) ? <span {...shownNote('unused')}>{` (${say(CIRCUIT_WORDS.unused)})`}</span> : null}
              </td>
              <td>
                <Told pairs={told(part.in)} module={module.name} />
              </td>
              <td>
                <Told pairs={told([part.out])} module={module.name} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Into({ act, children }: { act: (() => void) | undefined; children: string }) {
  if (act === undefined) return children
  return (
    <button type="button" className={c('textButton')} onClick={act}>
      {children}
    </button>
  )
}

/** `x = 0, y = 1`: names with their values; a constant has no other name than its value. */
function Told({ pairs, module }: { pairs: readonly (readonly [string, string])[]; module: string }) {
  const keyed = pairs.map(([name, value], at) => ({ name, value, at, key: `${at} ${name}` }))
  return keyed.map(({ name, value, at, key }) => (
    <Fragment key={key}>
      {at > 0 ? ', ' : ''}
      {name === value ? null : <NetName of={name} module={module} />}
      {name === value ? '' : ' = '}
      {value}
    </Fragment>
  ))
}

/** Bits as a word, highest first. */
const word = (nets: readonly Net[], values: Evaluation['values']): string =>
  nets
    .toReversed()
    .map(net => values[net])
    .join('')
