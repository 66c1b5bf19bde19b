// The command line as command-line.md says: every exit status, every option, problems and JSON.
import { describe, expect, test } from 'vitest'
import { toycpu } from '../tests/toycpu.ts'

const GOOD = 'mov r0, #5\n.expect r0: 5\n'
const UNMET = '.expect 8: 3, ?, 4\nmov 8, #4\n'
const FAULT = 'mov r0, #5\nsub r1, r1\n    div r0, r1\n'
const ENDLESS = 'x: jmp x\n'
const BAD = 'mov r9, #1\njmp lop\n'
const WARNED = 'mov r0, #1\nmov r1, 9\n'
const FILES = { good: GOOD, unmet: UNMET, fault: FAULT, endless: ENDLESS, bad: BAD, warned: WARNED }
const LATIN = new Uint8Array([0x6d, 0xff, 0x0a])

const run = (line: string, files = {}, environment = {}) =>
  toycpu(line === '' ? [] : line.split(' '), { ...FILES, latin: LATIN, ...files }, environment)

describe('exit status', () => {
  test.each([
    [0, 'run good'],
    [0, 'run warned'],
    [0, 'check good'],
    [0, 'check warned'],
    [0, 'check endless'],
    [0, 'trace good'],
    [0, '--help'],
    [0, '--version'],
    [0, 'trace --help'],
    [0, 'run --version'],
    [1, 'check bad'],
    [1, 'run bad'],
    [1, 'trace bad'],
    [2, ''],
    [2, 'run'],
    [2, 'check'],
    [2, 'trace'],
    [2, 'trace good good'],
    [2, 'walk good'],
    [2, 'walk --help'],
    [2, 'run nowhere'],
    [2, 'check latin'],
    [2, 'trace latin'],
    [2, 'run --what good'],
    [2, 'run -v good'],
    [2, 'check --max-steps 5 good'],
    [2, 'trace --json good'],
    [2, 'trace --registers r9 bad'],
    [2, 'trace --cells 9-8 bad'],
    [1, 'trace --cells 300 bad'],
    [2, 'trace --cells 300 good'],
    [2, 'run --json=yes good'],
    [2, 'run good --max-steps'],
    [2, 'run good --max-steps -1'],
    [2, 'run good --fix'],
    [2, 'check good - --fix'],
    [2, 'fmt --write -'],
    [2, 'fmt'],
    [2, 'fmt nowhere'],
    [0, 'fmt warned'],
    [1, 'fmt bad good'],
    [2, 'run good --max-steps 1e3'],
    [2, 'run good --max-steps 99999999999999999999'],
    [2, 'check good --lang fr'],
    [2, 'trace good --format pdf'],
    [2, 'trace good --layout wide'],
    [2, 'trace good --registers r8'],
    [2, 'trace good --registers 8'],
    [2, 'trace good --registers r3-r1'],
    [2, 'trace good --cells 8-'],
    [2, 'trace good --cells 250-256'],
    [0, 'trace good --cells x8'],
    [0, 'trace good --cells x8-x10,r1'],
    [0, 'trace good --columns r0,[r1],x10'],
    [2, 'trace good --columns [r1'],
    [2, 'trace good --columns r0 --cells 8'],
    [2, 'trace good --columns x256'],
    [2, 'trace good --columns name'],
    [2, 'trace good --cells name'],
    [2, 'trace good --cells x'],
    [0, 'run good --set x8=1'],
    [0, 'trace good --symbols x8=x'],
    [2, 'run good --set 8=1,9=2'],
    [2, 'run good --set x256=1'],
    [2, 'run good --set 8'],
    [2, 'run good --set =8'],
    [2, 'run good --set 8='],
    [2, 'run good --set 8=1,'],
    [2, 'run good --set 8=name'],
    [2, 'run good --set name=8'],
    [2, 'run good --set 256=1'],
    [2, 'run good --set 255=1,2'],
    [2, 'run good --set r9=1'],
    [2, 'run good --set [8]=1'],
    [2, 'run good --set 8=#5'],
    [2, 'run good --set 8="a"'],
    [2, 'run good --set 8=2147483648'],
    [3, 'run fault'],
    [3, 'trace fault'],
    [4, 'run endless --max-steps 100'],
    [4, 'trace endless'],
    [4, 'run good --max-steps 0'],
    [5, 'run unmet'],
    [5, 'trace unmet'],
    [5, 'run good unmet good'],
    [5, 'run unmet fault good'],
    [5, 'run bad unmet nowhere'],
    [2, 'check bad nowhere good'],
    [1, 'check good bad'],
  ])('%i: toycpu %s', async (status, line) => {
    const outcome = await run(line)
    expect(outcome.status).toBe(status)
    if (status > 0) expect(outcome.error).not.toBe('')
  })

  test('a program that halts with its last allowed step has halted', async () => {
    expect((await run('run good --max-steps 1')).status).toBe(0)
    expect((await run('run fault --max-steps 2')).status).toBe(4)
    expect((await run('run fault --max-steps 3')).status).toBe(3)
  })

  test('expectations do not decide after a fault', async () => {
    expect((await run('run -', { '-': '.expect 8: 1\ndiv r0, r1\n' })).status).toBe(3)
  })
})

test('what is wrong is told in the language asked for, wherever that stands', async () => {
  for (const line of [
    'nope --lang zh',
    '--lang=zh nope',
    'run good --what --lang zh',
    'trace good --format pdf --lang zh',
  ])
    expect((await run(line)).error).toMatch(/没有|只能是/)
})

test('--columns shows operands in the order asked for, in every format', async () => {
  const program = { '-': '.data 8: 9, 5\nmov r1, 8\nadd [r1], #1\n' }
  const { out } = await run('trace - --columns [r1],x9,r1 --format csv', program)
  expect(out).toMatch(/^step,line,instruction,\[r1\],x9,r1,flags,explanation\n0,,,\?,5,\?,,/)
  expect(out).toContain(',5,5,9,,')
  expect(out).toContain(',6,6,9,,')
})

describe('problems on standard error', () => {
  test.each([
    ['check bad', 'bad:1:5: error: there is no register `r9`: they are `r0` to `r7` [unknown-register]\n'],
    ['run fault', 'fault:3:5: error: division by zero: `div r0, r1` divides by 0 [division-by-zero]\n'],
    ['run fault --lang zh', 'fault:3:5: error: 除以零：`div r0, r1` 的除数是 0 [division-by-zero]\n'],
    [
      'run endless --max-steps 1',
      'endless:1:4: error: stopped at the step limit: not halted after 1 step [step-limit]\n',
    ],
    ['trace endless --lang zh', 'endless:1:4: error: 达到步数上限：执行 10,000 步后仍未停机 [step-limit]\n'],
    ['run unmet', 'unmet:1:1: error: expected x8 = 3, but it is 4 [expectation-not-met]\n'],
    ['run unmet', 'unmet:1:1: error: expected x10 = 4, but it is blank [expectation-not-met]\n'],
    ['run warned', 'warned:2:9: warning: '],
    ['run nowhere', 'nowhere:1:1: error: cannot be read [unreadable]\n'],
    ['run latin', 'latin:1:1: error: is not UTF-8 [unreadable]\n'],
  ])('%s', async (line, words) => expect((await run(line)).error).toContain(words))
})

describe('check', () => {
  test('--json is one object a file, its keys in their order', async () => {
    const { out } = await run('check --json bad')
    expect(out).toMatch(
      /^\{"diagnostics":\[\{"severity":"error","code":"unknown-register","line":1,"column":5,"endLine":1,"endColumn":7,"message":"/,
    )
    expect(out.split('\n')).toHaveLength(2)
  })

  test('--json of several files names each, and tells of one that cannot be read', async () => {
    const { out } = await run('check good nowhere bad --json --lang zh')
    const objects = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(objects[0]).toStrictEqual({ file: 'good', diagnostics: [] })
    expect(objects[1]).toStrictEqual({ file: 'nowhere', status: 'unreadable', message: '无法读取' })
    expect(objects[2]).toMatchObject({ file: 'bad', diagnostics: [{ line: 1 }, { line: 2 }] })
  })
})

describe('check --fix', () => {
  const source = '\ufeffmov r0 #1\r\nmov r1，#2\r\njmp #0 ; 回\r\nmov r9, #1\r\n'

  test('mends what is safe, leaves the rest, and keeps BOM and line ends', async () => {
    const { status, error, files } = await run('check --fix slips', { slips: source })
    expect(files.get('slips')).toBe('\ufeffmov r0, #1\r\nmov r1,#2\r\njmp 0 ; 回\r\nmov r9, #1\r\n')
    expect(status).toBe(1)
    expect(error.split('\n')).toHaveLength(2)
    expect(error).toContain('slips:4:5: error: ')
  })

  test('what is reported is what is left', async () => {
    const { status, out, files } = await run('check --fix --json slips', { slips: 'mov r0 #1\n' })
    expect(out).toBe('{"diagnostics":[]}\n')
    expect([status, files.get('slips')]).toStrictEqual([0, 'mov r0, #1\n'])
  })

  test('without it no file is written', async () => {
    expect((await run('check slips', { slips: source })).files.get('slips')).toBe(source)
  })

  test('a file that cannot be written is told', async () => {
    const { status, error } = await toycpu(['check', '--fix', 'slips'], { slips: 'mov r0 #1\n' }, {}, ['slips'])
    expect({ status, error }).toStrictEqual({ status: 2, error: 'slips:1:1: error: cannot be written [unwritable]\n' })
  })
})

describe('fmt', () => {
  const source = 'loop:MOV R0,#1;one\n  jmp loop\n\n\n'
  const formatted = 'loop:\n    mov r0, #1  ;one\n    jmp loop\n'

  test('prints the formatted text', async () => {
    const { status, out, files } = await run('fmt -', { '-': source })
    expect([status, out, files.get('-')]).toStrictEqual([0, formatted, source])
  })

  test('--write writes the files and prints nothing', async () => {
    const { status, out, files } = await run('fmt --write one two', { one: source, two: formatted })
    expect([status, out, files.get('one'), files.get('two')]).toStrictEqual([0, '', formatted, formatted])
  })

  test('lines with an error stay, and are told', async () => {
    const { status, out, error } = await run('fmt -', { '-': 'mov  r0 ,r1\nmov  r9 ,r1\n' })
    expect([status, out]).toStrictEqual([1, '    mov r0, r1\nmov  r9 ,r1\n'])
    expect(error).toMatch(/^-:2:6: error: .*\[unknown-register\]\n$/)
  })

  test('a file that cannot be written is told', async () => {
    const { status, error } = await toycpu(['fmt', '--write', 'one'], { one: source }, {}, ['one'])
    expect({ status, error }).toStrictEqual({ status: 2, error: 'one:1:1: error: cannot be written [unwritable]\n' })
  })
})

describe('run', () => {
  test('--json has its keys in their order and cells ascending', async () => {
    const { out } = await run('run --json - --set 9=-1 --set r1=3', { '-': 'mov 200, #1\nmov r0, #0\n.expect r0: 0\n' })
    expect(out).toBe(
      '{"status":"halted","steps":2,"pc":2,"flags":{"z":false,"l":false},"cells":{"0":0,"1":3,"9":-1,"200":1},"fault":null,"expectations":[{"line":3,"address":0,"expected":0,"actual":0,"met":true}],"diagnostics":[]}\n',
    )
  })

  test('--json after errors, a fault, the limit, and unmet expectations', async () => {
    const json = async (line: string) => JSON.parse((await run(line)).out)
    expect(await json('run --json bad')).toMatchObject({ status: 'error', diagnostics: [{}, {}] })
    expect(await json('run --json fault')).toMatchObject({
      status: 'fault',
      fault: { code: 'division-by-zero', line: 3, column: 5, value: 0, message: expect.stringContaining('line 3') },
    })
    expect(await json('run --json endless --max-steps 7')).toMatchObject({
      status: 'step-limit',
      steps: 7,
      fault: null,
    })
    expect((await json('run --json unmet')).expectations).toStrictEqual([
      { line: 1, address: 8, expected: 3, actual: 4, met: false },
      { line: 1, address: 10, expected: 4, actual: null, met: false },
    ])
    expect((await json('run --json warned')).diagnostics).toMatchObject([{ severity: 'warning' }])
  })

  test('prints registers, written cells, flags and expectations', async () => {
    const { out } = await run('run -', { '-': '.data 8: 1, 2\n.data 40: 7\ncmp r0, 8\n.expect 8: 1, 3\n' })
    expect(out).toBe(`\
halted after 1 step
registers: r0 ?  r1 ?  r2 ?  r3 ?  r4 ?  r5 ?  r6 ?  r7 ?
x8: 1, 2
x40: 7
flags: L
x8 = 1, as expected
x9 = 2, expected 3
`)
  })

  test('of several files tells whose result is whose', async () => {
    const { out } = await run('run good endless --max-steps 3 --lang zh')
    expect(out).toContain('== good\n执行 1 步后停机\n')
    expect(out).toContain('== endless\n执行 3 步后仍未停机\n')
  })
})

describe('--set', () => {
  test('holds over .data, reads by the assembler’s rules, and is repeatable', async () => {
    const source = `.equ total, 20\n.data 8: 1, 2, 3\nmov r0, 8\n`
    const words = [
      'run',
      '--json',
      '-',
      '--set',
      '9=-5,0xFF',
      '--set',
      `total='A'`,
      '--set',
      'r3=0b11',
      '--set',
      `21=','`,
    ]
    const { out } = await toycpu(words, { '-': source })
    expect(JSON.parse(out).cells).toStrictEqual({ 0: 1, 3: 3, 8: 1, 9: -5, 10: 255, 20: 65, 21: 44 })
  })

  test('keeps to the word: a pattern of bits is read as signed', async () => {
    const { out } = await toycpu(['run', '--json', '-', '--set', '8=0xFF'], { '-': '.bits 8\nmov r0, 8' })
    expect(JSON.parse(out).cells).toStrictEqual({ 0: -1, 8: -1 })
  })

  test('says whose fault it is', async () => {
    expect((await run('run good --set 300=1')).error).toMatch(/^toycpu: --set 300=1: .*300/)
    expect((await run('run good --set 8=x --lang zh')).error).toBe(
      'toycpu: --set 8=x：不合 ADDRESS=VALUE,… 的形式；例如 --set 8=15,18 --set r1=0x0F\n',
    )
    expect((await run('run good --set 8=1,9=2')).error).toContain('; for example --set 8=1 --set 9=2\n')
    expect((await run('trace good --cells 9-8')).error).toContain('; for example --cells 8-10,x15\n')
  })

  test('says of which file it is, and keeps none of the others back', async () => {
    const { status, out, error } = await run('run good with --set total=1', { with: '.equ total, 20\nmov r0, total\n' })
    expect(status).toBe(2)
    expect(error).toMatch(/^toycpu: good: --set total=1: .*`total`.*\n$/)
    expect(out).toContain('x20: 1\n')
  })

  test('a cell given so is no blank one', async () => {
    expect((await run('run warned --set 9=1')).error).toBe('')
  })
})

describe('trace', () => {
  const table = async (line: string, files = {}) => (await run(`trace ${line}`, files)).out

  test('shows what is read, written, given or expected, registers first', async () => {
    const source = '.data 20: 1\n.data r1: 30\nmov r3, [r1]\n.expect 12: 1\n'
    const head = (await table('- --set 100=1 --format csv', { '-': source })).split('\n')[0]
    expect(head).toBe('step,line,instruction,r1,r3,x12,x20,x30,x100,flags,explanation')
  })

  test('only cells of the steps shown', async () => {
    expect(await table('- --max-steps 1 --format csv', { '-': 'mov r0, #1\nmov r1, #1\n' })).not.toContain('r1,')
  })

  test('at most 64 columns, and says so', async () => {
    const numbers = Array.from({ length: 70 }, (_, index) => index).join(', ')
    const { out, error } = await run('trace - --format csv', { '-': `.data 10: ${numbers}\nmov r0, #1\n` })
    expect(out.split('\n')[0]!.split(',')).toHaveLength(64 + 5)
    expect(error).toBe('toycpu: the table shows the first 64 of 71 cells; choose with --registers and --cells\n')
    const lines = await run('trace - --format jsonl', { '-': `.data 10: ${numbers}\nmov r0, #1\n` })
    expect(lines.error).toBe('')
  })

  test('columns asked for', async () => {
    const head = async (line: string) => (await table(`good --format csv ${line}`)).split('\n')[0]
    expect(await head('--registers r1,R0 --cells 17,15-16')).toBe(
      'step,line,instruction,r0,r1,x15,x16,x17,flags,explanation',
    )
    expect(await head('--cells 15')).toBe('step,line,instruction,r0,x15,flags,explanation')
    expect(
      (await run('trace with --format csv --cells total', { with: '.equ total, 20\nmov r0, total\n' })).out,
    ).toMatch(/^step,line,instruction,r0,x20,/)
    expect(await head('--registers r5')).toBe('step,line,instruction,r5,flags,explanation')
  })

  test('csv quotes commas and quotes, with LF', async () => {
    const out = await table('- --format csv', { '-': `cmp r0, #'"'\n` })
    expect(out).toBe(
      'step,line,instruction,r0,flags,explanation\n0,,,?,,the state before the first step\n1,1,"cmp r0, #\'""\'",?,L,"0 < 34: sets L; r0 was blank, read as 0"\n',
    )
  })

  test('markdown masks what would end a cell or be a mark', async () => {
    const out = await table('- --format markdown', { '-': `_a_: cmp r0, #'|'\nmov r1, #'\`'\njmp _a_\n` })
    expect(out).toContain("| `cmp r0, #'\\|'` ")
    expect(out).toContain("| `` mov r1, #'`' `` ")
    const jump = (await table('- --format markdown --max-steps 3', { '-': '_a_: jmp _a_' })).split('\n')[3]
    expect(jump).toContain('jumps back to \\_a\\_ (line 1)')
  })

  test('Chinese counts as two columns', async () => {
    const out = await table('- --max-steps 2', { '-': '求和:\nmov r0, #1\njmp 求和\n' })
    expect(out.split('\n').slice(2, 4)).toStrictEqual([
      '   1     2  mov r0, #1    1         writes 1 to r0',
      '   2     3  jmp 求和      1         jumps back to 求和 (line 1)',
    ])
  })

  test('folds a cmp and the conditional jump right after it, nothing else', async () => {
    const source = 'cmp r0, r1\nje on\njmp on\non: cmp r0, r1\njmp next\nnext: cmp r0, r1\ncmp r0, r1\njl on\n'
    const out = await table('- --format csv --fold-jumps', { '-': source })
    const rows = out
      .trimEnd()
      .split('\n')
      .map(row => row.match(/^(\w*),(\w*),("[^"]*"|[^,]*)/)!.slice(1))
    expect(rows.slice(2)).toStrictEqual([
      ['1', '1', '"cmp r0, r1 / je on"'],
      ['3', '4', '"cmp r0, r1"'],
      ['4', '5', 'jmp next'],
      ['5', '6', '"cmp r0, r1"'],
      ['6', '7', '"cmp r0, r1 / jl on"'],
    ])
  })

  test('folds no jump that the limit or a fault cuts off', async () => {
    const cut = await table('- --format csv --fold-jumps --max-steps 1', { '-': 'cmp r0, r1\nje 0\n' })
    expect(cut).toContain('\n1,1,"cmp r0, r1",')
    const fault = await table('- --format csv --fold-jumps', { '-': '.data r2: -1\ncmp r0, r1\nje [r2]\n' })
    expect(fault).toContain('\n1,2,"cmp r0, r1",')
  })

  test('jsonl is a line a step, whatever else is asked for, its keys in their order', async () => {
    const source = '.data r1: 15\n.data 15: 1\nadd r0, [r1]\ncmp r0, r1\nl: jl 1\n'
    const out = await table('- --format jsonl --fold-jumps --layout book --max-steps 3', { '-': source })
    const lines = out.split('\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toBe(
      '{"step":1,"pc":0,"line":3,"source":"add r0, [r1]","reads":[{"address":0,"value":0,"blank":true},{"address":1,"value":15,"blank":false},{"address":15,"value":1,"blank":false}],"write":{"address":0,"before":null,"after":1},"flags":{"z":false,"l":false},"taken":null,"notes":["blank-read"],"explanation":"r1 = 15, so x15 = 1 is added to r0: 0 + 1 = 1; r0 was blank, read as 0"}',
    )
    expect(JSON.parse(lines[2]!)).toMatchObject({ taken: true, write: null, reads: [] })
  })

  test('a long table comes in pieces', async () => {
    const { out } = await run('trace endless --max-steps 5000')
    expect(out.split('\n')).toHaveLength(5003)
  })
})

describe('trace --symbolic', () => {
  const swap = '.data 8: 3, 4\nadd 8, 9\nsub 9, 8\nadd 8, 9\nmul 9, #-1\n'
  const trace = (words: readonly string[], source: string) => toycpu(['trace', '-', ...words], { '-': source })

  test('shows formulas in place of numbers, and says for which data', async () => {
    const { out, error } = await trace(['--symbols', '8=x,9=y', '--format', 'csv'], swap)
    const cells = out.split('\n').map(row => row.match(/,([^,]*),([^,]*),L?,[^,]*$/)?.slice(1))
    expect(cells).toStrictEqual([
      undefined,
      ['x', 'y'],
      ['x + y', 'y'],
      ['x + y', "'-x"],
      ['y', "'-x"],
      ['y', 'x'],
      undefined,
    ])
    expect(error).toBe('holds for all values\n')
  })

  test('gives the conditions on standard error', async () => {
    const source = '.data 8: 9, 1\n.data 9: 3\nmov r0, [8]\ncmp r0, 9\nje e\ne:'
    expect((await trace(['--symbolic'], source)).error).toContain('holds where\n  x8 = 9\n')
    expect((await trace(['--symbolic', '--lang', 'zh'], source)).error).toContain('在以下条件下成立：\n  x8 = 9\n')
  })

  test('a cell that is named without data holds an unknown', async () => {
    const words = ['--symbols', '0=甲', '--symbols', 'total=y, r1=x1', '--format', 'csv']
    const { out } = await trace(words, '.equ total, 20\n.data total: 7\nadd r0, total\n')
    expect(out).toContain('\n0,,,甲,x1,y,,')
    expect(out).toContain(',甲 + y,x1,y,,adds total = 7 to r0: 0 + 7 = 7\n')
  })

  test('jsonl has a formula at reads and write, and the conditions of the step', async () => {
    const { out, error } = await trace(['--symbolic', '--format', 'jsonl'], '.data 8: 9, 1\nadd r0, [8]\ncmp 8, r0\n')
    const [first, second] = out.split('\n').map(line => (line === '' ? null : JSON.parse(line)))
    expect(first).toMatchObject({
      reads: [
        { address: 0, value: 0, blank: true, formula: '0' },
        { address: 8, value: 9, blank: false, formula: 'x8' },
        { address: 9, value: 1, blank: false, formula: 'x9' },
      ],
      write: { address: 0, before: null, after: 1, formula: 'x9' },
      conditions: ['x8 = 9'],
    })
    expect(second).toMatchObject({ write: null, conditions: [] })
    expect(error).toBe('')
  })

  test.each([
    '8=',
    '8',
    '=x',
    '8=1x',
    '8=x y',
    '8=x,8=y',
    '8=x,9=x',
    '8=x9',
    '8=r1',
    '8=v3',
    'nowhere=x',
    '300=x',
    '8=x,',
  ])('wrong usage: --symbols %s', async symbols => {
    const { status, error } = await trace(['--symbols', symbols], swap)
    expect(status).toBe(2)
    expect(error).toMatch(/^toycpu: --symbols /)
  })

  test('the one that comes too late is blamed', async () => {
    expect((await trace(['--symbols', '8=x,9=x'], swap)).error).toBe(
      'toycpu: --symbols 9=x: the name is taken; for example --symbols 8=x,r1=y\n',
    )
    expect((await trace(['--symbols', '8=x,8=y'], swap)).error).toMatch(/--symbols 8=y: the cell has a name already/)
  })

  test('in Markdown and LaTeX products are no emphasis', async () => {
    const source = '.data 8: 3\nmul 8, 8\n'
    expect((await trace(['--symbols', '8=x', '--format', 'markdown'], source)).out).toContain('| x\\*x |')
    expect((await trace(['--symbols', '8=x', '--format', 'latex'], source)).out).toContain('& $x\\,x$ &')
  })
})

describe('languages and help', () => {
  const helped = async (environment: Record<string, string>, line = '--help') => (await run(line, {}, environment)).out

  test('the environment decides, unless --lang does', async () => {
    expect(await helped({ LANG: 'zh_CN.UTF-8' })).toContain('用法')
    expect(await helped({ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN' })).toContain('Usage')
    expect(await helped({ LC_ALL: '', LC_MESSAGES: 'zh', LANG: 'en' })).toContain('用法')
    expect(await helped({ LANG: 'C' })).toContain('Usage')
    expect(await helped({ LANG: 'zh' }, '--lang en --help')).toContain('Usage')
    expect(await helped({}, 'trace --help --lang zh')).toContain('状态表')
  })

  test('the help tells of what there is', async () => {
    expect(await helped({})).toMatch(/check FILE…[\s\S]*run FILE…[\s\S]*trace FILE[\s\S]*fmt FILE…/)
    const trace = await helped({}, 'trace --help')
    for (const option of ['--set', '--max-steps', '--format', '--registers', '--cells', '--fold-jumps', '--layout']) {
      expect(trace).toContain(`  ${option}`)
    }
  })

  test('the version', async () => expect(await helped({}, '--version')).toBe('1.2.3\n'))
})

test('standard input, CRLF and a BOM', async () => {
  const { status, error } = await run('run -', { '-': '\ufeffmov r0, #5\r\n.expect r0: 5\r\n' })
  expect({ status, error }).toStrictEqual({ status: 0, error: '' })
})
