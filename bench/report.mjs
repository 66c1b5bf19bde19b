// What the bench says: a line a figure, ratios with the bar that each must meet.

const number = value =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toPrecision(3)

/** Collects figures and prints them as they come, or at the end as JSON. */
export class Report {
  rows = []
  #quiet
  #section = ''

  constructor(quiet) {
    this.#quiet = quiet
  }

  section(name) {
    this.#section = name
    this.#print(`\n${name}`)
  }

  note(text) {
    this.rows.push({ section: this.#section, note: text })
    this.#print(`  ${text}`)
  }

  /** Something that should not be, and is no figure. */
  failure(text) {
    this.#add({ name: text, met: false }, '', {}, false)
  }

  /** A figure that has no bar of its own. */
  figure(name, value, unit, more = {}) {
    this.#add({ name, value, unit, ...more }, `${number(value)} ${unit}`, more)
  }

  /** A figure that must not pass its bar. */
  atMost(name, value, unit, bar, more = {}) {
    const met = value <= bar
    this.#add({ name, value, unit, atMost: bar, met, ...more }, `${number(value)} ${unit}, at most ${bar}`, more, met)
  }

  /** How many times `ours` is `theirs` ({ best, median } each, more is better): the best rounds decide. */
  ratio(name, ours, theirs, bar) {
    const value = ours.best / theirs.best
    const more = { median: ours.median / theirs.median }
    const met = bar === null ? null : value >= bar
    const wanted = bar === null ? '' : `, at least ${bar} ×`
    this.#add({ name, value, unit: '×', atLeast: bar, met, ...more }, `${number(value)} ×${wanted}`, more, met)
  }

  /** The figures that miss their bars. */
  get missed() {
    return this.rows.filter(row => row.met === false)
  }

  #add(row, text, more, met = null) {
    this.rows.push({ section: this.#section, ...row })
    const aside = Object.entries(more)
      .map(([name, value]) => `${name} ${number(value)}`)
      .join(', ')
    const mark = met === null ? ' ' : met ? '✓' : '✗'
    this.#print(`${mark} ${row.name.padEnd(62)} ${text}${aside === '' ? '' : ` (${aside})`}`)
  }

  #print(line) {
    if (!this.#quiet) console.log(line)
  }
}
