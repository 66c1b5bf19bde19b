// How fast programs run: translated and interpreted, beside peers on the same work and beside the limit that gcc sets.
// Seconds are those of the processor.
import { compileC, hasGcc } from '../limit.mjs'
import { pause, rounds, worked } from '../measure.mjs'
import { avr8js, emulator6502, mips, s68k } from '../peers.mjs'
import { assembled, counter, sieve, sum } from '../work.mjs'

const STEPS = 400_000_000

/** Millions of instructions a second of a machine that goes on and on, in slices as the worker gives them. */
function machineRate(machine, steps) {
  const { ms, result } = worked(() => {
    let done = 0
    while (done < steps) done += machine.run(Math.min(steps - done, 10_000_000))
    return done
  })
  return result / ms / 1e3
}

/** A machine that has run until its code is what it will be. */
async function warmed({ engine }, program, options) {
  const machine = new engine.FastMachine(new engine.Translations(program), options)
  for (let round = 0; round < 5; round++) {
    machineRate(machine, options?.translate === false ? 2_000_000 : 40_000_000)
    await pause()
  }
  return machine
}

export async function running(project, report) {
  const { engine, assembler } = project
  const gcc = hasGcc()
  const bars = { sum: 0.5, counter: 0.7, sieve: 0.8 }
  for (const [name, text] of Object.entries({ sum: sum(), counter: counter(), sieve: sieve() })) {
    const program = assembled(assembler, text)
    const machine = await warmed(project, program)
    const interpreter = await warmed(project, program, { translate: false })
    const contestants = {
      translated: () => machineRate(machine, STEPS),
      interpreted: () => machineRate(interpreter, 20_000_000),
    }
    if (gcc) {
      const limit = compileC(name, program, new engine.Translations(program).blocks)
      contestants.gcc = () => limit(STEPS)
    }
    if (name === 'sum') {
      const peers = [
        ['avr8js', avr8js(), 10_000_000],
        ['6502-emulator', emulator6502(), 5_000_000],
        ['@specy/s68k', await s68k(false), 5_000_000],
        ['@specy/s68k with history', await s68k(true), 2_000_000],
        ['@specy/mips with undo', await mips(), 300_000],
      ]
      for (const [peer, run, instructions] of peers) contestants[peer] = () => run(instructions)
    }
    const found = await rounds(contestants)
    for (const [contestant, { best, median }] of Object.entries(found)) {
      report.figure(`${name}: ${contestant}`, best, 'M instructions/s', { median })
    }
    if (name === 'sum') {
      report.ratio('sum: translated against avr8js', found.translated, found.avr8js, 40)
      report.ratio('sum: interpreter against avr8js', found.interpreted, found.avr8js, 2)
      report.ratio('sum: against @specy/s68k with history', found.translated, found['@specy/s68k with history'], 100)
      report.ratio('sum: against @specy/mips with undo', found.translated, found['@specy/mips with undo'], 1000)
    }
    if (gcc)
      report.ratio(`${name}: translated against gcc -O2 with the same checks`, found.translated, found.gcc, bars[name])
    else report.note(`${name}: no gcc here, the limit is not measured`)
  }
}
