// The drawing as an SVG file of its own, fit for print: black on white, values by line width, chip and figure.
import { determined } from '../determined.ts'
import type { Module } from '../netlist.ts'
import type { Inputs } from '../numbers.ts'
import {
  bubbleRadius,
  CHIP_HEIGHT,
  type Drawing,
  drawing,
  type LayoutLibrary,
  layout,
  type MathName,
  PIN_NAMES,
  type SymbolStyle,
} from '../picture/drawing.ts'

const STYLE = `
    .wire{fill:none;stroke:#1b1b1d;stroke-width:1.2}
    .v0{stroke:#626469}.v1{stroke:#006d4c;stroke-width:3}
    .bus{fill:none;stroke:#1b1b1d;stroke-width:5}.core{fill:none;stroke:#fff;stroke-width:2.2}.slash{stroke:#1b1b1d;stroke-width:1.4}
    text.mark{font:10px system-ui,"Segoe UI","Noto Sans",sans-serif;fill:#45454a}
    text.kind{font:10px system-ui,"Segoe UI","Noto Sans",sans-serif;fill:#5d5d63}
    .dot{fill:#1b1b1d}.dot.v0{fill:#626469;stroke:none}.dot.v1{fill:#006d4c;stroke:none}
    .gate,.box{fill:#fff;stroke:#1b1b1d;stroke-width:1.6}.gate.unused{stroke-dasharray:4 3}
    .back{fill:none;stroke:#1b1b1d;stroke-width:1.6}
    text{fill:#1b1b1d;font:13px system-ui,"Segoe UI","Noto Sans","PingFang SC","Microsoft YaHei",sans-serif}
    text.word{font:600 11px system-ui,"Segoe UI","Noto Sans",sans-serif;fill:#5d5d63}
    text.name{font:italic 18px "STIX Two Text","Cambria Math","Times New Roman",Times,serif}
    text.note{font:italic 15px "STIX Two Text","Cambria Math","Times New Roman",Times,serif;fill:#5d5d63}
    text.pin{font:italic 12px "STIX Two Text","Cambria Math","Times New Roman",Times,serif;fill:#5d5d63}
    .small{font-size:10px;font-style:normal}
    .chip{fill:#fff;stroke:#626469;stroke-width:1.2}.chip.v1{fill:#006d4c;stroke:#006d4c;stroke-width:1.2}
    text.value{font:600 12px system-ui,"Segoe UI","Noto Sans",sans-serif}text.value.v1{fill:#fff;stroke:none;font-weight:800}text.value.v0{stroke:none}`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const named = ({ base, index }: MathName): string =>
  `${escaped(base)}${index === null ? '' : `<tspan class="small" dy="3.5">${index}</tspan>`}`

/** The ports in words, with their values where there are any: `Inputs x = 1, y = 0; outputs s = 1, c_next = 0.` */
function told({ terminals, chips }: Drawing): string {
  const list = (wanted: 'input' | 'output'): string =>
    terminals
      .filter(({ direction }) => direction === wanted)
      .map(({ name, nets }) => {
        const chip = chips.find(each => each.nets.join() === nets.join())
        return chip ? `${name} = ${chip.text}` : name
      })
      .join(', ')
  return `Inputs ${list('input')}; outputs ${list('output')}.`
}

const valueClass = (value: number | null): string => (value === null ? '' : ` v${value}`)

/** The picture of a module; with inputs, what they determine stands on the wires. */
export async function svgText(
  module: Module,
  inputs: Inputs,
  library: LayoutLibrary,
  style: SymbolStyle = 'distinctive',
): Promise<string> {
  const shown = Object.keys(inputs).length > 0
  const placed = await layout(module, style, library)
  return svgOf(drawing(module, placed, shown ? determined(module, inputs) : undefined, style))
}

/** Any drawing as a file. */
export function svgOf(picture: Drawing): string {
  const { origin, width, height } = picture
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${origin[0]} ${origin[1]} ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title values">`,
    `  <title id="title">${escaped(picture.title.en)}</title>`,
    `  <desc id="values">${escaped(told(picture))}</desc>`,
    `  <style>${STYLE}\n  </style>`,
    `  <rect x="${origin[0]}" y="${origin[1]}" width="${width}" height="${height}" fill="#fff"/>`,
  ]
  for (const wire of picture.wires) {
    const bus = wire.nets.length > 1
    if (bus) lines.push(`  <path class="bus" d="${wire.path}"/>`, `  <path class="core" d="${wire.path}"/>`)
    else lines.push(`  <path class="wire${valueClass(wire.value)}" d="${wire.path}"/>`)
    for (const [x, y] of wire.dots)
      lines.push(`  <circle class="dot${valueClass(wire.value)}" cx="${x}" cy="${y}" r="${bus ? 4.5 : 3.2}"/>`)
  }
  for (const mark of picture.marks) lines.push(...marked(mark))
  for (const gate of picture.gates) {
    const unused = gate.unused ? ' unused' : ''
    const paths = [
      ...gate.outlines.map(d => `<path class="gate${unused}" d="${d}"/>`),
      ...gate.strokes.map(d => `<path class="back" d="${d}"/>`),
      ...(gate.bubble
        ? [`<circle class="gate${unused}" cx="${gate.bubble[0]}" cy="${gate.bubble[1]}" r="${bubbleRadius}"/>`]
        : []),
    ]
    lines.push(`  <g transform="translate(${gate.at[0]} ${gate.at[1]})">${paths.join('')}</g>`)
    for (const { line, at } of gate.text)
      lines.push(`  <text class="word" x="${at[0]}" y="${at[1]}" text-anchor="middle">${escaped(line)}</text>`)
  }
  for (const box of picture.boxes) {
    const [x, y] = box.at
    lines.push(`  <rect class="box" x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="2"/>`)
    const said = [
      box.label.replaceAll('_', ' '),
      ...(box.of === box.label.replaceAll('_', '-') || box.width < 88 ? [] : [box.of]),
    ]
    said.forEach((line, i) => {
      const height = y + box.height / 2 + (said.length === 1 ? 4 : -2 + 13 * i)
      lines.push(
        `  <text class="${i === 0 ? 'word' : 'kind'}" x="${x + box.width / 2}" y="${height}" text-anchor="middle">${escaped(line)}</text>`,
      )
    })
    for (const pin of box.pins) {
      const [dx, dy, anchor] = PIN_NAMES[pin.side]
      lines.push(
        `  <text class="pin" x="${pin.at[0] + dx}" y="${pin.at[1] + dy}" text-anchor="${anchor}">${named(pin.math)}</text>`,
      )
    }
  }
  for (const { at, width, text, value } of picture.chips) {
    const [x, y] = [at[0] - width / 2, at[1] - CHIP_HEIGHT / 2]
    const kind = value === null ? 'number' : `v${value}`
    lines.push(`  <rect class="chip ${kind}" x="${x}" y="${y}" width="${width}" height="${CHIP_HEIGHT}" rx="2"/>`)
    lines.push(`  <text class="value ${kind}" x="${at[0]}" y="${at[1] + 4.4}" text-anchor="middle">${text}</text>`)
  }
  for (const { math, at, anchor } of picture.terminals) {
    lines.push(`  <text class="name" x="${at[0]}" y="${at[1]}" text-anchor="${anchor}">${named(math)}</text>`)
  }
  for (const { text, at } of picture.notes)
    lines.push(`  <text class="note" x="${at[0]}" y="${at[1]}" text-anchor="middle">${escaped(text)}</text>`)
  return `${[...lines, '</svg>'].join('\n')}\n`
}

/** A stroke across a bus with its number of bits, or the numbers of the bits that branch off. */
function marked({ kind, text, at: [x, y] }: Drawing['marks'][number]): string[] {
  if (kind === 'tap') return [`  <text class="mark" x="${x + 3}" y="${y - 4}">${text}</text>`]
  return [
    `  <path class="slash" d="M${x - 3} ${y + 6}L${x + 3} ${y - 6}"/>`,
    `  <text class="mark" x="${x}" y="${y - 8}" text-anchor="middle">${text}</text>`,
  ]
}
