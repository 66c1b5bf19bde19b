// What the reader has chosen in the circuit view: gate set, symbols, list or picture, the bench, and how deep one is inside.
import { createStore } from 'zustand/vanilla'
import {
  GATE_SET_NAMES,
  type GateSet,
  type Inputs,
  isSigned,
  NETWORKS,
  type Port,
  type SymbolStyle,
} from '../../../emulator/circuits/index.ts'
import { isCalculating, moduleNamed } from '../../../emulator/datapath/index.ts'
import { keep, kept } from '../../state/storage.ts'
import type { CircuitPath } from './circuit-path.ts'

export interface Bench {
  /** A module's or a network's name. */
  readonly name: string
  readonly bits: number
  /** Numbers by port, and those before the last change: what the timed view starts from. */
  readonly inputs: Inputs
  readonly before: Inputs
}

export interface CircuitState {
  readonly set: GateSet
  readonly style: SymbolStyle
  readonly list: boolean
  /** Whether the reader has gone to the bench. */
  readonly benching: boolean
  readonly bench: Bench
  /** The full adder's inputs, set by hand while no step computes, and those before. */
  readonly byHand: { readonly inputs: Inputs; readonly before: Inputs }
  /** Whether wide modules are drawn whole and not row by row. */
  readonly drawAll: boolean
  /** Whether at a division by zero the division is shown, and not the last step done. */
  readonly faulted: boolean
  /** By the shown module's name. */
  readonly places: Readonly<Record<string, CircuitPath>>
  /** The unit of time being looked at; null when all is at rest. */
  readonly time: number | null
  readonly playing: boolean
}

/** How many bits the bench's circuits can have. */
export const WIDTHS = [4, 8, 16, 32] as const

/** How far a network's inputs go. */
export const NETWORK_RANGE = 99

const KEY = 'toycpu.circuit'

type Kept = Pick<CircuitState, 'set' | 'style'> & { readonly bench: Pick<Bench, 'name' | 'bits' | 'inputs'> }

/** What was kept, piece by piece: anything that makes no sense any more falls back. */
function load(): Pick<CircuitState, 'set' | 'style' | 'bench'> {
  const { set, style, bench } = kept<Partial<Kept>>(KEY) ?? {}
  const bits = WIDTHS.find(each => each === bench?.bits)
  const sound = bits !== undefined && bench !== undefined && fits(bench.name, bits, bench.inputs)
  return {
    set: GATE_SET_NAMES.find(each => each === set) ?? 'book',
    style: style === 'rectangular' ? style : 'distinctive',
    bench: sound
      ? { name: bench.name, bits, inputs: bench.inputs, before: {} }
      : { name: 'ripple-adder', bits: 8, inputs: { a: 5, b: 3 }, before: {} },
  }
}

/** Whether numbers by port are all within what the bench's circuit of that name takes. */
function fits(name: unknown, bits: number, inputs: unknown): boolean {
  if (typeof name !== 'string' || typeof inputs !== 'object' || inputs === null) return false
  const isNetwork = NETWORKS.some(network => network.name === name)
  const module = isNetwork ? undefined : moduleNamed(name, bits)
  if (!isNetwork && module === undefined) return false
  return Object.entries(inputs).every(([port, value]: [string, unknown]) => {
    if (!Number.isInteger(value)) return false
    const number = value as number
    if (isNetwork) return Math.abs(number) <= NETWORK_RANGE
    const found = module?.inputs.find(each => each.name === port)
    if (found === undefined) return false
    const [low, high] = portRange(found)
    return number >= low && number <= high
  })
}

/** The smallest and largest number of a port. */
export function portRange(port: Port): readonly [number, number] {
  const all = 2 ** (port.width ?? 1)
  return isSigned(port) ? [-all / 2, all / 2 - 1] : [0, all - 1]
}

export const circuitStore = createStore<CircuitState>(() => ({
  ...load(),
  list: false,
  benching: false,
  byHand: { inputs: { x: 0, y: 0, c: 0 }, before: {} },
  drawAll: false,
  faulted: false,
  places: {},
  time: null,
  playing: false,
}))

circuitStore.subscribe(({ set, style, bench: { name, bits, inputs } }, before) => {
  if (before.set === set && before.style === style && before.bench.inputs === inputs) return
  keep(KEY, { set, style, bench: { name, bits, inputs } } satisfies Kept)
})

/** Goes somewhere in the module of that name. */
export function openPath(name: string, place: CircuitPath): void {
  circuitStore.setState(({ places }) => ({ places: { ...places, [name]: place } }))
}

/** Sets numbers on the bench; what was there is what the timed view starts from. */
export function setInputs(change: Inputs): void {
  circuitStore.setState(({ bench }) => ({
    bench: { ...bench, before: bench.inputs, inputs: { ...bench.inputs, ...change } },
    time: null,
    playing: false,
  }))
}

/** Sets inputs of the full adder that is the reader's while no step computes. */
export function setByHand(change: Inputs): void {
  circuitStore.setState(({ byHand }) => ({
    byHand: { before: byHand.inputs, inputs: { ...byHand.inputs, ...change } },
    time: null,
    playing: false,
  }))
}

/** Puts a circuit of so many bits on the bench, numbers that no longer fit left out. */
export function putOnBench(name: string, bits: number): void {
  circuitStore.setState(({ bench }) => {
    const low = -(2 ** (bits - 1))
    const fits = (value: number): boolean => value >= low && value < -low
    const kept = bench.name === name ? Object.entries(bench.inputs).filter(([, value]) => fits(value)) : []
    return {
      bench: { name, bits, before: {}, inputs: kept.length > 0 ? Object.fromEntries(kept) : firstInputs(name) },
      time: null,
      playing: false,
    }
  })
}

/** 5 and 3, as in the book's addition, where there are operands. */
const firstInputs = (name: string): Inputs => (isCalculating(name) ? { a: 5, b: 3 } : {})
