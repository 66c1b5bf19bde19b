// Prints what the built page loads before its first paint and in all, and fails over budget.
import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/** Gzipped kB (1,000 bytes): before the first paint; all with the editor, without fonts, pictures and workers. */
const BUDGET = { first: 150, all: 1150 }

type Bundle = Rolldown.OutputBundle

const gzipped = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length / 1000

/** The chunks that the page's entry imports, directly or through others, and not by a dynamic import; their styles. */
function loadedFirst(bundle: Bundle): Set<string> {
  const loaded = new Set<string>()
  const visit = (name: string): void => {
    const part = bundle[name]
    if (loaded.has(name) || part?.type !== 'chunk') return
    loaded.add(name)
    for (const style of part.viteMetadata?.importedCss ?? []) loaded.add(style)
    for (const imported of part.imports) visit(imported)
  }
  for (const [name, part] of Object.entries(bundle)) if (part.type === 'chunk' && part.isEntry) visit(name)
  for (const name of Object.keys(bundle)) if (name.endsWith('.html')) loaded.add(name)
  return loaded
}

/** Workers are assets to the bundler, not chunks, so chunks, styles and the page itself are what is counted. */
const counts = (name: string, part: Rolldown.OutputAsset | Rolldown.OutputChunk): boolean =>
  part.type === 'chunk' || name.endsWith('.css') || name.endsWith('.html')

export function sizes(): Plugin {
  return {
    name: 'toycpu:sizes',
    apply: 'build',
    enforce: 'post',
    writeBundle(_, bundle) {
      const first = loadedFirst(bundle)
      const total = { first: 0, all: 0 }
      const lines: string[] = []
      for (const [name, part] of Object.entries(bundle)) {
        if (!counts(name, part)) continue
        const size = gzipped(part.type === 'chunk' ? part.code : part.source)
        total.all += size
        if (first.has(name)) total.first += size
        lines.push(`${size.toFixed(1).padStart(9)}  ${first.has(name) ? 'first' : 'later'}  ${name}`)
      }
      lines.sort().reverse()
      const sum = (which: 'first' | 'all', words: string): string =>
        `${total[which].toFixed(1).padStart(9)}  of ${BUDGET[which]}  ${words}`
      console.log(
        ['\nsizes, gzipped kB', ...lines, sum('first', 'before the first paint'), sum('all', 'in all'), ''].join('\n'),
      )
      for (const which of ['first', 'all'] as const) {
        if (total[which] > BUDGET[which]) {
          this.error(`over budget: ${which} ${total[which].toFixed(1)} kB gzipped, of ${BUDGET[which]}`)
        }
      }
    },
  }
}
