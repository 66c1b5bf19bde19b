// Finds circles among files that import each other. Knows no rules about it.

/**
 * Every circle, as the files that can all be reached from each other, each list in the order of the alphabet.
 * @param imports what each file imports; a file that is no key imports nothing
 */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = []
  const numbers = new Map<string, number>()
  const path: string[] = []
  /** Tarjan: the lowest number that can be reached from `file` among those whose circle isn't closed yet. */
  const visit = (file: string): number => {
    const number = numbers.size
    numbers.set(file, number)
    path.push(file)
    let lowest = number
    for (const next of imports.get(file) ?? []) {
      if (!numbers.has(next)) lowest = Math.min(lowest, visit(next))
      else if (path.includes(next)) lowest = Math.min(lowest, numbers.get(next)!)
    }
    if (lowest < number) return lowest
    const circle = path.splice(path.indexOf(file))
    if (circle.length > 1 || imports.get(file)?.includes(file)) circles.push(circle.sort())
    return lowest
  }
  for (const file of imports.keys()) if (!numbers.has(file)) visit(file)
  return circles
}
