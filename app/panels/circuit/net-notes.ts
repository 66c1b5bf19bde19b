// Which note belongs to a port or net, by its name and the module that it is in.
import type { NoteId } from '../../notes/sign.ts'
import { isAddition } from './arithmetic/addition.ts'

/** Of names that mean the same wherever they stand. */
const NOTES: Readonly<Record<string, NoteId>> = {
  a: 'operandA',
  b: 'operandB',
  c: 'carry',
  c_next: 'carryOut',
  '¬b': 'notB',
  not_b: 'notB',
  s: 'result',
  r: 'result',
  p: 'product',
  q: 'quotient',
  zero: 'zero',
  less: 'less',
  by_zero: 'byZero',
  taken: 'taken',
  op: 'op',
  out: 'output',
  rest: 'rest',
  fits: 'fits',
  left: 'left',
  je: 'jumpLine',
  jne: 'jumpLine',
  jl: 'jumpLine',
  jmp: 'jumpLine',
  x: 'xInput',
  y: 'xInput',
}

/** The note of a net, `a[3]` being told as a is; null for a gate in the middle, which has its own. */
export function noteOf(name: string, module: string): NoteId | null {
  const base = name.replace(/\[.*$/, '')
  if (base === 's' && !isAddition(module) && module !== '') return 'sumBit'
  return NOTES[base] ?? null
}
