// The limit: the program as C with the same checks, compiled by gcc -O2, if there is one. Checked are fuel (a block at
// a time) and the bounds of brackets; kept are the flags' numbers, the instruction that set them, and which cells are
// blank: registers in locals, and cells that are surely written not marked again, as the translation to WebAssembly has
// it. One optimisation is off, which works out where a countdown ends without counting; and how many cells there are is
// read from memory, so that no check is proved away.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const out = fileURLToPath(new URL('../node_modules/.cache/bench', import.meta.url))

/** Whether there is a gcc. */
export function hasGcc() {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Compiles a program; the function returned runs it for `steps` instructions and gives the instructions a second. */
export function compileC(name, program, blocks) {
  mkdirSync(out, { recursive: true })
  const path = `${out}/limit-${name}`
  writeFileSync(`${path}.c`, source(program, blocks))
  execFileSync('gcc', ['-O2', '-fno-tree-scev-cprop', '-w', '-o', path, `${path}.c`])
  return steps => {
    const [ms, done] = execFileSync(path, [String(steps)], { encoding: 'utf8' })
      .split(' ')
      .map(Number)
    if (done < steps - 64 || done > steps) throw new Error(`the C program did ${done} steps of ${steps}`)
    return done / ms / 1e3
  }
}

function source(program, { blocks, of }) {
  const { cells, instructions, data } = program
  const registers = new Set()
  for (const { operands } of instructions) {
    for (const { mode, address } of operands)
      if ((mode === 'direct' || mode === 'indirect') && address < 8) registers.add(address)
  }
  const lowest = Math.max(-1, ...registers) + 1
  const cell = address => (registers.has(address) ? `r${address}` : `c[${address}]`)
  const text = []
  const leave = (pc, rest) => `{ pc = ${pc}; fuel += ${rest}; goto OUT; }`
  for (const [number, block] of blocks.entries()) {
    const length = block.end - block.start
    text.push(`B${number}:;`)
    if (block.exit === 'end') {
      text.push(`pc = ${block.start}; goto OUT;`)
      continue
    }
    text.push(`if (fuel < ${length}) ${leave(block.start, 0)} fuel -= ${length};`)
    for (let index = block.start; index < block.end; index++) {
      const { mnemonic, operands } = instructions[index]
      const rest = block.end - index
      const place = (operand, local) => {
        if (operand.mode === 'direct') return cell(operand.address)
        text.push(
          `${local} = ${cell(operand.address)}; if ((unsigned)(${local} - ${lowest}) >= limit) ${leave(index, rest)}`,
        )
        return `c[${local}]`
      }
      const value = (operand, local) => (operand.mode === 'immediate' ? `${operand.value}` : place(operand, local))
      if (mnemonic.startsWith('j')) {
        const when = { jmp: '1', je: 'left == right', jne: 'left != right', jl: 'left < right' }[mnemonic]
        text.push(`if (${when}) goto B${of[operands[0].index]};`)
        continue
      }
      const to = mnemonic === 'cmp' ? value(operands[0], 'p') : place(operands[0], 'p')
      const from = value(operands[1], 'q')
      const blank = operands[0].mode === 'indirect' && mnemonic !== 'cmp' ? 'b[p] = 0;' : ''
      if (mnemonic === 'mov') text.push(`${to} = ${from}; ${blank}`)
      else if (mnemonic === 'cmp') text.push(`left = ${to}; right = ${from}; setter = ${index};`)
      else {
        const sign = { add: '+', sub: '-', mul: '*' }[mnemonic]
        text.push(
          `left = (int)((unsigned)${to} ${sign} (unsigned)${from}); ${to} = left; right = 0; setter = ${index}; ${blank}`,
        )
      }
    }
  }
  const names = [...registers]
  return `#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static int cells[${cells}]; static unsigned char blank[${cells}]; static int state[8];
__attribute__((noipa)) void run(int *restrict c, unsigned char *restrict b, int *restrict st) {
  int pc = st[0], fuel = st[1], left = st[2], right = st[3], setter = st[4], p, q;
  unsigned limit = st[5];
  ${names.map(register => `int r${register} = c[${register}];`).join(' ')}
  ${text.join('\n  ')}
OUT:;
  ${names.map(register => `c[${register}] = r${register};`).join(' ')}
  st[0] = pc; st[1] = fuel; st[2] = left; st[3] = right; st[4] = setter;
}
int main(int count, char **words) {
  long steps = atol(words[1]);
  double ms = 0; long done = 0;
  for (int round = 0; round < 2; round++) {
    ${data.map(({ address, value }) => `cells[${address}] = ${value};`).join(' ')}
    state[0] = 0; state[1] = (int)steps; state[2] = 1; state[3] = 0; state[5] = ${cells - lowest};
    struct timespec a, b; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
    run(cells, blank, state);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
    ms = (b.tv_sec - a.tv_sec) * 1e3 + (b.tv_nsec - a.tv_nsec) / 1e6; done = steps - state[1];
  }
  printf("%f %ld", ms, done);
}
`
}
