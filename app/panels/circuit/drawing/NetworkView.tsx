// A ReLU network of the book's section 3.2: inputs, hidden layer, output, every weight on its line and every sum at its neuron.
import { type Inputs, type Network, runNetwork } from '../../../../emulator/circuits/index.ts'
import { noteOn } from '../../../notes/sign.ts'
import { classes } from '../../../style/classes.ts'
import { useText } from '../../../text/useText.ts'
import sheet from '../circuit.module.css'
import { CIRCUIT_WORDS } from '../words.ts'

const c = classes(sheet)

const X = { input: 70, hidden: 300, output: 540 } as const
const ROW = 62

const minus = (value: number): string => (value < 0 ? `−${-value}` : `${value}`)

/** `−1·(−4) + 0·3`: a weighted sum written out. */
function sumText(weights: readonly number[], values: readonly number[]): string {
  const terms = weights.map((weight, i) => {
    const value = values[i]!
    return [weight, `${Math.abs(weight)}·${value < 0 ? `(${minus(value)})` : value}`] as const
  })
  return terms
    .map(([weight, text], i) => (i === 0 ? `${weight < 0 ? '−' : ''}${text}` : `${weight < 0 ? ' − ' : ' + '}${text}`))
    .join('')
}

export function NetworkView({ network, inputs }: { network: Network; inputs: Inputs }) {
  const say = useText()
  const given = network.inputs.map(name => inputs[name] ?? 0)
  const { before, after, output } = runNetwork(network, given)
  const rows = Math.max(network.inputs.length, network.hidden.length, 2)
  const height = rows * ROW + 30
  const y = (i: number, count: number): number => height / 2 + (i - (count - 1) / 2) * ROW
  const inputY = (i: number): number => y(i, network.inputs.length)
  const hiddenY = (i: number): number => y(i, network.hidden.length)
  const skipping = network.skip.some(weight => weight !== 0)
  const skips = network.skip.flatMap((weight, i) => (weight === 0 ? [] : [{ weight, value: given[i]! }]))
  const outY = skipping ? height / 2 + 20 : height / 2
  return (
    <div className={c('detail network')}>
      <svg
        className={c('drawing')}
        viewBox={`0 0 640 ${height}`}
        role="img"
        aria-label={`${say(network.title)}: ${network.formula}`}
      >
        {network.hidden.map(({ name, weights }, h) =>
          weights.map((weight, i) => (
            <Edge
              key={`${name} ${network.inputs[i]}`}
              from={[X.input, inputY(i)]}
              to={[X.hidden, hiddenY(h)]}
              weight={weight}
              at={0.3 + 0.12 * i}
            />
          )),
        )}
        {network.output.weights.map((weight, h) => (
          <Edge
            key={network.hidden[h]!.name}
            from={[X.hidden, hiddenY(h)]}
            to={[X.output, outY]}
            weight={weight}
            at={0.5}
          />
        ))}
        {network.skip.map((weight, i) =>
          weight === 0 ? null : (
            <Edge
              key={network.inputs[i]}
              from={[X.input, inputY(i)]}
              to={[X.output, outY]}
              weight={weight}
              at={0.55}
              over={-46}
            />
          ),
        )}
        {network.inputs.map((name, i) => (
          <Neuron key={name} x={X.input} y={inputY(i)} name={name} value={given[i]!} />
        ))}
        {network.hidden.map(({ name }, h) => (
          <Neuron
            key={name}
            x={X.hidden}
            y={hiddenY(h)}
            name={`ReLU(${minus(before[h]!)})`}
            value={after[h]!}
            on={after[h]! > 0}
          />
        ))}
        <Neuron x={X.output} y={outY} name={network.output.name} value={output} />
      </svg>
      <div className={c('sums')} role="group" aria-label={say(CIRCUIT_WORDS.weights)} {...noteOn('weights')}>
        <p className={c('large')}>{network.formula}</p>
        {network.hidden.map(({ name, weights, bias }, h) => (
          <p key={name}>
            {`${name} = ReLU(${sumText([...weights, ...(bias === 0 ? [] : [1])], [...given, bias])}) = ${minus(after[h]!)}`}
          </p>
        ))}
        <p>
          {`y = ${sumText([...skips.map(({ weight }) => weight), ...network.output.weights], [...skips.map(({ value }) => value), ...after])} = `}
          <b>{minus(output)}</b>
        </p>
        <p
          className={c('note')}
        >{`w₁ = [${network.hidden.map(({ weights }) => `[${weights.map(minus).join(', ')}]`).join(', ')}], b₁ = 0, w₂ = [${network.output.weights.map(minus).join(', ')}], b₂ = 0`}</p>
        <p className={c('note')}>{say(network.words)}</p>
      </div>
    </div>
  )
}

interface EdgeProps {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly weight: number
  /** How far along the line the weight stands. */
  readonly at: number
  /** How far the line is bent upwards or downwards. */
  readonly over?: number
}

function Edge({ from, to, weight, at, over = 0 }: EdgeProps) {
  const [x0, y0] = [from[0] + 18, from[1]]
  const [x1, y1] = [to[0] - 18, to[1]]
  const middle: [number, number] = [(x0 + x1) / 2, Math.min(y0, y1) + over * 2]
  const path = over === 0 ? `M${x0} ${y0}L${x1} ${y1}` : `M${x0} ${y0}Q${middle[0]} ${middle[1]} ${x1} ${y1}`
  const label: [number, number] =
    over === 0
      ? [x0 + (x1 - x0) * at, y0 + (y1 - y0) * at]
      : [middle[0] * 0.5 + (x0 + x1) * 0.25, middle[1] * 0.5 + (y0 + y1) * 0.25]
  return (
    <g className={c('edge', weight === 0 ? 'weightless' : weight < 0 && 'negative')}>
      <path d={path} />
      <rect x={label[0] - 13} y={label[1] - 9} width={26} height={18} rx={2} />
      <text x={label[0]} y={label[1] + 4.5} textAnchor="middle">
        {minus(weight)}
      </text>
    </g>
  )
}

function Neuron({ x, y, name, value, on = true }: { x: number; y: number; name: string; value: number; on?: boolean }) {
  return (
    <g className={c('neuron', !on && 'silent')}>
      <circle cx={x} cy={y} r={18} />
      <text x={x} y={y + 5} textAnchor="middle" className={c('neuronValue')}>
        {minus(value)}
      </text>
      <text x={x} y={y - 24} textAnchor="middle" className={c('netLabel')}>
        {name}
      </text>
    </g>
  )
}
