// What the circuit view shows: the step's own circuit with the operands it had before the step, down to one gate; or the bench.
import { Suspense, useEffect, useMemo } from 'react'
import { drawing, layout, lookInside, svgOf, unsteady } from '../../../emulator/circuits/index.ts'
import { lazyPart } from '../../loading/part.tsx'
import { download } from '../../state/download.ts'
import { useSession } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import { useWords } from '../../words/index.ts'
import { Addition, isAddition, isWritten, NothingWritten, Operands } from './arithmetic/Written.tsx'
import { BenchBar } from './bench/BenchBar.tsx'
import { Crumbs } from './Crumbs.tsx'
import sheet from './circuit.module.css'
import { labels, placeIn } from './circuit-path.ts'
import { Detail } from './Detail.tsx'
import { layoutLibrary } from './drawing/layouts.ts'
import { NetworkView } from './drawing/NetworkView.tsx'
import { circuitStore } from './store.ts'
import { type Live, type Subject, useCircuit, useLive, useShown } from './subject.ts'
import { Time } from './Time.tsx'
import { CIRCUIT_WORDS, useText } from './words.ts'

const c = classes(sheet)

const CircuitMenus = lazyPart(
  () => import('./Menus.tsx'),
  t => t('menus'),
)

export default function CircuitView() {
  const t = useWords()
  const shown = useShown()
  if (!('network' in shown)) return <ModuleView subject={shown} />
  return (
    <div className={c('circuitPanel')}>
      <header className={c('caption')}>
        <h2>{t('circuit.name')}</h2>
        <span className={c('tools')}>
          <BenchButton />
        </span>
      </header>
      <BenchBar />
      <NetworkView network={shown.network} inputs={shown.inputs} />
    </div>
  )
}

function BenchButton() {
  const say = useText()
  const benching = useCircuit(state => state.benching)
  return (
    <button
      type="button"
      className={c('toolButton')}
      aria-pressed={benching}
      onClick={() => circuitStore.setState({ benching: !benching, time: null, playing: false })}
    >
      {say(CIRCUIT_WORDS.bench)}
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
  const watching = useCircuit(state => state.time !== null)
  const bit = Math.min(
    useSession(state => state.bit),
    (module.bits ?? subject.bits) - 1,
  )
  const place = placeIn(places, module.name)
  const path = useMemo(() => labels(module, place.path, bit), [module, place.path, bit])
  const evaluation = useMemo(() => lookInside(module, path, live.values)!, [module, path, live.values])
  // The operands as a value: whatever else of the step is told anew, time goes on.
  const operands = JSON.stringify([module.name, module.bits, module.set, inputs])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other numbers, or another circuit, are at rest to begin with
  useEffect(() => circuitStore.setState({ time: null, playing: false }), [operands])
  const firstGate = evaluation.module.parts.find(part => part.kind === 'gate')
  const first = firstGate?.kind === 'gate' ? evaluation.module.names[firstGate.out] : undefined
  // What cannot be drawn cannot be saved either: the drawing's own place says so.
  const save = async (): Promise<void> => {
    const { style } = circuitStore.getState()
    const placed = await layout(evaluation.module, style, layoutLibrary)
    download(
      `${evaluation.module.name}.svg`,
      'image/svg+xml',
      svgOf(drawing(evaluation.module, placed, evaluation.values, style)),
    )
  }
  return (
    <div className={c('circuitPanel')}>
      <header className={c('caption')}>
        <h2>{t('circuit.name')}</h2>
        <Crumbs root={module} place={place} bit={bit} idle={kind === 'idle'} first={first} />
        <Settling live={live} written={isAddition(module.name)} />
        <span className={c('tools')}>
          <Time found={live.found} />
          <Suspense fallback={<span className={c('toolButton')}>{say(CIRCUIT_WORDS.gates)}</span>}>
            <CircuitMenus onSave={() => void save().catch(() => circuitStore.setState({ list: false }))} />
          </Suspense>
          <button
            type="button"
            className={c('toolButton')}
            aria-pressed={list}
            onClick={() => circuitStore.setState({ list: !list })}
          >
            {say(CIRCUIT_WORDS.asList)}
          </button>
          <BenchButton />
        </span>
      </header>
      {kind === 'bench' ? <BenchBar /> : null}
      <Overview subject={subject} live={live} bit={bit} watching={watching} />
      <Detail subject={subject} live={live} place={place} path={path} bit={bit} evaluation={evaluation} />
    </div>
  )
}

/** The numbers bit under bit, where there are any; of a step always something of that height, so that nothing moves. */
function Overview(props: React.ComponentProps<typeof Operands>) {
  const { module, kind } = props.subject
  if (isAddition(module.name)) return <Addition {...props} />
  if (isWritten(module)) return <Operands {...props} />
  return kind === 'bench' ? null : <NothingWritten subject={props.subject} bit={props.bit} />
}

/** How long the change took, and how long it could at most; while time is watched, how many wires were unsteady. */
function Settling({ live: { found, longest }, written }: { live: Live; written: boolean }) {
  const say = useText()
  const watching = useCircuit(state => state.time !== null)
  const restless = found !== null && watching ? unsteady(found).length : 0
  return (
    <span className={c('note settling')} title={written ? say(CIRCUIT_WORDS.whyLong) : undefined}>
      {found ? `${say(CIRCUIT_WORDS.settleTime)} ${found.settleTime} · ` : ''}
      {`${say(CIRCUIT_WORDS.longestPath)} ${longest}`}
      {restless > 0 ? ` · ${say(CIRCUIT_WORDS.dashed)} ${restless}` : ''}
    </span>
  )
}
