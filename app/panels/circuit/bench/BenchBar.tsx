// The bench's controls: which circuit, how wide, and numbers and switches for its inputs.
import { useId } from 'react'
import { type Inputs, type Module, NETWORKS, type Port } from '../../../../emulator/circuits/index.ts'
import { MODULES, moduleNamed, OPERATIONS } from '../../../../emulator/datapath/index.ts'
import { classes } from '../../../style/classes.ts'
import { useText } from '../../../text/useText.ts'
import sheet from '../circuit.module.css'
import { netText } from '../names.ts'
import { NETWORK_RANGE, portRange, putOnBench, setInputs, WIDTHS } from '../store.ts'
import { useCircuit } from '../subject.ts'
import { CIRCUIT_WORDS } from '../words.ts'

const css = classes(sheet)

export function BenchBar() {
  const say = useText()
  const { name, bits, inputs } = useCircuit(state => state.bench)
  const network = NETWORKS.find(each => each.name === name)
  const module = network ? undefined : moduleNamed(name, bits)!
  return (
    <div className={css('bench')}>
      <b>{say(CIRCUIT_WORDS.bench)}</b>
      <select
        aria-label={say(CIRCUIT_WORDS.circuit)}
        value={name}
        onChange={event => putOnBench(event.currentTarget.value, bits)}
      >
        <optgroup label={say(CIRCUIT_WORDS.modules)}>
          {MODULES.map(each => (
            <option key={each.name} value={each.name}>
              {say(each.title)}
            </option>
          ))}
        </optgroup>
        <optgroup label={say(CIRCUIT_WORDS.networks)}>
          {NETWORKS.map(each => (
            <option key={each.name} value={each.name}>
              {say(each.title)}
            </option>
          ))}
        </optgroup>
      </select>
      {module?.bits == null ? null : (
        <select
          className={css('bitsField')}
          aria-label={say(CIRCUIT_WORDS.width)}
          value={bits}
          onChange={event => putOnBench(name, Number(event.currentTarget.value))}
        >
          {WIDTHS.map(each => (
            <option key={each} value={each}>
              {`${each} ${say(CIRCUIT_WORDS.bits)}`}
            </option>
          ))}
        </select>
      )}
      {network?.inputs.map(each => (
        <NumberField key={each} name={each} value={inputs[each] ?? 0} low={-NETWORK_RANGE} high={NETWORK_RANGE} />
      ))}
      {module?.inputs.map(port => (
        <PortField key={`${name} ${port.name}`} port={port} module={name} inputs={inputs} />
      ))}
      {module ? <Columns module={module} inputs={inputs} /> : null}
    </div>
  )
}

function PortField({ port, module, inputs }: { port: Port; module: string; inputs: Inputs }) {
  const say = useText()
  const value = inputs[port.name] ?? 0
  if (port.width === null) {
    return (
      <button
        type="button"
        role="switch"
        className={css('switch')}
        aria-checked={value === 1}
        onClick={() => setInputs({ [port.name]: 1 - value })}
      >
        {say(netText(port.name, module))} <b>{value}</b>
      </button>
    )
  }
  if (port.name === 'op') {
    return (
      <select aria-label="op" value={value} onChange={event => setInputs({ op: Number(event.currentTarget.value) })}>
        {OPERATIONS.map((operation, code) => (
          <option key={operation} value={code}>
            {operation}
          </option>
        ))}
      </select>
    )
  }
  const [low, high] = portRange(port)
  return <NumberField name={port.name} value={value} low={low} high={high} />
}

function NumberField({ name, value, low, high }: { name: string; value: number; low: number; high: number }) {
  const id = useId()
  return (
    <label className={css('numberField')} htmlFor={id}>
      <i className={css('mathName')}>{name}</i>
      <input
        id={id}
        type="number"
        min={low}
        max={high}
        step={1}
        value={value}
        onChange={event => {
          const number = Math.trunc(event.currentTarget.valueAsNumber)
          if (Number.isFinite(number)) setInputs({ [name]: Math.min(high, Math.max(low, number)) })
        }}
      />
    </label>
  )
}

/** `101 + 011 = 1000`: small sums as the book writes them, with no more digits than they need. */
function Columns({ module, inputs }: { module: Module; inputs: Inputs }) {
  const { a = 0, b = 0, c = 0 } = inputs
  if (module.name !== 'ripple-adder' || a < 0 || b < 0) return null
  const width = Math.max(a.toString(2).length, b.toString(2).length)
  const binary = (value: number): string => value.toString(2).padStart(width, '0')
  const carried = c === 1 ? ' + 1' : ''
  return (
    <span className={css('note columns')}>
      <span className={css('decimals')}>{`${a} + ${b}${carried} = ${a + b + c}`}</span>
      <span className={css('mono')}>{`${binary(a)} + ${binary(b)}${carried} = ${binary(a + b + c)}`}</span>
    </span>
  )
}
