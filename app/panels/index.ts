// The views of the page, in the order of tabs and keyboard.
import type { ComponentType } from 'react'
import { EditorPanel } from './editor/EditorPanel.tsx'
import { MemoryPlace } from './memory/MemoryPlace.tsx'
import { ProblemList } from './problems/Problems.tsx'
import { StateTable } from './table/StateTable.tsx'
import { CircuitOrWhy } from './why/CircuitOrWhy.tsx'

/** A view: a region of its own that reads the session. */
interface PanelRow {
  readonly id: string
  readonly Panel: ComponentType
}

export const PANELS = [
  { id: 'editor', Panel: EditorPanel },
  { id: 'table', Panel: StateTable },
  { id: 'circuit', Panel: CircuitOrWhy },
  { id: 'memory', Panel: MemoryPlace },
  { id: 'problems', Panel: ProblemList },
] as const satisfies readonly PanelRow[]

export type PanelId = (typeof PANELS)[number]['id']
