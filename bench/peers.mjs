// Peers from npm, each doing the same in its own instruction set: adding up a stretch of memory, again and again. Each
// gives a function that runs so many of its instructions and returns millions of them a second.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(fileURLToPath(new URL('./package.json', import.meta.url)))

const modules = fileURLToPath(new URL('./node_modules/', import.meta.url))

/** Millions of instructions in a second of processor time; `start` is what the process had used before. */
const rate = (instructions, start) => {
  const { user, system } = process.cpuUsage(start)
  return instructions / (user + system)
}

/** avr8js: `ld r16,X+ / add r0,r16 / cpi r26,lo / cpc r27,hi / brne` over 1,000 bytes. */
export function avr8js() {
  const { CPU, avrInstruction } = require('avr8js')
  const program = new Uint16Array(0x4000)
  const ldi = (register, value) => 0xe000 | ((value & 0xf0) << 4) | ((register - 16) << 4) | (value & 15)
  program.set([
    ldi(26, 0),
    ldi(27, 2),
    ldi(17, 5), // X = 0x200; the end is 0x5e8
    0x900d | (16 << 4), // ld r16, X+
    0x0c00 | ((16 >> 4) << 9), // add r0, r16
    0x3000 | (0xe0 << 4) | ((26 - 16) << 4) | 8, // cpi r26, 0xe8
    0x0400 | ((17 >> 4) << 9) | ((27 >> 4) << 8) | ((27 & 15) << 4) | 1, // cpc r27, r17
    0xf401 | ((-5 & 0x7f) << 3), // brne to the ld
    0xc000 | (-9 & 0xfff), // rjmp to the start
  ])
  const cpu = new CPU(program, 8192)
  for (let index = 0; index < 1000; index++) cpu.data[0x200 + index] = index
  for (let step = 0; step < 3 + 5000; step++) avrInstruction(cpu)
  let wanted = 0
  for (let index = 0; index < 1000; index++) wanted = (wanted + index) & 255
  if (cpu.data[0] !== wanted) throw new Error(`avr8js adds up to ${cpu.data[0]}, not ${wanted}`)
  return instructions => {
    const start = process.cpuUsage()
    for (let step = 0; step < instructions; step++) {
      avrInstruction(cpu)
      cpu.tick()
    }
    return rate(instructions, start)
  }
}

/** 6502-emulator: `clc / adc abs,x / inx / bne` over 256 bytes. */
export function emulator6502() {
  const { CPU6502 } = require('6502-emulator')
  const { ClockMode } = require('6502-emulator/dist/types.js')
  const memory = new Uint8Array(65_536)
  memory.set([0xa9, 0, 0xa2, 0, 0x18, 0x7d, 0, 2, 0xe8, 0xd0, 0xf9, 0x4c, 0, 0x80], 0x8000)
  memory[0xfffd] = 0x80
  for (let index = 0; index < 256; index++) memory[0x200 + index] = index
  const cpu = new CPU6502({
    accessMemory: (mode, address, value) => {
      if (mode === 0 || mode === 'read' || value === undefined) return memory[address]
      memory[address] = value
      return undefined
    },
  })
  cpu.pauseClock()
  cpu.execInterruptReset()
  cpu.programCounter = 0x8000
  const run = instructions => {
    cpu.clockMode = ClockMode.running
    cpu.isExecuting = true
    cpu.interruptPending = false
    cpu.instructionsPerEventLoopBreathe = instructions
    const before = cpu.instructionsExecuted
    const start = process.cpuUsage()
    cpu.executeNextInstruction()
    const figure = rate(instructions, start)
    cpu.clockMode = ClockMode.paused
    const done = cpu.instructionsExecuted - before
    if (done !== instructions) throw new Error(`6502-emulator did ${done} instructions of ${instructions}`)
    return figure
  }
  run(2 + 4 * 256)
  if (cpu.reg_a !== 128) throw new Error(`6502-emulator adds up to ${cpu.reg_a}, not 128`)
  return run
}

/** Its machines, kept from the garbage collector: freeing one that has met its limit is an error to it. */
const kept = []

/** @specy/s68k: `add.l (a0)+,d0 / cmp.l a1,a0 / bne` over 1,000 words, with or without its history of 100 steps. */
export async function s68k(keepsHistory) {
  // The package is made for bundlers, which put its parts together like this.
  const path = `${modules}@specy/s68k/dist/pkg/s68k_bg`
  const machineCode = await import(`${path}.js`)
  const { instance } = await WebAssembly.instantiate(readFileSync(`${path}.wasm`), { './s68k_bg.js': machineCode })
  machineCode.__wbg_set_wasm(instance.exports)
  const text = `ORG $1000
START:
outer:
    move.l #0, d0
    move.l #$2000, a0
loop:
    add.l (a0)+, d0
    cmp.l #$2FA0, a0
    bne loop
    bra outer
`
  const machine = new machineCode.S68k(text)
  const options = { keep_history: keepsHistory, history_size: 100 }
  const interpreter = machine.wasm_create_interpreter(machine.wasm_compile(), options)
  kept.push(machine, interpreter)
  return instructions => {
    const start = process.cpuUsage()
    // Its limit is an error when reached; how many were done is then the limit.
    try {
      interpreter.wasm_run_with_limit(instructions)
    } catch {}
    return rate(instructions, start)
  }
}

/** @specy/mips (MARS): `lw / addu / addiu / bne` over 1,000 words, with undo. */
export async function mips() {
  const { MIPS } = await import(`${modules}@specy/mips/dist/index.mjs`)
  const text = `.data
numbers: .space 4000
.text
main:
outer: li $t0, 0
    la $t1, numbers
    la $t2, numbers
    addiu $t2, $t2, 4000
loop: lw $t3, 0($t1)
    addu $t0, $t0, $t3
    addiu $t1, $t1, 4
    bne $t1, $t2, loop
    j outer
`
  const machine = MIPS.makeMipsFromSource(text)
  machine.setUndoSize(100)
  machine.assemble()
  machine.initialize(true)
  machine.setUndoEnabled(true)
  return instructions => {
    const start = process.cpuUsage()
    machine.simulateWithLimit(instructions)
    return rate(instructions, start)
  }
}

/** digitaljs: a ripple adder from the project's own netlist, in its headless engine. */
export function digitaljs(flat) {
  const { HeadlessCircuit } = require('digitaljs')
  const { Vector3vl } = require(
    require.resolve('3vl', { paths: [fileURLToPath(new URL('./node_modules/digitaljs', import.meta.url))] }),
  )
  const types = { not: 'Not', and: 'And', or: 'Or', xor: 'Xor', nand: 'Nand', nor: 'Nor' }
  const devices = {}
  const connectors = []
  const driver = new Map()
  const inputs = []
  const outputs = []
  for (const port of flat.inputs) {
    for (const [bit, net] of port.nets.entries()) {
      const id = `in_${port.name}_${bit}`
      devices[id] = { type: 'Input', net: id, order: inputs.length, bits: 1 }
      driver.set(net, { id, port: 'out' })
      inputs.push({ id, port: port.name, bit })
    }
  }
  for (const [index, gate] of flat.gates.entries()) {
    const id = `gate_${index}`
    devices[id] = { type: types[gate.type], bits: 1 }
    for (const [place, net] of gate.in.entries()) {
      connectors.push({ from: driver.get(net), to: { id, port: gate.in.length === 1 ? 'in' : `in${place + 1}` } })
    }
    driver.set(gate.out, { id, port: 'out' })
  }
  for (const port of flat.outputs) {
    for (const [bit, net] of port.nets.entries()) {
      const id = `out_${port.name}_${bit}`
      devices[id] = { type: 'Output', net: id, order: outputs.length, bits: 1 }
      connectors.push({ from: driver.get(net), to: { id, port: 'in' } })
      outputs.push({ id, port: port.name, bit })
    }
  }
  const circuit = new HeadlessCircuit({ devices, connectors, subcircuits: {} })
  const bit = value => Vector3vl.fromBool(value === 1)
  return {
    /** Sets the inputs, lets everything come to rest, and gives the sum. */
    settle(values) {
      for (const { id, port, bit: place } of inputs) circuit.setInput(id, bit((values[port] >> place) & 1))
      while (circuit.hasPendingEvents) circuit.updateGates()
      let sum = 0
      for (const { id, port, bit: place } of outputs) {
        if (port === 's' && circuit.getOutput(id).isHigh) sum |= 1 << place
      }
      return sum
    },
  }
}
