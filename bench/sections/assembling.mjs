// Assembling 65,536 lines with all diagnostics, beside GNU as on the same shape of text.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rounds, timed } from '../measure.mjs'
import { assembled } from '../work.mjs'

const out = fileURLToPath(new URL('../../node_modules/.cache/bench', import.meta.url))
const LINES = 65_536

/** Eight lines over and over: `pattern` gives them for a number. */
function text(pattern) {
  const lines = []
  for (let index = 0; lines.length < LINES; index++) lines.push(...pattern(index))
  return `${lines.slice(0, LINES).join('\n')}\n`
}

const ourText = text(index => [
  `loop${index}: add r0, [r1] ; the next one`,
  '  add r1, #1',
  `  cmp r1, #${index & 1023}`,
  `  jne loop${index}`,
  `  mov ${8 + (index % 200)}, r0`,
  '  sub r2, #0x1F',
  '',
  `; section ${index}`,
])

const gnuText = text(index => [
  `loop${index}: addl (%ebx), %eax # the next one`,
  '  addl $1, %ebx',
  `  cmpl $${index & 1023}, %ebx`,
  `  jne loop${index}`,
  `  movl %eax, ${8 + (index % 200)}`,
  '  subl $0x1F, %ecx',
  '',
  `# section ${index}`,
])

function gnu() {
  try {
    execFileSync('as', ['--version'], { stdio: 'ignore' })
  } catch {
    return null
  }
  mkdirSync(out, { recursive: true })
  writeFileSync(`${out}/lines.s`, gnuText)
  writeFileSync(`${out}/empty.s`, '')
  const run = file => timed(() => execFileSync('as', ['--32', '-o', `${out}/lines.o`, `${out}/${file}.s`])).ms
  return { lines: () => run('lines'), empty: () => run('empty') }
}

export async function assembling(project, report) {
  const first = timed(() => assembled(project.assembler, ourText)).ms
  const contestants = { toycpu: () => timed(() => project.assembler.assemble(ourText)).ms }
  const as = gnu()
  if (as !== null) Object.assign(contestants, { as: as.lines, starting: as.empty })
  // An editor assembles over and over: what counts is the translated assembler, which takes some rounds.
  const found = await rounds(contestants, { higher: false, count: 9, warm: 12 })
  report.figure('65,536 lines assembled', found.toycpu.best, 'ms', { median: found.toycpu.median, first })
  if (as === null) {
    report.note('no GNU as here')
    return
  }
  // What it takes to start is not counted.
  const { best, median } = found.starting
  const theirs = { best: found.as.best - best, median: found.as.median - median }
  report.figure('65,536 lines by GNU as, without its start', theirs.best, 'ms', { median: theirs.median })
  const speed = ms => ({ best: LINES / ms.best, median: LINES / ms.median })
  report.ratio('lines/s against GNU as', speed(found.toycpu), speed(theirs), 1)
}
