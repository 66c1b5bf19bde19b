// Prints what the built page loads before its first paint, with the editor and in all, and fails over budget.
import { gzipSync } from 'node:zlib'
import type { Logger, Plugin, Rolldown } from 'vite'

/** Gzipped kB (1,000 bytes), without fonts, pictures and workers: before the first paint; that and the editor. */
const BUDGET = { first: 150, editor: 1150 }

type Bundle = Rolldown.OutputBundle

const gzipped = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length / 1000

/**
 * What loads with some chunks: what they import, directly or through others, and their styles.
 * @param isFollowed whether a chunk's dynamic imports are followed as well
 */
function closure(bundle: Bundle, roots: readonly string[], isFollowed: (chunk: Rolldown.OutputChunk) => boolean) {
  const loaded = new Set<string>()
  const visit = (name: string): void => {
    const part = bundle[name]
    if (loaded.has(name) || part?.type !== 'chunk') return
    loaded.add(name)
    for (const style of part.viteMetadata?.importedCss ?? []) loaded.add(style)
    for (const imported of part.imports) visit(imported)
    if (isFollowed(part)) for (const imported of part.dynamicImports) visit(imported)
  }
  for (const root of roots) visit(root)
  return loaded
}

const namesOf = (bundle: Bundle, fits: (chunk: Rolldown.OutputChunk) => boolean): string[] =>
  Object.entries(bundle).flatMap(([name, part]) => (part.type === 'chunk' && fits(part) ? [name] : []))

/** A chunk of the editor: it holds a module of app/editor and is not part of the entry. */
const isEditors = (chunk: Rolldown.OutputChunk): boolean =>
  !chunk.isEntry && chunk.moduleIds.some(id => id.replaceAll('\\', '/').includes('/app/editor/'))

/** Workers are assets to the bundler, not chunks, so chunks, styles and the page itself are what is counted. */
const counts = (name: string, part: Rolldown.OutputAsset | Rolldown.OutputChunk): boolean =>
  part.type === 'chunk' || name.endsWith('.css') || name.endsWith('.html')

export function sizes(): Plugin {
  let logger: Logger
  return {
    name: 'toycpu:sizes',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      logger = config.logger
    },
    writeBundle(_, bundle) {
      const pages = Object.keys(bundle).filter(name => name.endsWith('.html'))
      const entries = namesOf(bundle, chunk => chunk.isEntry)
      const first = new Set([...pages, ...closure(bundle, entries, () => false)])
      const isLater = (chunk: Rolldown.OutputChunk): boolean => !first.has(chunk.fileName) && isEditors(chunk)
      const editor = new Set([...first, ...closure(bundle, namesOf(bundle, isLater), isLater)])
      if (editor.size === first.size) this.error('no chunk of the editor was found: its size would go unmeasured')
      const total = { first: 0, editor: 0, all: 0 }
      const lines: string[] = []
      for (const [name, part] of Object.entries(bundle)) {
        if (!counts(name, part)) continue
        const size = gzipped(part.type === 'chunk' ? part.code : part.source)
        total.all += size
        if (first.has(name)) total.first += size
        if (editor.has(name)) total.editor += size
        const when = first.has(name) ? 'first ' : editor.has(name) ? 'editor' : 'later '
        lines.push(`${size.toFixed(1).padStart(9)}  ${when}  ${name}`)
      }
      lines.sort().reverse()
      const sum = (which: keyof typeof total, words: string): string =>
        `${total[which].toFixed(1).padStart(9)}  ${words}`
      logger.info(
        [
          '\nsizes, gzipped kB',
          ...lines,
          sum('first', `before the first paint, of ${BUDGET.first}`),
          sum('editor', `with the editor, of ${BUDGET.editor}`),
          sum('all', 'in all, with what is loaded when it is asked for'),
          '',
        ].join('\n'),
      )
      for (const which of ['first', 'editor'] as const) {
        if (total[which] > BUDGET[which]) {
          this.error(`over budget: ${which} ${total[which].toFixed(1)} kB gzipped, of ${BUDGET[which]}`)
        }
      }
    },
  }
}
