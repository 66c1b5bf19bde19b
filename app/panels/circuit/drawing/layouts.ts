// Where everything stands in a drawing. What is set by hand is at hand; anything else is laid out by a library in a worker
// of its own, which is started when it is first needed.
import type { ElkNode } from 'elkjs/lib/elk-api.js'
import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import { useEffect, useMemo, useState } from 'react'
import {
  type Drawing,
  drawing,
  type Evaluation,
  type LayoutLibrary,
  layout,
  layoutAtHand,
  type Module,
  type SymbolStyle,
} from '../../../../emulator/circuits/index.ts'
import { trustedScriptUrl } from '../../../trust.ts'

/** The library and what tells that its worker could not be loaded, or died: no answer would ever come. */
async function load() {
  const { default: Elk } = await import('elkjs/lib/elk-api.js')
  let tell: (why: unknown) => void = () => undefined
  const failing = new Promise<never>((_, reject) => {
    tell = reject
  })
  failing.catch(() => undefined)
  const workerFactory = () => {
    const worker = new Worker(trustedScriptUrl(workerUrl), { name: 'layout' })
    worker.addEventListener('error', tell)
    return worker
  }
  return { elk: new Elk({ workerFactory }), failing }
}

let library: ReturnType<typeof load> | undefined

/** Rejects where the library could not be loaded or has failed; the next question then loads it anew. */
export const layoutLibrary: LayoutLibrary = async request => {
  library ??= load()
  try {
    const { elk, failing } = await library
    return await Promise.race([elk.layout<ElkNode>(request), failing])
  } catch (error) {
    library = undefined
    throw error
  }
}

/** No drawing: it is still being laid out, or that failed and can be tried again. */
export interface Undrawn {
  readonly again: (() => void) | null
}

export const isDrawn = (picture: Drawing | Undrawn): picture is Drawing => !('again' in picture)

const WAITING: Undrawn = { again: null }

/** The drawing of a module with its values, as soon as its layout is there. */
export function useDrawing(evaluation: Evaluation, style: SymbolStyle): Drawing | Undrawn {
  const { module, values, sizes } = evaluation
  const [failed, setFailed] = useState<Module | null>(null)
  const [, setArrived] = useState(0)
  const placed = layoutAtHand(module, style)
  useEffect(() => {
    if (placed || failed === module) return undefined
    let isWanted = true
    layout(module, style, layoutLibrary).then(
      () => isWanted && setArrived(count => count + 1),
      () => isWanted && setFailed(module),
    )
    return () => {
      isWanted = false
    }
  }, [module, style, placed, failed])
  return useMemo(() => {
    if (placed) return drawing(module, placed, values, style, sizes)
    return failed === module ? { again: () => setFailed(null) } : WAITING
  }, [module, placed, values, sizes, style, failed])
}
