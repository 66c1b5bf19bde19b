// What the reader has chosen in the circuit view: gate set, symbols, list or picture, the bench, and how deep one is inside.
import { createStore } from 'zustand/vanilla'
import type { GateSet, Inputs, SymbolStyle } from '../../../emulator/circuits/index.ts'

/** How deep one is: labels of the modules gone into, and the gate looked at. `bit` stands for the picked bit's full adder. */
export interface Place {
  readonly path: readonly string[]
  readonly gate: string | null
}

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
  /** Whether the reader has gone to the bench; it also shows when a step computes nothing. */
  readonly benching: boolean
  readonly bench: Bench
  /** Whether wide modules are drawn whole and not row by row. */
  readonly drawAll: boolean
  /** By the shown module's name. */
  readonly places: Readonly<Record<string, Place>>
  /** The unit of time being looked at; null when all is at rest. */
  readonly time: number | null
  readonly playing: boolean
}

export const circuit = createStore<CircuitState>(() => ({
  set: 'book',
  style: 'distinctive',
  list: false,
  benching: false,
  bench: { name: 'ripple-adder', bits: 8, inputs: { a: 5, b: 3 }, before: {} },
  drawAll: false,
  places: {},
  time: null,
  playing: false,
}))

/** The label that stands for the full adder of the picked bit. */
export const PICKED = 'bit'

/** Where one is in a module before having moved: an adder opens on the picked bit, others on the whole. */
const FIRST: Readonly<Record<string, readonly string[]>> = { 'ripple-adder': [PICKED], subtractor: ['adder', PICKED] }

/** Where one is in the module of that name. */
export const placeIn = (places: CircuitState['places'], name: string): Place =>
  places[name] ?? { path: FIRST[name] ?? [], gate: null }

/** Goes somewhere in the module of that name. */
export function goTo(name: string, place: Place): void {
  circuit.setState(({ places }) => ({ places: { ...places, [name]: place } }))
}

/** Sets numbers on the bench; what was there is what the timed view starts from. */
export function setInputs(change: Inputs): void {
  circuit.setState(({ bench }) => ({
    bench: { ...bench, before: bench.inputs, inputs: { ...bench.inputs, ...change } },
    time: null,
    playing: false,
  }))
}

/** Puts a circuit of so many bits on the bench, numbers that no longer fit left out. */
export function putOnBench(name: string, bits: number): void {
  circuit.setState(({ bench }) => {
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
const firstInputs = (name: string): Inputs =>
  ['ripple-adder', 'subtractor', 'multiplier', 'divider', 'alu'].includes(name) ? { a: 5, b: 3 } : {}
