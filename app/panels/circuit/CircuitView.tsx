// What the circuit view shows: the step's own circuit with the operands it had before the step, down to one gate; or the bench.
import { lazy, Suspense, useEffect, useMemo } from 'react'
import {
  drawing,
  type Evaluation,
  flatNets,
  lookInside,
  moduleTitle,
  OPERATIONS,
  svgOf,
  unsteady,
} from '../../../emulator/circuits/index.ts'
import type { Text } from '../../../emulator/instructions/index.ts'
import { Named } from '../../marks/Named.tsx'
import { useSession } from '../../state/react.ts'
import { session } from '../../state/session.ts'
import { useWords } from '../../words/index.ts'
import { BenchBar } from './BenchBar.tsx'
import { Formulas, suits, TruthTable } from './Beside.tsx'
import { Crumbs, labels } from './Crumbs.tsx'
import { GateDetail } from './GateDetail.tsx'
import { GateList } from './GateList.tsx'
import { NetworkView } from './NetworkView.tsx'
import { netText } from './names.ts'
import { LARGE, Picture } from './Picture.tsx'
import { hasRows, Rows } from './Rows.tsx'
import { circuit, goTo, PICKED, type Place, placeIn } from './state.ts'
import { type Live, type Subject, useCircuit, useLive, useShown } from './subject.ts'
import { switching } from './switching.ts'
import { Time } from './Time.tsx'
import { isWritten, NothingWritten, Written } from './Written.tsx'
import { useText, WORDS } from './words.ts'

const Menus = lazy(() => import('./Menus.tsx'))

/** Wider than this, multiplier and divider are shown row by row. */
const ROWS_FROM = 8

export default function CircuitView() {
  const t = useWords()
  const shown = useShown()
  if (!('network' in shown)) return <ModuleView subject={shown} />
  return (
    <>
      <header className="cap">
        <h2>{t('circuit.name')}</h2>
        <span className="tools">
          <BenchButton />
        </span>
      </header>
      <BenchBar />
      <NetworkView network={shown.network} inputs={shown.inputs} />
    </>
  )
}

function BenchButton() {
  const say = useText()
  const benching = useCircuit(state => state.benching)
  return (
    <button
      type="button"
      className="tg"
      aria-pressed={benching}
      onClick={() => circuit.setState({ benching: !benching, time: null, playing: false })}
    >
      {say(WORDS.bench)}
    </button>
  )
}

function ModuleView({ subject }: { subject: Subject }) {
  const t = useWords()
  const say = useText()
  const live = useLive(subject)
  const { module, inputs, kind } = subject
  const list = useCircuit(state => state.list)
  const places = useCircuit(state => state.places)
  const bit = Math.min(
    useSession(state => state.bit),
    (module.bits ?? subject.bits) - 1,
  )
  const place = placeIn(places, module.name)
  const path = useMemo(() => labels(place.path, bit), [place.path, bit])
  const evaluation = useMemo(() => lookInside(module, path, live.values), [module, path, live.values])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step, or other numbers, are at rest to begin with
  useEffect(() => circuit.setState({ time: null, playing: false }), [module, inputs])
  const firstGate = evaluation?.module.parts.find(part => part.kind === 'gate')
  const first = firstGate?.kind === 'gate' ? evaluation?.module.names[firstGate.out] : undefined
  const written = isWritten(module.name)
  const save = (): void => {
    if (evaluation)
      download(
        `${evaluation.module.name}.svg`,
        svgOf(drawing(evaluation.module, evaluation.values, circuit.getState().style)),
      )
  }
  return (
    <>
      <header className="cap">
        <h2>{t('circuit.name')}</h2>
        <Crumbs root={module} place={place} bit={bit} idle={kind === 'idle'} first={first} />
        <Settling live={live} written={written} />
        <span className="tools">
          <Time found={live.found} />
          <Suspense fallback={<span className="tg">{say(WORDS.gates)}</span>}>
            <Menus onSave={save} />
          </Suspense>
          <button type="button" className="tg" aria-pressed={list} onClick={() => circuit.setState({ list: !list })}>
            {say(WORDS.asList)}
          </button>
          <BenchButton />
        </span>
      </header>
      {kind === 'bench' ? <BenchBar /> : null}
      {kind === 'idle' ? <NothingWritten subject={subject} bit={bit} /> : null}
      {written ? <Written subject={subject} values={live.values} bit={bit} /> : null}
      {written || kind === 'idle' ? null : (
        <Numbers subject={subject} evaluation={lookInside(module, [], live.values)!} />
      )}
      <Detail subject={subject} live={live} place={place} path={path} bit={bit} />
    </>
  )
}

/** How long the change took, and how long it could at most; while time is watched, how many wires were unsteady. */
function Settling({ live: { found, longest }, written }: { live: Live; written: boolean }) {
  const say = useText()
  const watching = useCircuit(state => state.time !== null)
  const restless = found !== null && watching ? unsteady(found).length : 0
  return (
    <span className="note settle" title={written ? say(WORDS.whyLong) : undefined}>
      {found ? `${say(WORDS.settleTime)} ${found.settleTime} · ` : ''}
      {`${say(WORDS.longestPath)} ${longest}`}
      {restless > 0 ? ` · ${say(WORDS.dashed)} ${restless}` : ''}
    </span>
  )
}

/** What goes in and what comes out as numbers, where no written addition says it; of the ALU also which `less` it is. */
function Numbers({ subject, evaluation }: { subject: Subject; evaluation: Evaluation }) {
  const say = useText()
  const { module, kind, words } = subject
  const name = module.name
  if (module.bits === null) {
    if (kind === 'bench') return null
    return (
      <p className="numbers">
        <Named text={say(words)} />
      </p>
    )
  }
  const comparing = OPERATIONS[subject.inputs['op'] ?? 0] === 'cmp'
  return (
    <p className="note numbers">
      <Named text={`${told(evaluation.inputs, name, say, subject.names)} → `} />
      <b>{told(evaluation.outputs, name, say)}</b>
      {module.name === 'alu' ? ` · ${say(comparing ? WORDS.lessExact : WORDS.lessSign)}` : ''}
      {kind === 'bench' ? null : ' · '}
      {kind === 'bench' ? null : <Named text={say(words)} />}
    </p>
  )
}

interface DetailProps {
  readonly subject: Subject
  readonly live: Live
  readonly place: Place
  readonly path: readonly string[]
  readonly bit: number
}

function Detail({ subject, live, place, path, bit }: DetailProps) {
  const say = useText()
  const { module, kind, words } = subject
  const list = useCircuit(state => state.list)
  const style = useCircuit(state => state.style)
  const time = useCircuit(state => state.time)
  const drawAll = useCircuit(state => state.drawAll)
  const evaluation = useMemo(() => lookInside(module, path, live.values), [module, path, live.values])
  const inRows =
    !drawAll && evaluation !== undefined && hasRows(evaluation.module.name) && evaluation.module.bits! > ROWS_FROM
  const unseen = place.gate !== null || list || inRows
  const picture = useMemo(
    () => (evaluation && !unseen ? drawing(evaluation.module, evaluation.values, style) : null),
    [evaluation, style, unseen],
  )
  const restless = useMemo(() => {
    if (time === null || !live.found) return undefined
    const counts = live.found.counts
    return new Set(flatNets(module, path).flatMap((flat, net) => (counts[flat]! > 1 ? [net] : [])))
  }, [module, path, live.found, time])
  if (!evaluation) return null
  const title = say(moduleTitle(evaluation.module))
  const into = (label: string): void => {
    const number = /^bit(\d+)$/.exec(label)?.[1]
    const adder =
      number !== undefined && evaluation.module.name === 'ripple-adder' && module.bits === evaluation.module.bits
    if (adder) session.setState({ bit: Number(number) })
    goTo(module.name, { path: [...place.path, adder ? PICKED : label], gate: null })
  }
  const look = (gate: string): void => goTo(module.name, { ...place, gate })
  if (place.gate !== null) return <GateDetail evaluation={evaluation} name={place.gate} style={style} list={list} />
  if (list) {
    return (
      <div className="gates-scroll">
        <GateList evaluation={evaluation} label={title} onGate={look} onBox={into} />
      </div>
    )
  }
  if (inRows) return <Rows evaluation={evaluation} onBox={into} onDraw={() => circuit.setState({ drawAll: true })} />
  if (!picture) return null
  // What is already said above is not said again beside the drawing.
  const said = kind === 'idle' || (kind === 'step' && module.bits === null) ? '' : say(words)
  // A drawing that is wide needs the room that formulas would take; they are the book's in every gate set.
  const roomy = picture.width <= LARGE
  const beside = suits(evaluation, true)
  const tell = (numbers: Evaluation['inputs']): string => told(numbers, evaluation.module.name, say)
  return (
    <div className={`fad${beside ? (roomy ? '' : ' close') : ' wide'}`}>
      <Picture
        drawing={picture}
        module={evaluation.module.name}
        label={`${title}: ${tell(evaluation.inputs)}; ${tell(evaluation.outputs)}`}
        focus={`bit${bit}`}
        onGate={look}
        onBox={into}
        switching={kind === 'step' ? null : switching(subject, place.path, bit)}
        outer={place.path.at(-1) === PICKED ? outerNames(module.name, bit) : undefined}
        unsteady={restless}
      />
      {suits(evaluation, false) && (roomy || !beside) ? (
        <Formulas evaluation={evaluation} words={said} />
      ) : said === '' ? null : (
        <Description of={said} />
      )}
      {beside ? <TruthTable evaluation={evaluation} /> : null}
    </div>
  )
}

const Description = ({ of: said }: { of: string }) => (
  <p className="fnote what">
    <Named text={said} />
  </p>
)

/** What the picked full adder's terminals are in the written addition. */
const outerNames = (module: string, bit: number): Record<string, string> => ({
  x: `a[${bit}]`,
  y: `${module === 'subtractor' ? '¬b' : 'b'}[${bit}]`,
  c: `c[${bit}]`,
  s: `s[${bit}]`,
  c_next: `c[${bit + 1}]`,
})

/** `a 6, b 7`; with names `a (r0) 6, b (r1) 7`. */
const told = (
  numbers: Readonly<Record<string, number>>,
  module: string,
  say: (text: Text) => string,
  names?: Subject['names'],
): string =>
  Object.entries(numbers)
    .map(([name, value]) => {
      const source = name === 'a' || name === 'b' ? names?.[name] : undefined
      const shown = say(netText(name, module))
      return source ? `${shown} (${source}) ${value}` : `${shown} ${value}`
    })
    .join(', ')

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
