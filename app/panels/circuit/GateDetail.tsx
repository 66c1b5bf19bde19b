// One gate: its symbol with the values, what it is made of in fewer kinds of gates, its weights as ReLUs, its truth table;
// or all that as a list.
import { Fragment, useMemo } from 'react'
import {
  beforeRelu,
  type Evaluation,
  evaluate,
  GATE_SETS,
  GATES,
  type Gate,
  type GateType,
  gateCount,
  type Module,
  RELU_GATES,
  relu,
  reluTerm,
  rewrite,
  type SymbolStyle,
} from '../../../emulator/circuits/index.ts'
import { moduleNamed } from '../../../emulator/datapath/index.ts'
import { noteOn } from '../../notes/sign.ts'
import { classes } from '../../style/classes.ts'
import { useText } from '../../text/useText.ts'
import { OutputFormulas, TruthTable, tableOf } from './Beside.tsx'
import sheet from './circuit.module.css'
import { isDrawn, useDrawing } from './drawing/layouts.ts'
import { NotDrawn, Picture } from './drawing/Picture.tsx'
import { GateList } from './GateList.tsx'
import { NetName } from './NetName.tsx'
import { netText } from './names.ts'
import { ScrollBox } from './Scroll.tsx'
import { CIRCUIT_WORDS } from './words.ts'

const c = classes(sheet)

interface Props {
  /** The module in which the gate is. */
  readonly evaluation: Evaluation
  readonly name: string
  readonly style: SymbolStyle
  readonly list: boolean
  /** The line of words beneath. */
  readonly said: React.ReactNode
}

/** The sets in which a gate of the book is shown to be made of others. */
const TELLING = ['not-and-or', 'nand'] as const

export function GateDetail({ evaluation, name, style, list, said }: Props) {
  const say = useText()
  const { module, values } = evaluation
  const part = module.parts.find(each => each.kind === 'gate' && module.names[each.out] === name)
  const type: GateType = part?.kind === 'gate' ? part.type : 'and'
  const [x = 0, y = 0] = part?.kind === 'gate' ? part.in.map(net => values[net]!) : []
  const one = useMemo(() => {
    const inputs = type === 'not' ? { x } : { x, y }
    const alone = moduleNamed(type, 1)!
    const made = TELLING.map(set => rewrite(alone, set)).filter(each => gateCount(each) > 1)
    return [module.set === 'relu' ? rewrite(alone, 'relu') : alone, ...(module.set === 'book' ? made : [])].map(each =>
      evaluate(each, inputs),
    )
  }, [type, x, y, module.set])
  const [alone, ...made] = one
  const words = `${say(GATES[type].name)} ${say(netText(name, module.name))}`
  if (list) {
    return (
      <ScrollBox label={`${say(CIRCUIT_WORDS.listOf)} ${words}`}>
        <GateList evaluation={evaluation} only={name} label={words} />
        <TruthTable evaluation={alone!} table={tableOf(alone!)!} />
        {made.map(each => (
          <Fragment key={each.module.set}>
            <p className={c('note madeOfNote')}>{`${say(CIRCUIT_WORDS.madeOf)} ${say(GATE_SETS[each.module.set])}`}</p>
            <GateList evaluation={each} label={`${words}, ${say(GATE_SETS[each.module.set])}`} />
          </Fragment>
        ))}
        {module.set === 'relu' ? <Weights type={type} inputs={type === 'not' ? [x] : [x, y]} /> : null}
      </ScrollBox>
    )
  }
  return (
    <div className={c('detail singleGate')}>
      <div className={c('madeOf', made.length === 0 && 'alone')}>
        <Small evaluation={alone!} style={style} label={`${words}: ${alone!.outputs['out']}`} />
        {made.map(each => (
          <figure key={each.module.set}>
            <Small
              still
              evaluation={each}
              style={style}
              label={`${words}, ${say(CIRCUIT_WORDS.madeOf)} ${say(GATE_SETS[each.module.set])}`}
            />
            <figcaption className={c('note')}>{say(GATE_SETS[each.module.set])}</figcaption>
          </figure>
        ))}
      </div>
      <div className={c('formulas')}>
        <OutputFormulas evaluation={alone!} />
        {part?.kind === 'gate' ? <Within module={module} gate={part} /> : null}
        {module.set === 'relu' ? <Weights type={type} inputs={type === 'not' ? [x] : [x, y]} /> : null}
      </div>
      <TruthTable evaluation={alone!} table={tableOf(alone!)!} />
      {said}
    </div>
  )
}

/** What the gate's terminals are in the module that it is in. */
function Within({ module, gate }: { module: Module; gate: Gate }) {
  const say = useText()
  const ends = [...gate.in.map((net, i) => ['xy'[i]!, net] as const), ['out', gate.out] as const].filter(
    ([name, net]) => name !== module.names[net],
  )
  if (ends.length === 0) return null
  return (
    <p className={c('writtenDown')}>
      {say(CIRCUIT_WORDS.inPlace)}{' '}
      {ends.map(([name, net], i) => (
        <Fragment key={name}>
          {i > 0 ? ', ' : ''}
          <NetName of={name} /> = <NetName of={module.names[net]!} module={module.name} />
        </Fragment>
      ))}
    </p>
  )
}

interface SmallProps {
  readonly evaluation: Evaluation
  readonly style: SymbolStyle
  readonly label: string
  readonly still?: boolean
}

/** The gate's own drawing, or that of what it is made of. */
function Small({ evaluation, style, label, still = false }: SmallProps) {
  const picture = useDrawing(evaluation, style)
  if (!isDrawn(picture)) return <NotDrawn {...picture} />
  return <Picture still={still} drawing={picture} module={evaluation.module.name} label={label} />
}

/** `ReLU(x − y) + ReLU(y − x) = ReLU(1) + ReLU(−1) = 1 + 0`. */
function Weights({ type, inputs }: { type: GateType; inputs: readonly number[] }) {
  const say = useText()
  const { weights, bias } = RELU_GATES[type]
  const before = beforeRelu(RELU_GATES[type], inputs)
  const minus = (value: number): string => (value < 0 ? `−${-value}` : `${value}`)
  return (
    <div className={c('sums')} role="group" aria-label={say(CIRCUIT_WORDS.weights)} {...noteOn('weights')}>
      <p>{weights.map((row, k) => reluTerm(row, bias[k]!)).join(' + ')}</p>
      <p>= {before.map(value => `ReLU(${minus(value)})`).join(' + ')}</p>
      <p>= {before.map(value => minus(relu(value))).join(' + ')}</p>
      <p
        className={c('note')}
      >{`w = [${weights.map(row => `[${row.map(minus).join(', ')}]`).join(', ')}], b = [${bias.map(minus).join(', ')}]`}</p>
    </div>
  )
}
