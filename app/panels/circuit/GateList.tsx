// The same circuit as a list: every gate with its inputs, output and values, and the modules inside, to be gone into.
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
import { useText, WORDS } from './words.ts'

interface Props {
  readonly evaluation: Evaluation
  readonly label: string
  readonly onGate: (name: string) => void
  readonly onBox: (label: string) => void
}

export function GateList({ evaluation, label, onGate, onBox }: Props) {
  const say = useText()
  const { module, values } = evaluation
  const unused = unusedGates(flatten(module))
  const told = (net: Net): string => `${module.names[net]} ${values[net]}`
  return (
    <div className="gates-scroll">
      <table className="gates" aria-label={`${say(WORDS.listOf)} ${label}`}>
        <thead>
          <tr>
            <th>{say(WORDS.gate)}</th>
            <th>{say(WORDS.inputs)}</th>
            <th>{say(WORDS.output)}</th>
          </tr>
        </thead>
        <tbody>
          {module.parts.map(part => {
            if (part.kind === 'instance') {
              return (
                <tr key={part.label}>
                  <td>
                    <button type="button" className="lk" onClick={() => onBox(part.label)}>
                      {`${part.label}: ${say(moduleTitle(part.module))}`}
                    </button>
                  </td>
                  <td>{part.module.inputs.map((port, i) => `${port.name} ${word(part.in[i]!, values)}`).join(', ')}</td>
                  <td>
                    {part.module.outputs.map((port, i) => `${port.name} ${word(part.out[i]!, values)}`).join(', ')}
                  </td>
                </tr>
              )
            }
            const name = module.names[part.out]!
            const { weights, bias } = RELU_GATES[part.type]
            const sum = weights.map((row, k) => reluTerm(row, bias[k]!)).join(' + ')
            return (
              <tr key={name}>
                <td>
                  <button type="button" className="lk" onClick={() => onGate(name)}>
                    {say(GATES[part.type].name)}
                  </button>
                  {module.set === 'relu' ? ` ${sum}` : ''}
                  {unused.has(name) ? ` (${say(WORDS.unused)})` : ''}
                </td>
                <td>{part.in.map(told).join(', ')}</td>
                <td>{told(part.out)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Bits as a word, highest first. */
const word = (nets: readonly Net[], values: Evaluation['values']): string =>
  nets
    .toReversed()
    .map(net => values[net])
    .join('')
