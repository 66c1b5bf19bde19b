// The part of the circuit that one has gone into: its drawing with formulas and truth table beside it, or a gate, or a list,
// or rows as on paper; beneath it a line of words that says what is shown.
import { useMemo } from 'react'
import { type Evaluation, flatNets, lookInside, moduleAt, moduleTitle } from '../../../emulator/circuits/index.ts'
import { isComparing, sameAs, stillOf, storyOf } from '../../../emulator/datapath/index.ts'
import {
  joined,
  type Parts,
  perLanguage,
  type Sentence,
  type Text,
  words as wordsOf,
} from '../../../emulator/instructions/index.ts'
import { useSession } from '../../state/react.ts'
import { session } from '../../state/session.ts'
import { classes } from '../../style/classes.ts'
import { Said } from '../../text/Said.tsx'
import { useText } from '../../text/useText.ts'
import { isAddition } from './arithmetic/addition.ts'
import { hasRows, Rows } from './arithmetic/Rows.tsx'
import { hasFormulas, OutputFormulas, TruthTable, tableOf } from './Beside.tsx'
import { switching } from './bench/switching.ts'
import sheet from './circuit.module.css'
import { bitOf, type CircuitPath, PICKED } from './circuit-path.ts'
import { isDrawn, useDrawing } from './drawing/layouts.ts'
import { NotDrawn, Picture } from './drawing/Picture.tsx'
import { GateDetail } from './GateDetail.tsx'
import { GateList } from './GateList.tsx'
import { netText } from './names.ts'
import { ScrollBox } from './Scroll.tsx'
import { circuitStore, openPath } from './store.ts'
import { type Live, type Subject, useCircuit } from './subject.ts'
import { CIRCUIT_WORDS } from './words.ts'

const c = classes(sheet)

/** Wider than this, multiplier and divider are shown row by row. */
const ROWS_FROM = 8

interface Props {
  readonly subject: Subject
  readonly live: Live
  readonly place: CircuitPath
  /** The labels of the modules gone into. */
  readonly path: readonly string[]
  readonly bit: number
  /** The innermost of them. */
  readonly evaluation: Evaluation
}

export function Detail({ subject, live, place, path, bit, evaluation }: Props) {
  const say = useText()
  const { module } = subject
  const list = useCircuit(state => state.list)
  const style = useCircuit(state => state.style)
  const drawAll = useCircuit(state => state.drawAll)
  const inside = evaluation.module
  const title = say(moduleTitle(inside))
  const here: CircuitPath = { ...place, path: place.path.slice(0, path.length) }
  const isThere = inside.parts.some(part => part.kind === 'gate' && inside.names[part.out] === place.gate)
  const gate = isThere ? place.gate : null
  const look = (name: string): void => openPath(module.name, { ...here, gate: name })
  const into = (label: string): void => {
    const number = bitOf(module, here, inside, label)
    if (number !== null) session.setState({ bit: number })
    openPath(module.name, { path: [...here.path, number === null ? label : PICKED], gate: null })
  }
  const told = whatIsShown(subject, live, evaluation, path)
  const said = (
    <p className={c('remark')}>
      <FaultSwitch />
      {drawAll && hasRows(inside.name) && inside.bits! > ROWS_FROM && gate === null && !list ? (
        <>
          <button type="button" className={c('textButton')} onClick={() => circuitStore.setState({ drawAll: false })}>
            {say(CIRCUIT_WORDS.byRows)}
          </button>{' '}
        </>
      ) : null}
      <Said parts={say(told)} />
    </p>
  )
  const inRows = !drawAll && hasRows(inside.name) && inside.bits! > ROWS_FROM
  const detail =
    gate !== null ? (
      <GateDetail evaluation={evaluation} name={gate} style={style} list={list} said={said} />
    ) : list ? (
      <ScrollBox label={`${say(CIRCUIT_WORDS.listOf)} ${title}`}>
        <GateList evaluation={evaluation} label={title} onGate={look} onBox={into} />
      </ScrollBox>
    ) : inRows ? (
      <Rows evaluation={evaluation} bit={bit} onBox={into} onDraw={() => circuitStore.setState({ drawAll: true })} />
    ) : (
      <Drawn
        {...{ subject, live, path, bit, evaluation, title, look, into, said }}
        isPicked={here.path.at(-1) === PICKED && isAddition(module.name)}
      />
    )
  return (
    <>
      {detail}
      {list || (inRows && gate === null) ? said : null}
    </>
  )
}

/** At a division by zero, which is no step: from the last step done to the division that failed, and back. */
function FaultSwitch() {
  const say = useText()
  const isThere = useSession(({ view }) => view?.division != null)
  const benching = useCircuit(state => state.benching)
  const faulted = useCircuit(state => state.faulted)
  if (!isThere || benching) return null
  return (
    <>
      <span className={c('faultMark')}>✕</span>{' '}
      <button
        type="button"
        className={c('textButton')}
        onClick={() => circuitStore.setState({ faulted: !faulted, time: null, playing: false })}
      >
        {say(faulted ? CIRCUIT_WORDS.toStep : CIRCUIT_WORDS.toFault)}
      </button>{' '}
    </>
  )
}

interface DrawnProps extends Omit<Props, 'place'> {
  readonly title: string
  readonly look: (gate: string) => void
  readonly into: (label: string) => void
  readonly said: React.ReactNode
  /** Whether it is the picked full adder of the written addition. */
  readonly isPicked: boolean
}

function Drawn({ subject, live, path, bit, evaluation, title, look, into, said, isPicked }: DrawnProps) {
  const say = useText()
  const { module, kind } = subject
  const style = useCircuit(state => state.style)
  const time = useCircuit(state => state.time)
  const inside = evaluation.module
  const picture = useDrawing(evaluation, style)
  const restless = useMemo(() => {
    if (time === null || !live.found) return undefined
    const counts = live.found.counts
    return new Set(flatNets(module, path).flatMap((flat, net) => (counts[flat]! > 1 ? [net] : [])))
  }, [module, path, live.found, time])
  if (!isDrawn(picture)) {
    return (
      <div className={c('detail drawingOnly')}>
        <NotDrawn {...picture} />
        {said}
      </div>
    )
  }
  const table = tableOf(evaluation)
  // The formulas are the book's in every gate set.
  const withFormulas = hasFormulas(evaluation)
  const tell = (numbers: Evaluation['inputs']): string => told(numbers, inside.name, say)
  return (
    <div className={c('detail', table ? !withFormulas && 'withoutFormulas' : 'drawingOnly')}>
      <Picture
        drawing={picture}
        module={inside.name}
        label={`${title}${say(CIRCUIT_WORDS.colon)}${tell(evaluation.inputs)}; ${tell(evaluation.outputs)}`}
        focus={`bit${bit}`}
        onGate={look}
        onBox={into}
        switching={kind === 'step' ? null : switching(subject, isPicked ? [PICKED] : path, bit)}
        outer={isPicked ? outerNames(module.name, bit) : undefined}
        unsteady={restless}
      />
      {withFormulas ? <OutputFormulas evaluation={evaluation} /> : null}
      {table ? <TruthTable evaluation={evaluation} table={table} /> : null}
      {said}
    </div>
  )
}

/**
 * What is said beneath: what the circuit does with its numbers, or while time runs what is not there yet; then of a step
 * where its result goes, on the bench the circuit's one-bit outputs; and what another gate set is.
 */
function whatIsShown(subject: Subject, { values, rest }: Live, inner: Evaluation, path: readonly string[]): Sentence {
  const { kind, module, inputs, words } = subject
  const root = lookInside(module, [], values)!
  // A full adder has its own line beside it: of it the whole addition is told.
  const isBit = inner.module.name.endsWith('-adder') && inner.module.bits === null && path.length > 0
  const of = isBit ? root : inner
  const label = path.at(-1)
  const around = isBit || label === undefined ? null : { label, within: moduleAt(module, path.slice(0, -1))!.name }
  const unsettled = stillOf(inner, lookInside(module, path, rest)!) ?? stillOf(root, lookInside(module, [], rest)!)
  const isJump = kind === 'step' && module.bits === null
  const isAlone = of.module.name.endsWith('-adder') && of.module.bits === null
  const story = unsettled ?? (isJump || isAlone ? null : storyOf(of, around))
  const flags = module.outputs.filter(port => port.width === null && module.bits !== null).map(({ name }) => name)
  return perLanguage((language): Parts => {
    const list = flags.map(name => `${netText(name, module.name)[language]} = ${root.outputs[name]}`)
    const comparing = isComparing(inputs['op'] ?? 0)
    const which = module.name === 'alu' ? (comparing ? CIRCUIT_WORDS.lessExact : CIRCUIT_WORDS.lessSign)[language] : ''
    const of = [list.join(CIRCUIT_WORDS.between[language]), which].filter(Boolean).map(text => [wordsOf(text)])
    const after = kind === 'idle' || isJump || unsettled !== null ? [] : kind === 'step' ? [words[language]] : of
    const same = sameAs(inner)
    return joined([...(story ? [story[language]] : []), ...after, ...(same ? [same[language]] : [])], ' ')
  })
}

/** What the picked full adder's terminals are in the written addition. */
const outerNames = (module: string, bit: number): Record<string, string> => ({
  x: `a[${bit}]`,
  y: `${module === 'subtractor' ? '¬b' : 'b'}[${bit}]`,
  c: `c[${bit}]`,
  s: `s[${bit}]`,
  c_next: `c[${bit + 1}]`,
})

/** `a 6, b 7`. */
const told = (numbers: Readonly<Record<string, number>>, module: string, say: (text: Text) => string): string =>
  Object.entries(numbers)
    .map(([name, value]) => `${say(netText(name, module))} ${value}`)
    .join(', ')
