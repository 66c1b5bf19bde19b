// What a drawing is made of: wires, gates, boxes, values and terminals. Gates and boxes can be gone into, inputs switched on
// the bench.
import { memo } from 'react'
import {
  bubbleRadius,
  CHIP_HEIGHT,
  type Chip,
  type Drawing,
  type DrawnBox,
  type DrawnGate,
  GATES,
  PIN_NAMES,
} from '../../../../emulator/circuits/index.ts'
import { shownNote } from '../../../notes/sign.ts'
import { classes } from '../../../style/classes.ts'
import { useText } from '../../../text/useText.ts'
import type { Switching } from '../bench/switching.ts'
import sheet from '../circuit.module.css'
import { NetText } from '../NetName.tsx'
import { boxName, netText } from '../names.ts'
import { CIRCUIT_WORDS } from '../words.ts'

const c = classes(sheet)

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
export const PlacedParts = memo(function PlacedParts({
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
      {drawing.chips.map(chip => (
        <ChipMark key={`${chip.at[0]} ${chip.at[1]}`} chip={chip} />
      ))}
      <Terminals drawing={drawing} module={module} switching={switching} outer={outer} />
      {drawing.notes.map(({ text, at }) => (
        <text key={text} x={at[0]} y={at[1]} className={c('netLabel')} textAnchor="middle">
          {text}
        </text>
      ))}
    </>
  )
})

function Wires({ drawing, unsteady }: Pick<PartsProps, 'drawing' | 'unsteady'>) {
  return (
    <>
      {drawing.wires.map(({ nets, path, dots, value }) => {
        const isRestless = nets.some(net => unsteady?.has(net))
        const isBus = nets.length > 1
        return (
          <g key={path} className={c(isRestless && 'unsteady')} {...(isRestless ? shownNote('dashed') : {})}>
            <path className={c(isBus ? 'bus' : value === 1 ? 'wireOne' : 'wireZero')} d={path} />
            {isBus ? <path className={c('busCore')} d={path} /> : null}
            {dots.map(([x, y]) => (
              <circle
                key={`${x} ${y}`}
                className={c(isBus ? 'busDot' : value === 1 ? 'one' : 'zero')}
                cx={x}
                cy={y}
                r={isBus ? 4.5 : 3.2}
              />
            ))}
          </g>
        )
      })}
      {drawing.marks.map(({ kind, text, at: [x, y] }) => (
        <g key={`${kind} ${x} ${y}`} {...(kind === 'width' ? shownNote('bus') : {})}>
          {kind === 'width' ? <path className={c('slash')} d={`M${x - 3} ${y + 6}L${x + 3} ${y - 6}`} /> : null}
          <text
            className={c('widthMark')}
            x={kind === 'width' ? x : x + 3}
            y={kind === 'width' ? y - 8 : y - 4}
            textAnchor={kind === 'width' ? 'middle' : 'start'}
          >
            {text}
          </text>
        </g>
      ))}
    </>
  )
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
  const label = `${say(GATES[gate.type].name)} ${say(netText(gate.name, module))}${gate.value === null ? '' : `: ${gate.value}`}${gate.unused ? `, ${say(CIRCUIT_WORDS.unused)}` : ''}`
  return (
    <g
      className={c(gate.unused && 'unused', onGate && 'canEnter')}
      {...shownNote(gate.unused ? 'unused' : gate.type)}
      {...button(label, onGate && (() => onGate(gate.name)))}
    >
      <g transform={`translate(${gate.at[0]} ${gate.at[1]})`}>
        {gate.outlines.map(path => (
          <path key={path} className={c('groupStart')} d={path} />
        ))}
        {gate.strokes.map(path => (
          <path key={path} className={c('groupStart outline')} d={path} />
        ))}
        {gate.bubble ? (
          <circle className={c('groupStart')} cx={gate.bubble[0]} cy={gate.bubble[1]} r={bubbleRadius} />
        ) : null}
      </g>
      {gate.text.map(({ line, at }) => (
        <text
          key={line}
          x={at[0]}
          y={at[1]}
          className={c('gateText', line === GATES[gate.type].name.en && 'spelled')}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  )
}

function Box({ box, onBox }: { box: DrawnBox; onBox: PartsProps['onBox'] }) {
  const say = useText()
  const [x, y] = box.at
  return (
    <g
      className={c(onBox && 'canEnter')}
      {...shownNote('box')}
      {...button(
        `${say(boxName(box.label))}${say(CIRCUIT_WORDS.colon)}${say(box.title)}`,
        onBox && (() => onBox(box.label)),
      )}
    >
      <rect className={c('groupStart')} x={x} y={y} width={box.width} height={box.height} rx={2} />
      <text className={c('gateText')} x={x + box.width / 2} y={y + box.height / 2 + 4} textAnchor="middle">
        {say(boxName(box.label))}
      </text>
      {box.pins.map(pin => {
        const [dx, dy, anchor] = PIN_NAMES[pin.side]
        return (
          <text
            key={`${pin.name} ${pin.at[0]} ${pin.at[1]}`}
            className={c('pinName')}
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

function ChipMark({ chip: { at, width, text, value } }: { chip: Chip }) {
  return (
    <g className={c('chip', value === 1 && 'isOne')}>
      <rect x={at[0] - width / 2} y={at[1] - CHIP_HEIGHT / 2} width={width} height={CHIP_HEIGHT} rx={2} />
      <text x={at[0]} y={at[1] + 4.4}>
        {text}
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
  return drawing.terminals.map(({ name, math, at, anchor, direction, nets }) => {
    const chip = drawing.chips.find(each => each.nets.length === 1 && each.nets[0] === nets[0])
    const act = direction === 'input' ? switching?.get(name) : undefined
    return (
      <g
        key={name}
        className={c(act && 'canEnter')}
        {...(act
          ? { ...button(say(netText(name, module)), act), role: 'switch', 'aria-checked': chip?.value === 1 }
          : {})}
      >
        <text x={at[0]} y={at[1]} className={c('mathName')} textAnchor={anchor}>
          <NetText of={name} module={module} />
        </text>
        {outer?.[name] === undefined ? null : (
          <text
            x={at[0] + (direction === 'input' ? -16 : 14 + 4 * math.base.length)}
            y={at[1]}
            className={c('netLabel')}
            textAnchor={anchor}
          >
            <NetText of={outer[name]} />
          </text>
        )}
        {act && chip ? (
          <rect className={c('touchArea')} x={chip.at[0] - 30} y={chip.at[1] - 12} width={44} height={24} />
        ) : null}
      </g>
    )
  })
}
