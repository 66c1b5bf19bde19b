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
  type SymbolStyle,
} from '../../../emulator/circuits/index.ts'
import { trustedScriptUrl } from '../../trust.ts'

const load = async () => {
  const { default: Elk } = await import('elkjs/lib/elk-api.js')
  return new Elk({ workerFactory: () => new Worker(trustedScriptUrl(workerUrl), { name: 'layout' }) })
}

let library: ReturnType<typeof load> | undefined

export const layoutLibrary: LayoutLibrary = async request => {
  library ??= load()
  return (await library).layout<ElkNode>(request)
}

/** The drawing of a module with its values; null where there is nothing to draw, and until its layout is there. */
export function useDrawing(evaluation: Evaluation | undefined, style: SymbolStyle): Drawing | null {
  const module = evaluation?.module
  const [, setArrived] = useState(0)
  const placed = module ? layoutAtHand(module, style) : null
  useEffect(() => {
    if (!module || placed) return undefined
    let isWanted = true
    void layout(module, style, layoutLibrary).then(() => {
      if (isWanted) setArrived(count => count + 1)
    })
    return () => {
      isWanted = false
    }
  }, [module, style, placed])
  return useMemo(
    () => (evaluation && placed ? drawing(evaluation.module, placed, evaluation.values, style) : null),
    [evaluation, placed, style],
  )
}
