// The circuits of this machine: ALU, decoder and jump condition made from the table of instructions, and the list of all
// modules that can be asked for by name.
import {
  type AluLine,
  type AluUnit,
  aluFor,
  bitwise,
  decoderFor,
  divider,
  jumpConditionFor,
  type Module,
  type ModuleEntry,
  modulesWith,
  multiplier,
  once,
  perWidth,
  rippleAdder,
  subtractor,
} from '../circuits/index.ts'
import {
  instructionOf,
  MNEMONICS,
  type Mnemonic,
  OUTCOMES,
  UNITS,
  type Unit,
  type UnitCircuit,
  unitOf,
} from '../instructions/index.ts'

/** The modules that a unit's record can name. */
const CIRCUITS: Record<Extract<UnitCircuit, { module: string }>['module'], (bits: number) => Module> = {
  'ripple-adder': rippleAdder,
  subtractor,
  multiplier,
  divider,
}

/** The circuit of a unit, as its record says. */
export function unitModule(unit: Unit, bits: number): Module {
  const { circuit } = unitOf(unit)
  return 'module' in circuit ? CIRCUITS[circuit.module](bits) : bitwise(circuit.gate)(bits)
}

const EXTRA = ['less', 'by_zero'] as const

const ALU_UNITS = Object.fromEntries(
  (Object.keys(UNITS) as Unit[]).map((unit): [Unit, AluUnit] => {
    const { circuit } = unitOf(unit)
    const outputs = unitModule(unit, 1).outputs.map(({ name }) => name)
    const result = 'module' in circuit ? circuit.result : 'r'
    const shared = unit === 'subtractor' ? 'subtracts' : `uses_${unit}`
    const has = EXTRA.filter(name => outputs.includes(name))
    return [unit, { label: unit, of: bits => unitModule(unit, bits), result, has, shared }]
  }),
) as Record<Unit, AluUnit>

const LINES = MNEMONICS.flatMap((name): AluLine[] => {
  const row = instructionOf(name)
  if (row.kind === 'jump') return []
  return [row.kind === 'copy' ? { name, kind: 'copy' } : { name, kind: row.kind, unit: ALU_UNITS[row.unit] }]
})

/** The instructions of the ALU by their codes: 0 `mov` to 5 `cmp` (circuits.md, section 1). */
export const OPERATIONS: readonly Mnemonic[] = MNEMONICS.filter(name => instructionOf(name).kind !== 'jump')

/** The instructions of the jump condition. */
export const JUMPS: readonly Mnemonic[] = MNEMONICS.filter(name => instructionOf(name).kind === 'jump')

export const decoder = once(() => decoderFor(LINES))

export const alu = perWidth(bits => aluFor(LINES, decoder, bits))

export const jumpCondition = once(() =>
  jumpConditionFor(
    JUMPS.map(name => {
      const row = instructionOf(name)
      const taken = row.kind === 'jump' && row.when !== null ? row.when : OUTCOMES
      return {
        name,
        less: taken.includes('less'),
        equal: taken.includes('equal'),
        greater: taken.includes('greater'),
      }
    }),
  ),
)

/** Every module by name, in the specification's order, then the helping ones. */
export const MODULES: readonly ModuleEntry[] = modulesWith({ alu, jumpCondition, decoder })

/** The module of that name, or undefined; `bits` is 1 to 32. */
export function moduleNamed(name: string, bits: number): Module | undefined {
  const listed = MODULES.find(entry => entry.name === name)
  if (listed !== undefined) return listed.of(bits)
  const unit = (Object.keys(UNITS) as Unit[]).find(each => unitModule(each, bits).name === name)
  return unit && unitModule(unit, bits)
}

/** The number by which the ALU's `op` chooses an instruction, undefined for a jump. */
export function aluCode(mnemonic: Mnemonic): number | undefined {
  const code = OPERATIONS.indexOf(mnemonic)
  return code < 0 ? undefined : code
}

/** Whether a code of the ALU's `op` is of an instruction that only compares. */
export const isComparing = (code: number): boolean => LINES[code]?.kind === 'compare'

/** Whether the module of that name is a unit or the whole ALU: something with two operands. */
export const isCalculating = (name: string): boolean =>
  name === 'alu' || (Object.keys(UNITS) as Unit[]).some(unit => unitModule(unit, 1).name === name)
