// What the circuit view shows now: the step's own circuit with its operands, or the bench; where no step computes, a full adder to be switched by hand.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import {
  atRest,
  fullAdder,
  gateCount,
  type Inputs,
  longestPath,
  type Module,
  NETWORKS,
  type Network,
  rewrite,
  type Spread,
  spread,
  valuesAt,
} from '../../../emulator/circuits/index.ts'
import { type Copied, datapathOf, divisionByZero, moduleNamed } from '../../../emulator/datapath/index.ts'
import { cell, type Part, type Sentence, sentenceOf, type Text } from '../../../emulator/instructions/index.ts'
import { useCellNames, useSession } from '../../state/react.ts'
import { type Bench, type CircuitState, circuitStore } from './store.ts'
import { CIRCUIT_WORDS } from './words.ts'

/** Above this many gates the spreading of a change is followed only when the reader asks for it. */
const QUICK = 2000

export interface Subject {
  /** The module in the chosen gate set. */
  readonly module: Module
  readonly inputs: Inputs
  readonly before: Inputs
  /** Where operands come from and the result goes to; null on the bench. */
  readonly names: Readonly<Record<'a' | 'b' | 'result', Part | null>> | null
  readonly words: Sentence
  /** A step of the program, the bench, or a full adder for the reader's hand while nothing is computed. */
  readonly kind: 'step' | 'bench' | 'idle'
  /** What a `mov` copied; null where the step is another, or none. */
  readonly copy: Copied | null
  /** The width of the addition that is shown, or that would be. */
  readonly bits: number
}

export type ShownCircuit = Subject | { readonly network: Network; readonly inputs: Inputs; readonly words: Text }

/** A piece of the view's state. */
export const useCircuit = <T>(selector: (state: CircuitState) => T): T => useStore(circuitStore, selector)

/** What is shown, whole values that change only when something of them does. */
export function useShown(): ShownCircuit {
  const step = useSession(({ view }) => view?.step ?? null)
  const instruction = useSession(({ view }) => view?.instruction ?? null)
  const bits = useSession(({ view }) => view?.bits ?? 32)
  const set = useCircuit(state => state.set)
  const division = useSession(({ view }) => view?.division ?? null)
  const isFaultShown = useCircuit(state => state.faulted)
  const benching = useCircuit(state => state.benching)
  const bench = useCircuit(state => state.bench)
  const byHand = useCircuit(state => state.byHand)
  const cellNames = useCellNames()
  return useMemo(() => {
    if (benching) return onBench(bench, set)
    const path =
      division !== null && isFaultShown
        ? divisionByZero(bits, division.a, division.names)
        : step === null || instruction === null
          ? null
          : datapathOf(bits, instruction, step, address => cell(address, cellNames.get(address)))
    if (path === null || path.kind === 'nothing') {
      const words = path?.words ?? sentenceOf(CIRCUIT_WORDS.start)
      return {
        ...byHand,
        module: rewrite(fullAdder(), set),
        names: null,
        words,
        kind: 'idle',
        copy: path?.copy ?? null,
        bits,
      }
    }
    const names = path.kind === 'computes' ? path.names : null
    const { inputs, words } = path
    return { module: rewrite(path.module, set), inputs, before: {}, names, words, kind: 'step', copy: null, bits }
  }, [step, instruction, division, isFaultShown, bits, set, benching, bench, byHand, cellNames])
}

function onBench({ name, bits, inputs, before }: Bench, set: CircuitState['set']): ShownCircuit {
  const network = NETWORKS.find(each => each.name === name)
  if (network) return { network, inputs, words: network.words }
  const module = rewrite(moduleNamed(name, bits)!, set)
  return {
    module,
    inputs,
    before,
    names: null,
    words: sentenceOf(CIRCUIT_WORDS.byHand),
    kind: 'bench',
    copy: null,
    bits,
  }
}

export interface Live {
  /** The value of every flat net at the unit being looked at. */
  readonly values: Uint8Array
  /** How the change spread; null where a big module is only looked at at rest. */
  readonly found: Spread | null
  readonly longest: number
  /** The values once all has settled. */
  readonly rest: Uint8Array
}

/** The values on the wires: at rest, or at a unit of time. */
export function useLive(subject: Subject): Live {
  const time = useCircuit(state => state.time)
  const { module, inputs, before } = subject
  const following = time !== null
  const found = useMemo(
    () => (following || gateCount(module) <= QUICK ? spread(module, before, inputs) : null),
    [module, inputs, before, following],
  )
  const rest = useMemo(() => found?.after ?? atRest(module, inputs), [module, inputs, found])
  const values = useMemo(() => (found && time !== null ? (valuesAt(found, time) ?? rest) : rest), [found, time, rest])
  const longest = useMemo(() => longestPath(module), [module])
  return { values, found, longest, rest }
}
