// The library that lays out pictures of circuits. Large, and needed for pictures alone: loaded when one is asked for.
import type { ElkNode } from 'elkjs/lib/elk-api.js'
import type { LayoutLibrary } from '../emulator/circuits/index.ts'

const load = async () => {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js')
  return new Elk()
}

let library: ReturnType<typeof load> | undefined

export const elkLibrary: LayoutLibrary = async request => {
  library ??= load()
  return (await library).layout<ElkNode>(request)
}
