// Multiplier and divider as on paper: row beneath row, what a row leaves led round to the next one. Drawn along, they would
// be thousands of pixels wide. It answers as the library would, so that all else is the same.
import { type LayoutAnswer, type Plan, placed, planOf } from './general.ts'
import type { Node } from './graph.ts'
import type { LayoutByHand } from './layout.ts'
import type { Point } from './symbols.ts'

/** From one row to the next. */
const STEP = 112

/** Lays down nodes and edges one by one, wherever they stand in the order of the graph. */
class Sheet {
  readonly #plan: Plan
  readonly #corners = new Map<number, Point>()
  readonly #ways = new Map<string, { points: Point[]; dots: Point[] }>()

  constructor(plan: Plan) {
    this.#plan = plan
  }

  /** The node of that label or terminal name; the only gate has none. */
  index(name: string): number {
    return this.#plan.graph.nodes.findIndex(({ part, inputs, outputs }) =>
      part === null
        ? [...inputs, ...outputs][0]!.name === name
        : part.kind === 'gate'
          ? name === ''
          : part.label === name,
    )
  }

  node(index: number): Node {
    return this.#plan.graph.nodes[index]!
  }

  /** Puts a node so that its shape, without the room at its left, begins at x, and a pin of it is at a height. */
  put(index: number, x: number, height: number, pin: Point = [0, 0]): void {
    this.#corners.set(index, [x - this.#plan.rooms[index]!.left, height - pin[1]])
  }

  /** Where wires meet a node's room: at its left for an input, at its right for an output. */
  input(index: number, k: number): Point {
    const [x, y] = this.#corners.get(index)!
    return [x, y + this.node(index).inputs[k]!.at[1]]
  }

  output(index: number, k: number): Point {
    const [x, y] = this.#corners.get(index)!
    const { left, right } = this.#plan.rooms[index]!
    return [x + left + this.node(index).width + right, y + this.node(index).outputs[k]!.at[1]]
  }

  /** Leads a wire to an input, by points on its way; `dots` are where it branches from others of its strand. */
  lead(from: Point, by: readonly Point[], index: number, k: number, dots: readonly Point[] = []): void {
    this.#ways.set(`${index}-${k}`, { points: [from, ...by, this.input(index, k)], dots: [...dots] })
  }

  answer(): LayoutAnswer {
    const spot = ([x, y]: Point) => ({ x, y })
    const { nodes } = this.#plan.graph
    const corners = nodes.map((_, i) => this.#corners.get(i)!)
    const top = Math.min(...corners.map(([, y]) => y))
    const shifted = ([x, y]: Point): Point => [x, y - top]
    const edges = nodes.flatMap((node, i) =>
      node.inputs.flatMap((pin, k) => {
        if (pin.strand === null) return []
        const { points, dots } = this.#ways.get(`${i}-${k}`)!
        const [startPoint, ...rest] = points.map(point => spot(shifted(point)))
        const section = { startPoint: startPoint!, bendPoints: rest.slice(0, -1), endPoint: rest.at(-1)! }
        return [{ sections: [section], junctionPoints: dots.map(point => spot(shifted(point))) }]
      }),
    )
    const right = nodes.map((node, i) => corners[i]![0] + this.#plan.rooms[i]!.left + node.width)
    const bottom = nodes.map((node, i) => corners[i]![1] + node.height)
    return {
      children: corners.map(point => spot(shifted(point))),
      edges,
      width: Math.max(...right),
      height: Math.max(...bottom) - top,
    }
  }
}

export const column: LayoutByHand = (module, style) => {
  const draw = COLUMNS[module.name]
  if (draw === undefined || module.bits === null || module.bits < 3) return null
  const plan = planOf(module, style)
  // Where the sign takes several gates, the library is asked.
  const gates = plan.graph.nodes.filter(({ kind }) => kind === 'gate').length
  return gates > 1 ? null : placed(plan, draw(module.bits, new Sheet(plan)))
}

/** Row i at the left, its sum with what came before at the right; a bit of the product leaves from every sum. */
function multiplication(bits: number, sheet: Sheet): LayoutAnswer {
  const [RAIL, ROWS] = [60, 132]
  const places = Array.from({ length: bits }, (_, i) => i)
  const rows = places.map(i => sheet.index(`row${i}`))
  const sums = places.map(i => (i === 0 ? rows[0]! : sheet.index(`sum${i}`)))
  places.forEach(i => {
    sheet.put(rows[i]!, ROWS, i * STEP)
  })
  const turn = Math.max(...rows.map(row => sheet.output(row, 0)[0])) + 24
  for (const i of places.slice(1)) {
    const sum = sums[i]!
    sheet.put(sum, turn + 20 + 52, sheet.output(rows[i]!, 0)[1], sheet.node(sum).inputs[1]!.at)
  }
  const end = Math.max(...sums.map(sum => sheet.output(sum, 0)[0]))

  const a = sheet.index('a')
  sheet.put(a, 0, sheet.input(rows[0]!, 0)[1] - 6)
  places.forEach(i => {
    const row = rows[i]!
    const [, y] = sheet.input(row, 0)
    const from = sheet.output(a, 0)
    const isLast = i === bits - 1
    if (i === 0) sheet.lead(from, [], row, 0, [[RAIL, y]])
    else
      sheet.lead(
        from,
        [
          [RAIL, from[1]],
          [RAIL, y],
        ],
        row,
        0,
        isLast ? [] : [[RAIL, y]],
      )
    const b = sheet.index(`b[${i}]`)
    sheet.put(b, 0, sheet.input(row, 1)[1] - 6)
    sheet.lead(sheet.output(b, 0), [], row, 1)
  })
  places.forEach(i => {
    const sum = sums[i]!
    const isBus = sheet.node(sum).outputs[0]!.nets.length > 1
    const p = sheet.index(`p[${i}]`)
    const out = sheet.output(sum, 0)
    sheet.put(p, end + 90, out[1] - 6)
    sheet.lead(out, [], p, 0)
    const next = sums[i + 1]
    if (next === undefined) return
    sheet.lead(sheet.output(rows[i + 1]!, 0), [], next, 1)
    const from = isBus ? out : sheet.output(sum, 1)
    const [, y] = sheet.input(next, 0)
    if (i === 0) {
      sheet.lead(
        from,
        [
          [turn, from[1]],
          [turn, y],
        ],
        next,
        0,
        isBus ? [[turn, from[1]]] : [],
      )
      return
    }
    const over = y - sheet.node(next).inputs[0]!.at[1] - 14
    const x = end + 14
    sheet.lead(
      from,
      [
        [x, from[1]],
        [x, over],
        [turn, over],
        [turn, y],
      ],
      next,
      0,
      isBus ? [[x, from[1]]] : [],
    )
  })
  return sheet.answer()
}

/**
 * Row 0 at the top, since its digit is the lowest and the first that the sign's box takes; what a row leaves goes up to the
 * next. Magnitudes and sign are worked out at the left.
 */
function division(bits: number, sheet: Sheet): LayoutAnswer {
  const places = Array.from({ length: bits }, (_, i) => i)
  const [a, b, sizeA, sizeB] = ['a', 'b', 'size_a', 'size_b'].map(name => sheet.index(name)) as [
    number,
    number,
    number,
    number,
  ]
  const [flipped, isZero, sign, withSign] = ['flipped', 'is_zero', '', 'with_sign'].map(name => sheet.index(name)) as [
    number,
    number,
    number,
    number,
  ]
  const [RAIL_A, RAIL_B, LEFT] = [40, 60, 132]
  sheet.put(sizeA, LEFT, 0)
  sheet.put(sizeB, LEFT, 90)
  sheet.put(isZero, LEFT, 180)
  sheet.put(sign, LEFT, 250)
  sheet.put(a, 0, sheet.input(sizeA, 0)[1] - 6)
  sheet.put(b, 0, sheet.input(sizeB, 0)[1] - 6)
  /** A bus goes straight into its first reader, and by a rail down to the others. */
  const down = (from: Point, rail: number, readers: readonly (readonly [number, number])[]): void => {
    readers.forEach(([index, k], i) => {
      const [, y] = sheet.input(index, k)
      const dots: Point[] = i === readers.length - 1 ? [] : [[rail, y]]
      sheet.lead(
        from,
        i === 0
          ? []
          : [
              [rail, from[1]],
              [rail, y],
            ],
        index,
        k,
        dots,
      )
    })
  }
  down(sheet.output(a, 0), RAIL_A, [
    [sizeA, 0],
    [sizeA, 1],
    [sign, 0],
  ])
  down(sheet.output(b, 0), RAIL_B, [
    [sizeB, 0],
    [sizeB, 1],
    [isZero, 0],
    [sign, 1],
  ])
  const size = sheet.output(sizeB, 0)
  sheet.put(flipped, size[0] + 24, size[1], sheet.node(flipped).inputs[0]!.at)
  sheet.lead(size, [], flipped, 0)

  const dividend = sheet.output(flipped, 0)[0] + 24
  const divisor = dividend + 16
  const turn = divisor + 20
  const rows = places.map(i => sheet.index(`row${i}`))
  places.forEach(i => {
    sheet.put(rows[i]!, turn + 20 + 52, i * STEP)
  })
  /** Every row reads from a rail; a dot wherever three ways meet on it. */
  const along = (from: Point, rail: number, k: number): void => {
    const heights = rows.map(row => sheet.input(row, k)[1])
    const [high, low] = [Math.min(from[1], ...heights), Math.max(from[1], ...heights)]
    const isBetween = (y: number): boolean => y > high && y < low
    rows.forEach((row, i) => {
      const y = heights[i]!
      const dots = [y, from[1]].filter(isBetween).map((each): Point => [rail, each])
      sheet.lead(
        from,
        y === from[1]
          ? []
          : [
              [rail, from[1]],
              [rail, y],
            ],
        row,
        k,
        dots,
      )
    })
  }
  along(sheet.output(sizeA, 0), dividend, 0)
  along(sheet.output(flipped, 0), divisor, 2)
  const end = Math.max(...rows.map(row => sheet.output(row, 0)[0]))
  places.slice(1).forEach(i => {
    const [, y] = sheet.output(rows[i]!, 0)
    const next = rows[i - 1]!
    const over = i * STEP - 14
    const x = end + 14
    const up: Point[] = [
      [x, y],
      [x, over],
      [turn, over],
      [turn, sheet.input(next, 1)[1]],
    ]
    sheet.lead(sheet.output(rows[i]!, 0), up, next, 1)
  })

  // Digits from above and from below turn towards the sign's box on tracks that never cross.
  const first = (bits * STEP) / 2 - bits * 10
  const heights = rows.map(row => sheet.output(row, 1)[1])
  const above = heights.filter((y, i) => y < first + 20 * i).length
  const track = (i: number): number => end + 30 + 10 * (i < above ? above - 1 - i : i - above)
  const box = end + 30 + 10 * (Math.max(above, bits + 1 - above) + 1)
  sheet.put(withSign, box, first, sheet.node(withSign).inputs[0]!.at)
  rows.forEach((row, i) => {
    const from = sheet.output(row, 1)
    const [, y] = sheet.input(withSign, i)
    sheet.lead(
      from,
      y === from[1]
        ? []
        : [
            [track(i), from[1]],
            [track(i), y],
          ],
      withSign,
      i,
    )
  })
  const low = Math.max(bits * STEP, 300) + 10
  const [zero, negate] = [sheet.output(isZero, 0), sheet.output(sign, 0)]
  const x = Math.max(zero[0], negate[0]) + 14
  const [, y] = sheet.input(withSign, bits)
  sheet.lead(
    negate,
    [
      [x, negate[1]],
      [x, low],
      [track(bits), low],
      [track(bits), y],
    ],
    withSign,
    bits,
  )
  const result = sheet.output(withSign, 0)
  const [q, byZero] = [sheet.index('q'), sheet.index('by_zero')]
  sheet.put(q, result[0] + 50, result[1] - 6)
  sheet.lead(result, [], q, 0)
  sheet.put(byZero, result[0] + 50, low + 20 - 6)
  sheet.lead(
    zero,
    [
      [x + 14, zero[1]],
      [x + 14, low + 20],
    ],
    byZero,
    0,
  )
  return sheet.answer()
}

/** The modules that are drawn so. */
const COLUMNS: Readonly<Record<string, (bits: number, sheet: Sheet) => LayoutAnswer>> = {
  multiplier: multiplication,
  divider: division,
}
