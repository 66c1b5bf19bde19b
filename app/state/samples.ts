// The samples at hand: none until they are loaded, which the page does before anything else.
import type { NamedSample } from './library.ts'

/** The sample that a new reader sees. */
export const FIRST_SAMPLE = 'array-sum'

let loaded: readonly NamedSample[] = []

/** Loads the samples: to be waited for before a text is opened. */
export async function loadSamples(): Promise<void> {
  const { LIBRARY } = await import('./library.ts')
  loaded = LIBRARY
}

/** All samples, in the order of the menu. */
export const samples = (): readonly NamedSample[] => loaded

export const sampleOf = (name: string): NamedSample | undefined => loaded.find(sample => sample.name === name)
