// What the circuit view shows: the step's own circuit with the operands it had before the step, down to one gate; or the bench.
import { Suspense, useEffect, useMemo } from 'react'
import { drawing, layout, lookInside, svgOf, unsteady } from '../../../emulator/circuits/index.ts'
import type { Text } from '../../../emulator/instructions/index.ts'
import { lazyPart } from '../../loading/part.tsx'
import { Heading } from '../../notes/Heading.tsx'
import { noteOn } from '../../notes/sign.ts'
import { download } from '../../state/download.ts'
import { useSession } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import { useText } from '../../text/useText.ts'
import { useWords } from '../../words/index.ts'
import { isAddition } from './arithmetic/addition.ts'
import { Addition, isWritten, NothingWritten, Operands } from './arithmetic/Written.tsx'
import { BenchBar } from './bench/BenchBar.tsx'
import { Crumbs } from './Crumbs.tsx'
import sheet from './circuit.module.css'
import { firstPlace, labels, placeIn } from './circuit-path.ts'
import { Detail } from './Detail.tsx'
import { layoutLibrary } from './drawing/layouts.ts'
import { NetworkView } from './drawing/NetworkView.tsx'
import { circuitStore } from './store.ts'
import { type Live, type Subject, useCircuit, useLive, useShown } from './subject.ts'
import { Time } from './Time.tsx'
import { CIRCUIT_WORDS } from './words.ts'

const c = classes(sheet)

const CircuitMenus = lazyPart(
  () => import('./Menus.tsx'),
  t => t('menus'),
)

const BitQuestion = lazyPart(
  () => import('../predict/BitQuestion.tsx'),
  t => t('table.predict'),
)

export default function CircuitView() {
  const t = useWords()
  const shown = useShown()
  if (!('network' in shown)) return <ModuleView subject={shown} />
  return (
    <div className={c('circuitPanel')}>
      <header className={c('caption')}>
        <Heading of="circuit">{t('circuit.name')}</Heading>
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
      {...noteOn('bench')}
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
      svgOf(drawing(evaluation.module, placed, evaluation.values, style, evaluation.sizes)),
    )
  }
  const predicting = useSession(state => state.predicting !== null)
  const inside = (
    <>
      <Overview subject={subject} live={live} bit={bit} watching={watching} />
      <Detail subject={subject} live={live} place={place} path={path} bit={bit} evaluation={evaluation} />
    </>
  )
  return (
    <div className={c('circuitPanel')}>
      <header className={c('caption')}>
        <Heading of="circuit">{t('circuit.name')}</Heading>
        <Crumbs root={module} place={place} bit={bit} idle={kind === 'idle'} first={first} />
        <Settling live={live} />
        <span className={c('tools')}>
          <Time found={live.found} />
          <Suspense fallback={<span className={c('toolButton')}>{say(CIRCUIT_WORDS.gates)}</span>}>
            <CircuitMenus onSave={() => void save().catch(() => circuitStore.setState({ list: false }))} />
          </Suspense>
          <button
            type="button"
            className={c('toolButton')}
            aria-pressed={list}
            {...noteOn('list')}
            onClick={() => circuitStore.setState({ list: !list })}
          >
            {say(CIRCUIT_WORDS.asList)}
          </button>
          <BenchButton />
        </span>
      </header>
      {kind === 'bench' ? <BenchBar /> : null}
      {predicting && kind === 'step' && isAddition(module.name) ? (
        <Suspense fallback={null}>
          <BitQuestion {...{ subject, live, bit }} path={labels(module, firstPlace(module.name), bit)}>
            {inside}
          </BitQuestion>
        </Suspense>
      ) : (
        inside
      )}
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

/** A time as the number of gates that a signal passes in it. */
const gatesOf = (count: number): Text => ({ en: `${count}`, zh: `${count} 个门` })

/** How long the change took, and how long it could at most; while time is watched, how many wires were unsteady. */
function Settling({ live: { found, longest } }: { live: Live }) {
  const say = useText()
  const watching = useCircuit(state => state.time !== null)
  const restless = found !== null && watching ? unsteady(found).length : 0
  return (
    <span className={c('note settling')}>
      {found ? (
        <>
          <span {...noteOn('settle')}>{`${say(CIRCUIT_WORDS.settleTime)} ${say(gatesOf(found.settleTime))}`}</span>
          {' · '}
        </>
      ) : null}
      <span {...noteOn('longest')}>{`${say(CIRCUIT_WORDS.longestPath)} ${say(gatesOf(longest))}`}</span>
      {restless > 0 ? (
        <>
          {' · '}
          <span {...noteOn('dashed')}>{`${say(CIRCUIT_WORDS.dashed)} ${restless}`}</span>
        </>
      ) : null}
    </span>
  )
}
