// The list of export formats (circuits.md, section 5). One file and one line make another.
import type { Module } from '../netlist.ts'
import type { Inputs } from '../numbers.ts'
import type { LayoutLibrary } from '../picture/drawing.ts'
import { dotText } from './dot.ts'
import { jsonText } from './json.ts'
import { svgText } from './svg.ts'
import { tableText } from './table.ts'
import { verilogText } from './verilog.ts'

export { svgOf } from './svg.ts'
export { MAX_OPEN_BITS, openBits, truthTable } from './table.ts'
export { topName, verilogText } from './verilog.ts'

export interface ExportFormat {
  readonly name: string
  /** Whether it shows values, and so takes inputs. */
  readonly values: boolean
  /** Whether it can show gates of the set `relu`. */
  readonly relu: boolean
  /** A drawing asks a library for its layout. */
  readonly write: (module: Module, inputs: Inputs, library: LayoutLibrary) => string | Promise<string>
}

export const EXPORT_FORMATS: readonly ExportFormat[] = [
  { name: 'table', values: true, relu: true, write: tableText },
  { name: 'verilog', values: false, relu: false, write: verilogText },
  { name: 'svg', values: true, relu: true, write: (module, inputs, library) => svgText(module, inputs, library) },
  { name: 'json', values: false, relu: true, write: jsonText },
  { name: 'dot', values: false, relu: false, write: dotText },
]
