// What a format of the state table is: a name on the command line and how it writes a table.
import type { Table } from '../table.ts'

export interface TableFormat {
  readonly name: string
  /** The table in pieces, whole lines each. */
  write(table: Table): Iterable<string>
}
