// The worker's service with a clock of the test's own: what a page sees of a text's history, question by question.
import { expect, test } from 'vitest'
import { plain } from '../../emulator/instructions/index.ts'
import type { Stop } from '../../programs/stops/index.ts'
import type { Searched } from './protocol.ts'
import { createService, STEPS_WHILE_TYPING } from './service.ts'
import { cellAt, type Loaded, type Question, type VersionedText, type View } from './view.ts'

const ARRAY_SUM = `.data 8: 15, 18
.data 15: 1, 2, 3
mov r0, #0
mov r1, 8
mov r2, 9
loop:
add r0, [r1]
add r1, #1
cmp r1, r2
jne loop
mov 10, r0
.expect 10: 6
`
/** Lines of the array sum's first loop instruction and of its last instruction. */
const ADD = 7
const LAST = 11

const FROM = 40_000
const COUNTDOWN = `mov r0, #${FROM}\nloop: sub r0, #1\ncmp r0, #0\njne loop\n`
const UP = 'loop: add r0, #1\njmp loop\n'

const ASKED: Question = {
  position: 0,
  rows: { from: 0, to: 60 },
  cells: [{ from: 0, to: 31 }],
  lines: { from: 1, to: 60 },
  fold: false,
  names: true,
  follow: false,
  until: null,
  extend: true,
}

const at = (position: number, part: Partial<Question> = {}): Question => ({ ...ASKED, position, ...part })

const source = (text: string, part: Partial<VersionedText> = {}): VersionedText => ({
  version: 1,
  text,
  name: 'a',
  edits: [],
  editsOf: null,
  ...part,
})

/** A service whose clock goes on by 1 ms whenever it is looked at. */
function open(text: string, part: Partial<VersionedText> = {}) {
  let now = 0
  const service = createService(() => now++)
  const loaded = service.load(source(text, part), ASKED)
  const view = (position: number, question: Partial<Question> = {}): View => service.look(at(position, question), 1000)!
  return { service, loaded, view }
}

/** The array sum with a cell changed by hand. */
function edited(edits: VersionedText['edits'], text = ARRAY_SUM) {
  const { loaded } = open(text)
  return open(text, { edits, editsOf: loaded.program })
}

let quests = 0
const stop = (line: number | null, condition = '', hits: number | null = null): Stop => ({
  id: 1,
  line,
  condition,
  hits,
  enabled: true,
})

/** Looks for stops until the search is over. */
function seek(
  service: ReturnType<typeof createService>,
  direction: 1 | -1,
  from: number,
  stops: Stop[],
  extend = true,
) {
  const id = ++quests
  for (let pieces = 0; pieces < 10_000; pieces++) {
    const answer: Searched = service.search({ id, direction, from, stops, extend }, 5)
    if (answer.done) return answer
  }
  throw new Error('the search never ends')
}

/** All stops from a position on, one after the other. */
function stopsFrom(
  service: ReturnType<typeof createService>,
  direction: 1 | -1,
  from: number,
  stops: Stop[],
): number[] {
  const found: number[] = []
  for (let position = from; ; ) {
    const answer = seek(service, direction, position, stops)
    if (answer.found === null) return found
    position = answer.found
    found.push(position)
  }
}

const rowSteps = (view: View | null): number[][] => (view?.rows ?? []).map(row => row.steps.map(({ step }) => step))

test('a text is assembled, its history known to its end, its facts told', () => {
  const { loaded, view } = open(ARRAY_SUM)
  expect(loaded.diagnostics).toEqual([])
  expect(loaded.facts).toEqual({ bits: 32, cells: 256, instructions: 8, expectations: 1, cellNames: [] })
  expect(loaded.view).toMatchObject({ position: 0, known: 16, ending: { kind: 'halted', steps: 16 }, step: null })
  expect(cellAt(loaded.view!, 15)).toBe(1)
  expect(cellAt(loaded.view!, 10)).toBeNull()
  expect(cellAt(loaded.view!, 32)).toBeUndefined()
  const end = view(Number.POSITIVE_INFINITY)
  expect(end.position).toBe(16)
  expect(end.next).toBeNull()
  expect(end.instruction?.line).toBe(LAST)
  expect(cellAt(end, 10)).toBe(6)
})

test('a service without a text has nothing to show; one whose first text has errors shows row 0 alone', () => {
  const empty = createService(() => 0)
  expect(empty.look(ASKED, 10)).toBeNull()
  expect(empty.marks({ from: 0, to: 9, places: 9, cell: 0, stops: [] })).toBeNull()
  expect(
    empty.extract({ format: 'markdown', language: 'en', fold: false, names: true, columns: [], until: null }),
  ).toBe('')
  const { loaded } = open('nonsense here\n')
  expect(loaded.facts).toBeNull()
  expect(loaded.program).toBeNull()
  expect(loaded.diagnostics).not.toEqual([])
  expect(loaded.view).toMatchObject({ known: 0, position: 0, next: null })
  expect(rowSteps(loaded.view)).toEqual([[]])
})

test('with errors the last good history stays, under its own version', () => {
  const { service } = open(ARRAY_SUM)
  const broken: Loaded = service.load(source(ARRAY_SUM.replace('jne', 'jnee'), { version: 2 }), at(4))
  expect(broken.facts).toBeNull()
  expect(broken.diagnostics).toHaveLength(1)
  expect(broken.view).toMatchObject({ version: 1, position: 4, known: 16 })
  const mended = service.load(source(ARRAY_SUM, { version: 3 }), at(4))
  expect(mended.view).toMatchObject({ version: 3, position: 4 })
})

test('typing computes 10,000 steps; looking further extends, but not with errors in the text', () => {
  const { loaded, view } = open(COUNTDOWN)
  expect(loaded.view).toMatchObject({ known: STEPS_WHILE_TYPING, ending: null })
  expect(view(50_000, { extend: false })).toMatchObject({ position: 10_000, known: 10_000 })
  expect(view(50_000)).toMatchObject({ position: 50_000 })
  expect(view(Number.POSITIVE_INFINITY)).toMatchObject({ position: 1 + 3 * FROM, ending: { kind: 'halted' } })
})

test('looking keeps to its budget: an endless counting is known further each time', () => {
  const { service } = open(UP)
  let known = STEPS_WHILE_TYPING
  for (let time = 0; time < 5; time++) {
    const view = service.look(at(Number.POSITIVE_INFINITY), 3)!
    expect(view.known).toBeGreaterThan(known)
    expect(view.position).toBe(view.known)
    known = view.known
  }
})

test('rows are those in sight, whatever the position', () => {
  const { view } = open(COUNTDOWN)
  expect(rowSteps(view(3, { rows: { from: 0, to: 2 } }))).toEqual([[], [1], [2]])
  expect(rowSteps(view(0, { rows: { from: 9_998, to: 10_050 } }))).toEqual([[9998], [9999], [10_000]])
  expect(rowSteps(view(0, { rows: { from: 20_000, to: 20_050 } }))).toEqual([[10_000]])
})

test('a folded pair is in sight with either of its steps, at both borders', () => {
  const { view } = open(COUNTDOWN)
  const rows = (from: number, to: number) => rowSteps(view(0, { rows: { from, to }, fold: true }))
  expect(rows(0, 4)).toEqual([[], [1], [2], [3, 4]])
  expect(rows(0, 3)).toEqual([[], [1], [2], [3, 4]])
  expect(rows(4, 5)).toEqual([[3, 4], [5]])
  expect(rows(3, 5)).toEqual([[3, 4], [5]])
  expect(rows(5, 6)).toEqual([[5], [6, 7]])
  expect(rows(5, 5)).toEqual([[5]])
})

test('rows show cells changed by hand from the row of their position on, folded or not', () => {
  for (const fold of [false, true]) {
    const { view } = edited([
      { position: 4, address: 16, value: 50 },
      { position: 6, address: 12, value: 7 },
    ])
    const { rows, columns } = view(4, { fold })
    const held = (address: number) => rows.map(row => [row.step, row.values[columns.indexOf(address)]] as const)
    for (const [step, value] of held(16)) expect([step, value]).toEqual([step, step < 4 ? 2 : 50])
    for (const [step, value] of held(12)) expect([step, value]).toEqual([step, step < 6 ? null : 7])
    expect(rows.at(-1)?.values[columns.indexOf(10)]).toBe(54)
    expect(rows).toHaveLength(fold ? 14 : 17)
    expect(cellAt(view(3), 16)).toBe(2)
    expect(cellAt(view(4), 16)).toBe(50)
  }
})

test('a cell changed at position 0 is data', () => {
  const { loaded } = edited([{ position: 0, address: 15, value: 100 }])
  expect(loaded.view?.rows[0]?.values[loaded.view.columns.indexOf(15)]).toBe(100)
})

test('edits belong to their program, comments apart; those that its machine has no room for are left out', () => {
  const edits = [{ position: 4, address: 16, value: 50 }]
  const { service, loaded } = edited(edits)
  const end = (text: string, editsOf = loaded.program) => {
    const { view } = service.load(source(text, { edits, editsOf }), at(16))
    return cellAt(view!, 10)
  }
  expect(end(ARRAY_SUM)).toBe(54)
  expect(end(`; said\n${ARRAY_SUM}`)).toBe(54)
  expect(end(ARRAY_SUM.replace('mov r0, #0', 'mov r0, #1'))).toBe(7)
  const small = open('.cells 16\n.bits 8\nmov r0, #1\n').loaded.program
  const left = service.load(
    source('.cells 16\n.bits 8\nmov r0, #1\n', {
      edits: [
        { position: 0, address: 16, value: 1 },
        { position: 0, address: 15, value: 200 },
        { position: 0, address: 14, value: -128 },
      ],
      editsOf: small,
    }),
    ASKED,
  )
  expect(cellAt(left.view!, 15)).toBeNull()
  expect(cellAt(left.view!, 14)).toBe(-128)
})

test('columns are what the program names, has given, or has written: also late, and at most 64', () => {
  expect(open(ARRAY_SUM).loaded.view?.columns).toEqual([0, 1, 2, 8, 9, 10, 15, 16, 17])
  const late = open(`${COUNTDOWN}mov r1, #77\nmov [r1], #5\n`)
  expect(late.loaded.view?.columns).toEqual([0, 1])
  expect(late.view(Number.POSITIVE_INFINITY).columns).toEqual([0, 1, 77])
  const many = open('loop: mov [r0], #1\nadd r0, #1\ncmp r0, #100\njne loop\n'.replace(/^/, 'mov r0, #20\n')).loaded
    .view!
  expect(many.columns).toHaveLength(64)
  expect(many.columns.slice(0, 3)).toEqual([0, 20, 21])
  expect(many.columnsLeftOut).toBe(1 + 80 - 64)
})

test('rows of memory in use come as runs, the named blank ones too', () => {
  const { loaded, view } = open('.cells 100\nmov r0, #1\nmov 17, r0\nmov 31, r0\n.data 96: 1\n')
  expect([...loaded.view!.usedRows]).toEqual([0, 0, 2, 3, 12, 12])
  const far = open('mov r1, #80\nmov [r1], #1\n')
  expect([...far.loaded.view!.usedRows]).toEqual([0, 0])
  expect([...far.view(2).usedRows]).toEqual([0, 0, 10, 10])
  expect([...view(0, { extend: false }).usedRows]).toEqual([0, 0, 2, 3, 12, 12])
})

/** The values beside a line at a position: `name before→value` with its marks. */
function beside(view: View, line: number): string[] {
  const values = view.lines.find(each => each.line === line)?.values ?? []
  return values.map(({ name, before, value, written, read, pointed }) => {
    const marks = `${written ? 'w' : ''}${read ? 'r' : ''}${pointed ? 'p' : ''}`
    return `${name} ${before === undefined ? '' : `${before}→`}${value}${marks === '' ? '' : ` ${marks}`}`
  })
}

test('beside each line stands what its operands hold, in every form', () => {
  const { view } = open(`.data 12: 20
mov r0, #5
add r0, 12
mov r1, #12
add r0, [r1]
mov [r1], 30
mov r2, #-4
mov r3, [r2]
add 12, [9]
jmp [r1]
.expect 12: 20, 3
`)
  const after3 = view(3)
  expect(beside(after3, 2)).toEqual(['r0 25'])
  expect(beside(after3, 3)).toEqual(['r0 25', 'x12 20'])
  expect(beside(after3, 4)).toEqual(['r1 ?→12 w'])
  expect(beside(after3, 5)).toEqual(['r0 25', 'r1 12', 'x12 20'])
  expect(beside(after3, 6)).toEqual(['r1 12', 'x12 20', 'x30 ?'])
  expect(beside(after3, 7)).toEqual(['r2 ?'])
  expect(beside(after3, 8)).toEqual(['r3 ?', 'r2 ?'])
  expect(beside(after3, 9)).toEqual(['x12 20', 'x9 ?'])
  // A jump leads to an instruction, not to a cell.
  expect(beside(after3, 10)).toEqual(['r1 12'])
  expect(beside(after3, 11)).toEqual(['x12 20', 'x13 ?'])
  // The line executed last tells what it read and wrote, with the cells as they were.
  expect(beside(view(2), 3)).toEqual(['r0 5→25 wr', 'x12 20 r'])
  expect(beside(view(4), 5)).toEqual(['r0 25→45 wr', 'r1 12 r', 'x12 20 rp'])
  expect(beside(view(5), 6)).toEqual(['x12 20→0 wp', 'r1 12 r', 'x30 ? r'])
})

test('only lines in sight have values', () => {
  const { view } = open(ARRAY_SUM)
  expect(view(4, { lines: { from: 7, to: 9 } }).lines.map(({ line }) => line)).toEqual([7, 8, 9])
  expect(view(4, { lines: { from: 12, to: 12 } }).lines.map(({ line }) => line)).toEqual([12])
})

test('expectations are held against the end, once it is known', () => {
  const { loaded } = open(ARRAY_SUM.replace(': 6', ': 6, 7'))
  expect(loaded.view?.expectations.map(({ met, actual }) => [met, actual])).toEqual([
    [true, 6],
    [false, null],
  ])
  const { loaded: long, view } = open(`${COUNTDOWN}.expect r0: 0\n`)
  expect(long.view?.expectations).toEqual([])
  expect(view(Number.POSITIVE_INFINITY).expectations).toMatchObject([{ met: true }])
})

test('a fault adds no row and is told', () => {
  const { loaded } = open('mov r0, #1\ndiv r0, #0\n')
  expect(loaded.view).toMatchObject({ known: 1, ending: { kind: 'fault', steps: 1 } })
  expect(plain(loaded.view!.fault!.en)).toMatch(/zero/)
})

test('breakpoints stop before their line, both ways; on a line without an instruction at the next', () => {
  const { service } = open(ARRAY_SUM)
  expect(stopsFrom(service, 1, 0, [stop(ADD)])).toEqual([3, 7, 11])
  expect(stopsFrom(service, -1, 16, [stop(ADD)])).toEqual([11, 7, 3])
  expect(stopsFrom(service, 1, 0, [stop(ADD - 1)])).toEqual([3, 7, 11])
  expect(stopsFrom(service, 1, 0, [{ ...stop(ADD), enabled: false }])).toEqual([])
  expect(stopsFrom(service, -1, 5, [stop(3)])).toEqual([0])
  expect(seek(service, 1, 0, [stop(LAST + 1)])).toEqual({ done: true, found: null, stop: null, reached: 16 })
  expect(seek(service, -1, 9, [])).toEqual({ done: true, found: null, stop: null, reached: 0 })
})

test('conditions and times decide; a stop that is met stops, whatever another at the same place counts', () => {
  const { service } = open(ARRAY_SUM)
  expect(stopsFrom(service, 1, 0, [stop(ADD, 'r1 = 16')])).toEqual([7])
  expect(stopsFrom(service, 1, 0, [stop(ADD, '', 3)])).toEqual([11])
  expect(stopsFrom(service, -1, 16, [stop(ADD, '', 2)])).toEqual([7])
  expect(stopsFrom(service, 1, 0, [stop(ADD, '', 4)])).toEqual([])
  expect(stopsFrom(service, 1, 0, [stop(null, 'r0 changes')])).toEqual([1, 4, 8, 12])
  expect(stopsFrom(service, -1, 16, [stop(null, 'r0 changes')])).toEqual([12, 8, 4, 1])
  expect(stopsFrom(service, 1, 0, [stop(null, 'r1 > 16')])).toEqual([9, 13])
  expect(stopsFrom(service, 1, 0, [stop(null, 'jump')])).toEqual([7, 11])
  expect(stopsFrom(service, 1, 0, [stop(null, 'Z')])).toEqual([14])
  // The write of r2 (step 3) comes where line 7 is next for the first time.
  expect(stopsFrom(service, 1, 0, [stop(null, 'r2 written'), stop(ADD, '', 3)])).toEqual([3, 11])
  expect(stopsFrom(service, 1, 0, [stop(ADD - 1, 'r1 = 16'), stop(ADD, '', 3)])).toEqual([7, 11])
})

test('a search goes far, in pieces, and tells how far it has come', () => {
  const { service } = open(COUNTDOWN)
  const far = { id: ++quests, direction: 1, from: 0, stops: [stop(null, 'r0 = 0')], extend: true } as const
  const pieces: Searched[] = []
  do pieces.push(service.search(far, 1))
  while (!pieces.at(-1)!.done)
  expect(pieces.length).toBeGreaterThan(1)
  expect(pieces.at(-1)!.found).toBe(3 * FROM - 1)
  expect(pieces.map(({ reached }) => reached)).toEqual(pieces.map(({ reached }) => reached).sort((a, b) => a - b))
  expect(stopsFrom(service, -1, 3 * FROM, [stop(null, `r0 = ${FROM}`)])).toEqual([1])
})

test('with errors in the text a search stays within what is known', () => {
  const { service, view } = open(COUNTDOWN)
  expect(seek(service, 1, 0, [stop(null, 'r0 = 0')], false)).toEqual({
    done: true,
    found: null,
    stop: null,
    reached: 10_000,
  })
  expect(seek(service, 1, 0, [], false)).toEqual({ done: true, found: null, stop: null, reached: 10_000 })
  expect(seek(service, 1, 9_990, [stop(2)], false).found).toBe(9_991)
  expect(view(0).known).toBe(10_000)
})

test('a search from where a shorter history has ended throws nothing', () => {
  const { service } = open(ARRAY_SUM)
  expect(seek(service, 1, 5000, [stop(ADD)])).toEqual({ done: true, found: null, stop: null, reached: 16 })
  expect(seek(service, -1, 5000, [stop(ADD)]).found).toBe(11)
})

test('a new worker first comes back to where the search begins', () => {
  const { service } = open(COUNTDOWN)
  expect(seek(service, 1, 60_000, [stop(2)]).found).toBe(60_001)
})

test('the timeline marks stops, writes of the picked cell and taken jumps', () => {
  const { service } = open(ARRAY_SUM)
  const marking = { from: 0, to: 16, places: 100, cell: 0, stops: [stop(ADD)] }
  expect(service.marks(marking)).toEqual({ stops: [3, 7, 11], writes: [1, 4, 8, 12], jumps: [7, 11] })
  expect(service.marks({ ...marking, from: 5, to: 9 })).toEqual({ stops: [7], writes: [8], jumps: [7] })
  expect(service.marks({ ...marking, places: 2 })).toEqual({ stops: [3, 11], writes: [1, 8], jumps: [7, 11] })
  expect(service.marks({ ...marking, from: 40, to: 50 })).toEqual({ stops: [], writes: [], jumps: [] })
})

test('marks of a branch heed the cell changed by hand, a blank one too', () => {
  const { service } = edited([{ position: 4, address: 20, value: 3 }])
  const marks = service.marks({ from: 0, to: 16, places: 100, cell: 0, stops: [stop(ADD, 'x20 = 3')] })
  expect(marks?.stops).toEqual([7, 11])
})

test('marks of a very long stretch are not looked for', () => {
  const { service, view } = open(COUNTDOWN)
  view(60_000)
  expect(service.marks({ from: 0, to: 60_000, places: 10, cell: 0, stops: [] })).toBeNull()
  expect(service.marks({ from: 50_000, to: 50_006, places: 10, cell: 0, stops: [] })?.writes).toEqual([
    50_000, 50_003, 50_006,
  ])
})

test('the table is written out with the columns, the folding and the branch that are shown', () => {
  const { service } = edited([{ position: 4, address: 16, value: 50 }])
  const text = (fold: boolean) =>
    service.extract({ format: 'csv', language: 'en', fold, names: true, columns: [0, 16], until: null }).split('\n')
  const lines = text(false)
  expect(lines).toHaveLength(1 + 17 + 1)
  expect(lines[0]).toBe('step,line,instruction,r0,x16,flags,explanation')
  expect(lines[4]).toMatch(/^3,5,"mov r2, 9",0,2,/)
  expect(lines[5]).toMatch(/^4,7,"add r0, \[r1\]",1,50,/)
  expect(lines.at(-2)).toMatch(/,54,50,/)
  expect(text(true)).toHaveLength(1 + 14 + 1)
  expect(
    service.extract({ format: 'no such', language: 'en', fold: false, names: true, columns: [], until: null }),
  ).toBe('')
})

test('a history that repeats itself is told, and where to', () => {
  const { loaded } = open('mov r0, #1\nloop: jmp loop\n')
  expect(loaded.view?.ending).toMatchObject({ kind: 'endless' })
  const { known, ending } = loaded.view!
  expect(known).toBe(ending?.steps)
  expect(ending).toEqual({ kind: 'endless', steps: 2, repeats: 1 })
})

test('with errors, the history of another document or of nothing is not shown as an older one', () => {
  const { service } = open(ARRAY_SUM)
  const broken = service.load(source('whaat', { version: 2, name: 'b' }), at(4))
  expect(broken).toMatchObject({ hasOld: false, view: { position: 0, known: 0, version: 0 } })
  service.load(source('', { version: 3, name: 'b' }), at(0))
  expect(service.load(source('mo', { version: 4, name: 'b' }), at(0))).toMatchObject({ hasOld: false })
  service.load(source('mov r0, #1', { version: 5, name: 'b' }), at(0))
  const old = service.load(source('mov r0, #', { version: 6, name: 'b' }), at(0))
  expect(old).toMatchObject({ hasOld: true, view: { known: 1 } })
})
