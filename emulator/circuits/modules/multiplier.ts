// Multiplication as on paper: shifted rows, added one after the other.
import { build } from '../build.ts'
import { rippleAdder } from './adders.ts'
import { passIf } from './bitwise.ts'
import { perWidth } from './memo.ts'

/** The low `bits` bits of a·b: row i is a·b[i], shifted by i places; what lies beyond the word is never made. */
export const multiplier = perWidth(bits =>
  build({ name: 'multiplier', bits, inputs: { a: bits, b: bits }, outputs: { p: bits } }, (gate, { a, b }) => {
    const rows = b.map((digit, i) => gate.use(passIf(bits - i), { a: a.slice(0, bits - i), pass: digit }, `row${i}`).r)
    const p = [rows[0]![0]!]
    let rest = rows[0]!.slice(1)
    rows.slice(1).forEach((row, i) => {
      const { s } = gate.use(rippleAdder(row.length), { a: rest, b: row, c: gate.zero }, `sum${i + 1}`)
      p.push(s[0]!)
      rest = s.slice(1)
    })
    return { p }
  }),
)
