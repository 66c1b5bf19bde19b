// A state remembered, and the question whether another is the same: asked so often that it must be answered at once.
import { flagsOf, type State } from '../machine/index.ts'
import { LEAVE } from './interpreter/decode.ts'

/** How many cells are gone through in search of a difference before the mark is given up: in a run that goes on changing
 * things one difference mostly stays, and what is missed here is found at a later mark. */
const PATIENCE = 2 ** 24

/** A remembered state. */
export class RememberedState {
  /** The program's code, but leaving at the marked pc. */
  code = new Int32Array(0)
  private pc = -1
  private z = false
  private l = false
  private cells = new Int32Array(0)
  private blank = new Uint8Array(0)
  /** A cell in which the states were last seen to differ. */
  private witness = 0
  private patience = PATIENCE

  set(state: State, code: Int32Array): void {
    const { z, l } = flagsOf(state)
    this.code = code.slice()
    this.code[4 * state.pc] = LEAVE
    this.pc = state.pc
    this.z = z
    this.l = l
    // Copied into what is there: fresh memory is dear where there are a million cells.
    if (this.cells.length !== state.cells.length) {
      this.cells = new Int32Array(state.cells.length)
      this.blank = new Uint8Array(state.cells.length)
    }
    this.cells.set(state.cells)
    this.blank.set(state.blank)
    this.witness = 0
    this.patience = PATIENCE
  }

  /** Whether the state is the remembered one: pc, Z, L, cells, and which of them are blank. */
  isAgain(state: State): boolean {
    if (state.pc !== this.pc || this.differs(state, this.witness) || this.patience <= 0) return false
    const { z, l } = flagsOf(state)
    if (z !== this.z || l !== this.l) return false
    this.patience -= this.cells.length
    for (let address = 0; address < this.cells.length; address++) {
      if (this.differs(state, address)) {
        this.witness = address
        return false
      }
    }
    return true
  }

  private differs(state: State, address: number): boolean {
    return state.cells[address] !== this.cells[address] || state.blank[address] !== this.blank[address]
  }
}
