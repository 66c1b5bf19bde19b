// What a cell holds and where that came from, in one sentence: the formula over the first data with its numbers where it
// is short, else the last step alone (history.md, section 2).
import type { History } from '../history/index.ts'
import {
  cellOf,
  type Parts,
  type Program,
  parts,
  perLanguage,
  plain,
  result,
  type Sentence,
  words,
} from '../instructions/index.ts'
import { explain } from '../table/index.ts'
import { type FormulaBook, isUnkept } from './formula-book.ts'
import { Numbers } from './numbers-of.ts'
import type { Origin } from './origins.ts'

/** A formula with more terms is not told in a sentence. */
const MOST_TERMS = 12

/** What a cell holds at a position as a formula; null where it is blank or none is kept. */
export function formulaOf(book: FormulaBook, address: number, at: number): string | null {
  const kept = keptFormula(book, address, at)
  return kept === null ? null : kept.formulas.text(kept.polynomial)
}

function keptFormula(book: FormulaBook, address: number, at: number) {
  const formulas = book.at(at)
  const polynomial = formulas?.cell(address) ?? null
  if (formulas === null || polynomial === null || isUnkept(formulas, polynomial, book.cells)) return null
  return { formulas, polynomial }
}

/** A cell's value at a position, and what gave it. */
interface Held {
  readonly address: number
  readonly at: number
  readonly value: number | null
  readonly origin: Origin
}

/** Why a cell holds its value. */
export function valueSentence(history: History, book: FormulaBook, { address, at, value, origin }: Held): Sentence {
  const { program } = history
  const name = cellOf(program, address)
  if (value === null) return { en: parts`${name} is still blank`, zh: parts`${name} 仍是空白` }
  const holds = parts`${name} = ${result(value)}`
  switch (origin.kind) {
    case 'data':
      return {
        en: parts`${holds}, from ${words('.data')} in line ${origin.line}`,
        zh: parts`${holds}，来自第 ${origin.line} 行的 .data`,
      }
    case 'set':
      return { en: parts`${holds}, given before the first step`, zh: parts`${holds}，在第一步之前给定` }
    case 'edit': {
      const { position } = history.edits[origin.edit]!
      return {
        en: parts`${holds}, given by hand after step ${position}`,
        zh: parts`${holds}，在第 ${position} 步之后手动设定`,
      }
    }
    case 'blank':
      return perLanguage(() => holds)
    case 'step': {
      const formula = inFormulas(program, book, address, at, value)
      if (formula !== null) return formula
      const told = explain(program, origin.step)
      return {
        en: parts`${holds}, step ${origin.step.step}: ${told.en}`,
        zh: parts`${holds}，第 ${origin.step.step} 步：${told.zh}`,
      }
    }
  }
}

/** `x10 = x15 + x16 + x17 = 1 + 2 + 3 = 6`, if there is such a formula and it is short. */
function inFormulas(program: Program, book: FormulaBook, address: number, at: number, value: number): Sentence | null {
  const kept = keptFormula(book, address, at)
  if (kept === null || kept.polynomial.length > MOST_TERMS) return null
  const { formulas, polynomial } = kept
  const first = (cellAt: number): number => program.data.findLast(each => each.address === cellAt)?.value ?? 0
  const numbers = new Numbers(formulas, program.bits, program.cells, first).of(polynomial)
  if (numbers === null) return null
  const name = parts`${cellOf(program, address)}`
  const chain: Parts[] = [name]
  for (const each of [formulas.parts(polynomial), numbers.parts]) {
    const said = plain(each)
    if (said !== plain(chain.at(-1)!) && said !== `${value}`) chain.push(each)
  }
  const equals = chain.reduce((left, right) => parts`${left} = ${right}`)
  if (numbers.exact === BigInt(value)) return perLanguage(() => parts`${equals} = ${result(value)}`)
  const exact = words(`${numbers.exact}`)
  return {
    en: parts`${equals} = ${exact}, which in ${program.bits} bits is ${result(value)}`,
    zh: parts`${equals} = ${exact}，在 ${program.bits} 位中为 ${result(value)}`,
  }
}
