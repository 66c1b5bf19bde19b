// A region of the program as one WebAssembly function: the order of its blocks, and how control passes between them.
// What the single instructions become stands in operations.ts.
import type { Program } from '../../instructions/index.ts'
import type { Block, Blocks } from './blocks.ts'
import { Emitter, type Recipe } from './emit.ts'
import type { BranchTarget } from './encoder.ts'
import type { FlagSources } from './flag-sources.ts'
import type { MemoryLayout } from './memory-layout.ts'
import type { Region } from './region.ts'
import { WASM_PAGE } from './webassembly.ts'

/**
 * The bytes of a module with one function `f(fuel, entry)`. It executes whole blocks, as many as the fuel surely lasts
 * for, and returns where it left: an instruction number, the first of a block not yet begun, or, where it had to leave
 * within a block, that number's complement (~): the block's fuel is then spent as a whole. `entry` is the place in the
 * region of the block to begin with; a region that is not dispatched can be entered at its first alone.
 */
export function translate(
  program: Program,
  blocks: Blocks,
  layout: MemoryLayout,
  region: Region,
  recipe: Recipe,
): { bytes: Uint8Array; sources: FlagSources } {
  const emitter = new Emitter(program, layout, blocks, region, recipe)
  emitter.begin()
  const flow = new Flow(blocks, region, recipe, emitter)
  if (region.dispatched) flow.dispatch()
  else flow.structured()
  emitter.finish()
  return { bytes: emitter.body.module(Math.ceil(layout.size / WASM_PAGE)), sources: emitter.sources }
}

/** Where an edge leads: out of the region, to a place that a branch reaches, or to what is put here. */
type Way =
  | { readonly kind: 'out'; readonly pc: number }
  | { readonly kind: 'label'; readonly target: BranchTarget; readonly number: number | null }
  | { readonly kind: 'inline'; readonly node: number }

/** A piece of work to do later: what the recursion of the method would keep on its stack. */
type Task = () => void

/** Emits a region's blocks and the edges between them. */
class Flow {
  private readonly blocks: Blocks
  private readonly region: Region
  private readonly recipe: Recipe
  private readonly emitter: Emitter
  private readonly loops = new Map<number, BranchTarget>()
  private readonly merges = new Map<number, BranchTarget>()
  private again: BranchTarget | null = null
  private readonly tasks: Task[] = []

  constructor(blocks: Blocks, region: Region, recipe: Recipe, emitter: Emitter) {
    this.blocks = blocks
    this.region = region
    this.recipe = recipe
    this.emitter = emitter
  }

  /** Loops and blocks as nested structures, after the tree of dominators. */
  structured(): void {
    this.tree(0)
    for (let task = this.tasks.pop(); task !== undefined; task = this.tasks.pop()) task()
  }

  /** One loop around a table of jumps: any flow whatever. */
  dispatch(): void {
    const { emitter, region } = this
    const { body } = emitter
    this.again = body.loop()
    const targets = region.members.map(() => body.block()).reverse()
    body.get(1)
    body.branchTable(targets)
    for (let node = 0; node < region.members.length; node++) {
      body.end()
      this.leave(node)
      for (let task = this.tasks.pop(); task !== undefined; task = this.tasks.pop()) task()
    }
    body.plain('unreachable')
    body.end()
  }

  /** Later tasks are done first: the last one given is the next. */
  private afterwards(...tasks: Task[]): void {
    for (const task of tasks.reverse()) this.tasks.push(task)
  }

  private tree(node: number): void {
    const { structure } = this.region
    const { body } = this.emitter
    const merges = structure.children[node]!.filter(child => structure.merge[child] === 1)
    if (structure.header[node] === 1) {
      this.loops.set(node, body.loop())
      this.afterwards(
        () => this.within(node, merges, 0),
        () => body.end(),
      )
    } else {
      this.within(node, merges, 0)
    }
  }

  /** The node in blocks whose ends are the beginnings of those that it merges into. */
  private within(node: number, merges: readonly number[], from: number): void {
    const merge = merges[from]
    if (merge === undefined) {
      this.leave(node)
      return
    }
    const { body } = this.emitter
    this.merges.set(merge, body.block())
    this.afterwards(
      () => this.within(node, merges, from + 1),
      () => body.end(),
      () => this.tree(merge),
    )
  }

  private block(node: number): Block {
    return this.blocks.blocks[this.region.members[node]!]!
  }

  /** The node's instructions, and the way on from it. */
  private leave(node: number): void {
    const { emitter, recipe } = this
    const block = this.block(node)
    emitter.block(block, this.region.members[node]!, this.region.needs[node]!)
    const [first, second] = block.next
    switch (block.exit) {
      case 'fall':
        this.go(this.way(node, first!))
        break
      case 'jump':
        if (recipe.stopsAtJumps) emitter.hit(this.blocks.blocks[first!]!.start)
        else this.go(this.way(node, first!))
        break
      case 'branch':
        this.branch(block, node, first!, second!)
        break
      case 'computed':
        this.computed(block, node)
        break
      case 'end':
        emitter.leave(block.start)
        break
    }
  }

  private branch(block: Block, node: number, first: number, second: number): void {
    const { emitter, recipe } = this
    const { body } = emitter
    const other = this.way(node, second)
    if (recipe.stopsAtJumps) {
      emitter.condition(block.end - 1, true)
      body.if()
      emitter.hit(this.blocks.blocks[first]!.start)
      body.end()
      this.go(other)
      return
    }
    const taken = this.way(node, first)
    if (taken.kind !== 'inline') {
      this.goIf(taken, block.end - 1, true)
      this.go(other)
    } else if (other.kind !== 'inline') {
      this.goIf(other, block.end - 1, false)
      this.go(taken)
    } else {
      emitter.condition(block.end - 1, true)
      body.if()
      this.afterwards(
        () => this.go(taken),
        () => body.plain('else'),
        () => this.go(other),
        () => body.end(),
      )
    }
  }

  /** A jump to where a cell says: to the places that are known, else out, before the jump. */
  private computed(block: Block, node: number): void {
    const { emitter, recipe } = this
    const { body } = emitter
    const jump = block.end - 1
    const behind = emitter.isConditional(jump) ? block.next.at(-1)! : null
    const places = recipe.stopsAtJumps ? [] : behind === null ? block.next : block.next.slice(0, -1)
    const reach = (at: number): void => {
      const place = places[at]
      if (place === undefined) {
        emitter.leaveWithin(jump)
        return
      }
      emitter.target(jump)
      body.constant(this.blocks.blocks[place]!.start)
      body.plain('eq')
      body.if()
      this.afterwards(
        () => this.go(this.way(node, place)),
        () => body.plain('else'),
        () => reach(at + 1),
        () => body.end(),
      )
    }
    if (behind === null) {
      reach(0)
      return
    }
    emitter.condition(jump, true)
    body.if()
    this.afterwards(
      () => reach(0),
      () => body.end(),
      () => this.go(this.way(node, behind)),
    )
  }

  /** How the edge from `node` to a block is gone. */
  private way(node: number, to: number): Way {
    const { index, structure } = this.region
    const { start } = this.blocks.blocks[to]!
    const next = index.get(to)
    if (next === undefined || this.recipe.closed.has(to)) return { kind: 'out', pc: start }
    if (this.again !== null) return { kind: 'label', target: this.again, number: next }
    if (structure.place[next]! <= structure.place[node]!) {
      return { kind: 'label', target: this.loops.get(next)!, number: null }
    }
    if (structure.merge[next] === 1) return { kind: 'label', target: this.merges.get(next)!, number: null }
    return { kind: 'inline', node: next }
  }

  private go(way: Way): void {
    const { body } = this.emitter
    if (way.kind === 'out') this.emitter.leave(way.pc)
    else if (way.kind === 'inline') this.afterwards(() => this.tree(way.node))
    else {
      if (way.number !== null) {
        body.constant(way.number)
        body.set(1)
      }
      body.branch(way.target)
    }
  }

  /** Goes the way where the jump's condition is as `taken` says. */
  private goIf(way: Exclude<Way, { kind: 'inline' }>, jump: number, taken: boolean): void {
    const { emitter } = this
    const { body } = emitter
    if (way.kind === 'label' && way.number === null) {
      emitter.condition(jump, taken)
      body.branchIf(way.target)
    } else if (way.kind === 'out') {
      emitter.leaveIf(way.pc, () => emitter.condition(jump, taken))
    } else {
      emitter.condition(jump, taken)
      body.if()
      this.go(way)
      body.end()
    }
  }
}
