// Bytes of a WebAssembly module, by hand (WebAssembly Core Specification, section 5). It knows the format, not the
// machine.

/** A growing run of bytes. */
export class Bytes {
  length = 0
  private data = new Uint8Array(256)

  byte(value: number): void {
    if (this.length === this.data.length) this.grow(this.length + 1)
    this.data[this.length++] = value
  }

  /** An unsigned number, LEB128. */
  unsigned(value: number): void {
    let rest = value >>> 0
    while (rest > 127) {
      this.byte((rest & 127) | 128)
      rest >>>= 7
    }
    this.byte(rest)
  }

  /** A signed number, LEB128. */
  signed(value: number): void {
    let rest = value | 0
    for (;;) {
      const low = rest & 127
      rest >>= 7
      if ((rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0)) {
        this.byte(low)
        return
      }
      this.byte(low | 128)
    }
  }

  append(other: Bytes): void {
    this.grow(this.length + other.length)
    this.data.set(other.data.subarray(0, other.length), this.length)
    this.length += other.length
  }

  take(): Uint8Array {
    return this.data.slice(0, this.length)
  }

  private grow(least: number): void {
    if (least <= this.data.length) return
    const data = new Uint8Array(Math.max(least, 2 * this.data.length))
    data.set(this.data)
    this.data = data
  }
}

const I32 = 0x7f
const VOID = 0x40

/** Instructions without operands of their own. */
const PLAIN = {
  unreachable: 0x00,
  else: 0x05,
  return: 0x0f,
  drop: 0x1a,
  eqz: 0x45,
  eq: 0x46,
  ne: 0x47,
  lt_s: 0x48,
  lt_u: 0x49,
  gt_s: 0x4a,
  le_s: 0x4c,
  le_u: 0x4d,
  ge_s: 0x4e,
  ge_u: 0x4f,
  add: 0x6a,
  sub: 0x6b,
  mul: 0x6c,
  div_s: 0x6d,
  and: 0x71,
  or: 0x72,
  xor: 0x73,
  shl: 0x74,
  extend8_s: 0xc0,
  extend16_s: 0xc1,
} as const

export type PlainInstruction = keyof typeof PLAIN

/** A place to branch to, made by `block` or `loop`. */
export interface BranchTarget {
  readonly depth: number
}

/** The body of a function of two parameters and one result, all of 32 bits. */
export class Body {
  private readonly code = new Bytes()
  private depth = 0
  private locals = 2

  /** A new local; 0 and 1 are the parameters. */
  local(): number {
    return this.locals++
  }

  plain(instruction: PlainInstruction): void {
    this.code.byte(PLAIN[instruction])
  }

  constant(value: number): void {
    this.code.byte(0x41)
    this.code.signed(value)
  }

  get(local: number): void {
    this.code.byte(0x20)
    this.code.unsigned(local)
  }

  set(local: number): void {
    this.code.byte(0x21)
    this.code.unsigned(local)
  }

  tee(local: number): void {
    this.code.byte(0x22)
    this.code.unsigned(local)
  }

  /** Loads the word at the address on the stack plus `offset`. */
  load(offset: number): void {
    this.memory(0x28, 2, offset)
  }

  /** Stores a word. */
  store(offset: number): void {
    this.memory(0x36, 2, offset)
  }

  /** Loads a byte, zero extended. */
  loadByte(offset: number): void {
    this.memory(0x2d, 0, offset)
  }

  storeByte(offset: number): void {
    this.memory(0x3a, 0, offset)
  }

  /** Opens a block; branching to it leaves it. `result` says that it leaves a word on the stack. */
  block(result = false): BranchTarget {
    return this.open(0x02, result)
  }

  /** Opens a loop; branching to it begins it anew. */
  loop(): BranchTarget {
    return this.open(0x03, false)
  }

  if(): BranchTarget {
    return this.open(0x04, false)
  }

  end(): void {
    this.code.byte(0x0b)
    this.depth--
  }

  branch(target: BranchTarget): void {
    this.code.byte(0x0c)
    this.code.unsigned(this.depth - target.depth)
  }

  branchIf(target: BranchTarget): void {
    this.code.byte(0x0d)
    this.code.unsigned(this.depth - target.depth)
  }

  /** Branches to the target with the number on the stack; to the last one when there is none such. */
  branchTable(targets: readonly BranchTarget[]): void {
    this.code.byte(0x0e)
    this.code.unsigned(targets.length - 1)
    for (const target of targets) this.code.unsigned(this.depth - target.depth)
  }

  /** The bytes of a module that imports a memory `m.m` of at least `pages` and exports this function as `f`. */
  module(pages: number): Uint8Array {
    const out = new Bytes()
    for (const byte of [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) out.byte(byte)
    section(out, 1, [1, 0x60, 2, I32, I32, 1, I32])
    const imported = new Bytes()
    for (const byte of [1, 1, 0x6d, 1, 0x6d, 2, 0]) imported.byte(byte)
    imported.unsigned(pages)
    section(out, 2, imported)
    section(out, 3, [1, 0])
    section(out, 7, [1, 1, 0x66, 0, 0])
    const body = new Bytes()
    body.unsigned(1)
    body.unsigned(this.locals - 2)
    body.byte(I32)
    body.append(this.code)
    body.byte(0x0b)
    const functions = new Bytes()
    functions.unsigned(1)
    functions.unsigned(body.length)
    functions.append(body)
    section(out, 10, functions)
    return out.take()
  }

  private open(instruction: number, result: boolean): BranchTarget {
    this.code.byte(instruction)
    this.code.byte(result ? I32 : VOID)
    return { depth: ++this.depth }
  }

  private memory(instruction: number, align: number, offset: number): void {
    this.code.byte(instruction)
    this.code.unsigned(align)
    this.code.unsigned(offset)
  }
}

function section(out: Bytes, id: number, content: readonly number[] | Bytes): void {
  let bytes: Bytes
  if (content instanceof Bytes) bytes = content
  else {
    bytes = new Bytes()
    for (const byte of content) bytes.byte(byte)
  }
  out.byte(id)
  out.unsigned(bytes.length)
  out.append(bytes)
}
