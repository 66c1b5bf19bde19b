// `toycpu circuit`: what it prints, and every way in which the question can be wrong.
import { describe, expect, test } from 'vitest'
import { EXPORT_FORMATS, GATE_SET_NAMES } from '../emulator/circuits/index.ts'
import { MODULES } from '../emulator/datapath/index.ts'
import { toycpu } from '../tests/toycpu.ts'

const ask = (text: string) => toycpu(['circuit', ...text.split(' ').filter(Boolean)])

describe('what it prints', () => {
  test('a truth table, 8 bits wide unless said otherwise', async () => {
    expect((await ask('and')).out).toBe('x  y  out\n0  0    0\n0  1    0\n1  0    0\n1  1    1\n')
    expect((await ask('ripple-adder --inputs a=100,b=100,c=0')).out).toBe(
      '  a    b  c    s  c_next\n100  100  0  -56       0\n',
    )
  })

  test('values are literals as in the language, and mnemonics for op', async () => {
    const row = async (inputs: string): Promise<string | undefined> =>
      (await ask(`alu --bits 8 --inputs ${inputs}`)).out.split('\n')[1]
    expect(await row("a=0xC8,b='A',op=add")).toBe('-56  65   1  9     0     0        0')
    expect(await row('a=-7,b=0b10,op=DIV')).toBe('-7  2   4  -3     0     1        0')
    expect(await row('a=1,b=-128,op=5')).toBe('1  -128   5  -127     0     0        0')
    expect(await row("a=0,b='\\n',op=0x0")).toBe('0  10   0  10     0     0        0')
  })

  test('inputs may be given one by one', async () => {
    expect((await ask('full-adder --inputs x=1 --inputs y=0,c=1')).out).toBe('x  y  c  s  c_next\n1  0  1  0       1\n')
  })

  test.each(MODULES.map(({ name }) => name))('%s in every set and format that shows it', async name => {
    for (const set of GATE_SET_NAMES) {
      for (const format of EXPORT_FORMATS) {
        const { status, out } = await ask(`${name} --bits 2 --gates ${set} --format ${format.name}`)
        const possible = set !== 'relu' || format.relu
        expect([set, format.name, status]).toEqual([set, format.name, possible ? 0 : 2])
        expect(out.length > 0).toBe(possible)
      }
    }
  })

  test('a module without bits ignores them', async () => {
    expect((await ask('full-adder --bits 32')).out).toBe((await ask('full-adder')).out)
  })
})

describe('wrong usage: status 2, nothing on standard output, a word on standard error', () => {
  test.each([
    '',
    'nothing',
    'and or',
    'and --gates nands',
    'and --format pdf',
    'and --bits 0',
    'and --bits 33',
    'and --bits -1',
    'and --bits 8.5',
    'and --bits x',
    'and --inputs',
    'and --inputs z=1',
    'and --inputs out=1',
    'and --inputs x=1,x=1',
    'and --inputs x=1 --inputs x=0',
    'and --inputs x=2',
    'and --inputs x=-1',
    'and --inputs x=',
    'and --inputs x',
    'and --inputs x=1,',
    'and --inputs =1',
    'and --inputs x=mov',
    'and --gates relu --format verilog',
    'and --gates relu --format dot',
    'and --format verilog --inputs x=1',
    'and --format json --inputs x=1',
    'and --format dot --inputs x=1',
    'ripple-adder',
    'ripple-adder --bits 6',
    'ripple-adder --inputs a=128,b=0,c=0',
    'ripple-adder --inputs a=-129,b=0,c=0',
    'ripple-adder --inputs a=256,b=0,c=0',
    'ripple-adder --inputs a=0x100,b=0,c=0',
    'ripple-adder --inputs a=-0x1,b=0,c=0',
    "ripple-adder --inputs a='AB',b=0,c=0",
    "ripple-adder --inputs a='\\x',b=0,c=0",
    'alu --bits 2 --inputs op=8',
    'alu --bits 2 --inputs op=jmp',
    'and --speed 3',
  ])('%s', async text => {
    const { status, out, error } = await ask(text)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(error).not.toBe('')
  })

  test('in Chinese as well', async () => {
    expect((await ask('and --inputs x=2 --lang zh')).error).toMatch(/[\u4e00-\u9fff]/)
  })
})
