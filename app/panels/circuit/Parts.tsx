// What a drawing is made of: wires, gates, boxes, values and terminals. Gates and boxes can be gone into, inputs switched on
// the bench.
import { memo } from 'react'
import {
  bubbleRadius,
  CHIP,
  type Drawing,
  type DrawnBox,
  type DrawnGate,
  GATES,
} from '../../../emulator/circuits/index.ts'
import { NetText } from './NetName.tsx'
import { boxName, netText } from './names.ts'
import type { Switching } from './switching.ts'
import { useText, WORDS } from './words.ts'

export interface PartsProps {
  readonly drawing: Drawing
  /** The name of the module drawn. */
  readonly module: string
  readonly onGate?: ((name: string) => void) | undefined
  readonly onBox?: ((label: string) => void) | undefined
  /** The inputs that can be switched by hand; null where none can. */
  readonly switching?: Switching | null | undefined
  /** What a terminal is called outside, where that tells more: x of bit 3 is the addition's a₃. */
  readonly outer?: Readonly<Record<string, string>> | undefined
  /** Nets that change more than once before they settle. */
  readonly unsteady?: ReadonlySet<number> | undefined
}

/** All of a drawing. It is not drawn anew while it is only moved about. */
export const Parts = memo(function Parts({
  drawing,
  module,
  onGate,
  onBox,
  switching = null,
  outer,
  unsteady,
}: PartsProps) {
  return (
    <>
      <Wires drawing={drawing} unsteady={unsteady} />
      {drawing.gates.map(gate => (
        <Gate key={gate.name} gate={gate} module={module} onGate={onGate} />
      ))}
      {drawing.boxes.map(box => (
        <Box key={box.label} box={box} onBox={onBox} />
      ))}
      {drawing.chips.map(({ net, at, value }) => (
        <ChipMark key={`${net} ${at[0]} ${at[1]}`} at={at} value={value} />
      ))}
      <Terminals drawing={drawing} module={module} switching={switching} outer={outer} />
      {drawing.notes.map(({ text, at }) => (
        <text key={text} x={at[0]} y={at[1]} className="nl" textAnchor="middle">
          {text}
        </text>
      ))}
    </>
  )
})

function Wires({ drawing, unsteady }: Pick<PartsProps, 'drawing' | 'unsteady'>) {
  const say = useText()
  return drawing.wires.map(({ net, path, dots, value }) => (
    <g key={net} className={unsteady?.has(net) ? 'unsteady' : undefined}>
      {unsteady?.has(net) ? <title>{say(WORDS.changes)}</title> : null}
      <path className={`w${value ?? 0}`} d={path} />
      {dots.map(([x, y]) => (
        <circle key={`${x} ${y}`} className={`d${value ?? 0}`} cx={x} cy={y} r={3.2} />
      ))}
    </g>
  ))
}

/** What makes a part of a picture a button. */
const button = (label: string, act: (() => void) | undefined) =>
  act === undefined
    ? {}
    : {
        role: 'button',
        tabIndex: 0,
        'aria-label': label,
        onClick: act,
        onKeyDown: (event: React.KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          act()
        },
      }

function Gate({ gate, module, onGate }: { gate: DrawnGate; module: string; onGate: PartsProps['onGate'] }) {
  const say = useText()
  const label = `${say(GATES[gate.type].name)} ${say(netText(gate.name, module))}${gate.value === null ? '' : `: ${gate.value}`}${gate.unused ? `, ${say(WORDS.unused)}` : ''}`
  return (
    <g
      className={`gate${gate.unused ? ' unused' : ''}${onGate ? ' into' : ''}`}
      {...button(label, onGate && (() => onGate(gate.name)))}
    >
      <g transform={`translate(${gate.at[0]} ${gate.at[1]})`}>
        {gate.outlines.map(path => (
          <path key={path} className="g" d={path} />
        ))}
        {gate.strokes.map(path => (
          <path key={path} className="g nf" d={path} />
        ))}
        {gate.bubble ? <circle className="g" cx={gate.bubble[0]} cy={gate.bubble[1]} r={bubbleRadius} /> : null}
      </g>
      {gate.text.map(({ line, at }) => (
        <text
          key={line}
          x={at[0]}
          y={at[1]}
          className={line === GATES[gate.type].name.en ? 'gt sp' : 'gt'}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  )
}

/** Where a pin's name stands inside its box. */
const PIN_NAMES = {
  left: [4, 4, 'start'],
  right: [-4, 4, 'end'],
  top: [0, 13, 'middle'],
  bottom: [0, -5, 'middle'],
} as const

function Box({ box, onBox }: { box: DrawnBox; onBox: PartsProps['onBox'] }) {
  const say = useText()
  const [x, y] = box.at
  return (
    <g
      className={`gate${onBox ? ' into' : ''}`}
      {...button(`${say(boxName(box.label))}: ${say(box.title)}`, onBox && (() => onBox(box.label)))}
    >
      <rect className="g" x={x} y={y} width={box.width} height={box.height} rx={2} />
      <text className="gt" x={x + box.width / 2} y={y + box.height / 2 + 4} textAnchor="middle">
        {say(boxName(box.label))}
      </text>
      {box.pins.map(pin => {
        const [dx, dy, anchor] = PIN_NAMES[pin.side]
        return (
          <text
            key={`${pin.name} ${pin.at[0]} ${pin.at[1]}`}
            className="pn"
            x={pin.at[0] + dx}
            y={pin.at[1] + dy}
            textAnchor={anchor}
          >
            <NetText of={pin.name} />
          </text>
        )
      })}
    </g>
  )
}

function ChipMark({ at, value }: { at: readonly [number, number]; value: number }) {
  return (
    <g className={`chip v${value}`}>
      <rect x={at[0] - CHIP.width / 2} y={at[1] - CHIP.height / 2} width={CHIP.width} height={CHIP.height} rx={2} />
      <text x={at[0]} y={at[1] + 4.4}>
        {value}
      </text>
    </g>
  )
}

interface TerminalsProps {
  readonly drawing: Drawing
  readonly module: string
  readonly switching: Switching | null
  readonly outer: PartsProps['outer']
}

function Terminals({ drawing, module, switching, outer }: TerminalsProps) {
  const say = useText()
  return drawing.terminals.map(({ name, math, at, anchor, direction, net }) => {
    const chip = drawing.chips.find(each => each.net === net)
    const act = direction === 'input' ? switching?.get(name) : undefined
    return (
      <g
        key={name}
        className={act ? 'into' : undefined}
        {...(act
          ? { ...button(say(netText(name, module)), act), role: 'switch', 'aria-checked': chip?.value === 1 }
          : {})}
      >
        <text x={at[0]} y={at[1]} className="nm" textAnchor={anchor}>
          <NetText of={name} module={module} />
        </text>
        {outer?.[name] === undefined ? null : (
          <text
            x={at[0] + (direction === 'input' ? -16 : 14 + 4 * math.base.length)}
            y={at[1]}
            className="nl"
            textAnchor={anchor}
          >
            <NetText of={outer[name]} />
          </text>
        )}
        {act && chip ? <rect className="touch" x={chip.at[0] - 30} y={chip.at[1] - 12} width={44} height={24} /> : null}
      </g>
    )
  })
}
