// A cell as the command line names it, before any program is known.

/** An address, or a name that only a program makes one. */
export type CellName = number | string

/** A register, null for anything else. */
export function readRegister(text: string): number | null {
  const found = /^r([0-7])$/i.exec(text)
  return found === null ? null : Number(found[1])
}

/** A cell as `--set` names it: a number, `x` and a number, a register or the name of a constant. */
export function readCell(text: string): CellName | null {
  const found = /^x?(\d+)$/i.exec(text)
  if (found !== null) return Number(found[1])
  return readRegister(text) ?? (/^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u.test(text) ? text.normalize('NFC') : null)
}
