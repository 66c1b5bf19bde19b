// Warnings and hints of random programs against their definitions (language.md, section 5), each taken by itself and
// walked from instruction to instruction, without the flow graph.
import { expect, it } from 'vitest'
import { type Instruction, instructionOf, type Operand, type Program } from '../../emulator/instructions/index.ts'
import { rightProgram } from '../../tests/programs-generator.ts'
import { type Assembly, assemble } from '../index.ts'

const isJump = ({ mnemonic }: Instruction): boolean => instructionOf(mnemonic).kind === 'jump'
const isComputed = (each: Instruction): boolean => isJump(each) && each.operands[0]?.mode !== 'target'

/** An unconditional jump's written target, null for anything else. */
function jumpsTo(instruction: Instruction): number | null {
  const row = instructionOf(instruction.mnemonic)
  const target = instruction.operands[0]
  return row.kind === 'jump' && row.when === null && target?.mode === 'target' ? target.index : null
}

function setsFlags({ mnemonic }: Instruction): boolean {
  const { kind } = instructionOf(mnemonic)
  return kind === 'arithmetic' || kind === 'compare'
}

/** Where the machine may go on from an instruction. */
function after({ instructions, labelValues }: Program, at: number): readonly number[] {
  const row = instructionOf(instructions[at]!.mnemonic)
  if (row.kind !== 'jump') return [at + 1]
  const target = instructions[at]!.operands[0]
  const targets = target?.mode === 'target' ? [target.index] : labelValues
  return row.when === null ? targets : [at + 1, ...targets]
}

/** All that some places lead to, themselves among them. */
function walk(program: Program, from: readonly number[]): Set<number> {
  const walked = new Set<number>()
  const waiting = [...from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (walked.has(at)) continue
    walked.add(at)
    if (at < program.instructions.length) waiting.push(...after(program, at))
  }
  return walked
}

/** Where each operand of an instruction reads and writes by name. */
function named({ mnemonic, operands }: Instruction): { reads: number[]; writes: number[]; writesThrough: boolean } {
  const { kind, operands: roles } = instructionOf(mnemonic)
  const found = { reads: [] as number[], writes: [] as number[], writesThrough: false }
  operands.forEach((operand: Operand, slot) => {
    const written = roles[slot] === 'destination'
    if (operand.mode === 'direct' && written) found.writes.push(operand.address)
    if (operand.mode === 'indirect' && written) found.writesThrough = true
    const read = operand.mode === 'indirect' || (operand.mode === 'direct' && !(written && kind === 'copy'))
    if (read) found.reads.push(operand.address)
  })
  return found
}

/** `code line` of everything that should be said. */
function wanted({ symbols }: Assembly, program: Program): string[] {
  const { instructions, labelValues, data } = program
  const said: string[] = []
  const say = (code: string, at: number): number => said.push(`${code} ${instructions[at]!.line}`)
  for (const { kind, definition, uses } of symbols) {
    if (kind === 'label' && uses.length === 0) said.push(`unused-label ${definition.line}`)
  }
  const reached = walk(program, instructions.some(isComputed) ? [0, ...labelValues] : [0])
  const computed = instructions.some(isComputed)
  const setting = [...reached].filter(at => at < instructions.length && setsFlags(instructions[at]!))
  const flagged = walk(
    program,
    setting.flatMap(at => after(program, at)),
  )
  for (const [at, each] of instructions.entries()) {
    if (!computed && !reached.has(at) && (at === 0 || reached.has(at - 1))) say('unreachable-code', at)
    if (reached.has(at) && isJump(each) && each.mnemonic !== 'jmp' && !flagged.has(at)) say('jump-without-flags', at)
    const divisor = each.operands[1]
    if (each.mnemonic === 'div' && divisor?.mode === 'immediate' && divisor.value === 0) say('division-by-zero', at)
    // The lowest of a cycle comes back to itself before it passes any lower one.
    let to = jumpsTo(each)
    for (let steps = 0; to !== null && to > at && to < instructions.length && steps < instructions.length; steps++) {
      to = jumpsTo(instructions[to]!)
    }
    if (to === at) say('endless-loop', at)
  }
  const givenBy = new Map<number, number>()
  const overlapping = new Set<number>()
  for (const { address, line } of data) {
    if (givenBy.has(address) && givenBy.get(address) !== line) overlapping.add(line)
    givenBy.set(address, line)
  }
  for (const line of overlapping) said.push(`data-overlap ${line}`)
  const known = new Set([...givenBy.keys(), ...instructions.flatMap(each => named(each).writes)])
  const code = instructions.some(each => named(each).writesThrough) ? 'blank-read hint' : 'blank-read'
  for (const [at, each] of instructions.entries()) {
    for (const cell of named(each).reads) {
      if (known.has(cell)) continue
      known.add(cell)
      say(code, at)
    }
  }
  const written = instructions
    .filter(each => instructionOf(each.mnemonic).operands[0] === 'destination')
    .map(({ source, operands }) => ({
      operand: operands[0],
      text: source.replace(/^\S+\s*/, '').split(/[\s,]/)[0] ?? '',
    }))
    .filter(({ operand }) => operand?.mode === 'direct')
  for (const [at, { mnemonic, operands, spans, source, column }] of instructions.entries()) {
    operands.forEach((operand, slot) => {
      if (operand.mode !== 'direct' || instructionOf(mnemonic).operands[slot] === 'destination') return
      const { column: start, endColumn } = spans[slot]!
      if (!/^\d/.test(source.slice(start - column, endColumn - column))) return
      const same = written.filter(each => each.operand?.mode === 'direct' && each.operand.address === operand.address)
      if (same.some(({ text }) => /^r\d$/i.test(text)) && !same.some(({ text }) => /^\d/.test(text)))
        say('register-as-number', at)
    })
  }
  return said.sort()
}

it('5,000 random programs are told exactly what the definitions say', () => {
  const told = new Set<string>()
  for (let seed = 0; seed < 5000; seed++) {
    // The generator divides by nothing that is 0, but it multiplies.
    const text = rightProgram(seed, 12).replaceAll(/\bmul\b/g, 'div')
    const assembly = assemble(text)
    if (assembly.program === null) throw new Error(text)
    const found = assembly.diagnostics.map(({ code, severity, line }) => {
      told.add(code)
      return `${code}${code === 'blank-read' && severity === 'hint' ? ' hint' : ''} ${line}`
    })
    const definitions = wanted(assembly, assembly.program)
    // Thousands of expectations would take longer than all the rest.
    if (found.sort().join() !== definitions.join()) expect(found, `seed ${seed}\n${text}`).toEqual(definitions)
  }
  expect([...told].sort()).toEqual([
    'blank-read',
    'data-overlap',
    'division-by-zero',
    'endless-loop',
    'jump-without-flags',
    'register-as-number',
    'unreachable-code',
    'unused-label',
  ])
})
