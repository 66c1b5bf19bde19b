// Makes the built page work offline: a service worker that keeps exactly the files of this build, named by their
// content's hash, and a manifest's link, so that the page can be installed. What the worker does: service-worker.js.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const WORKER = new URL('./service-worker.js', import.meta.url)

/** @param publicFolder what is copied beside the bundle as it is, and kept offline as well */
export function offline(publicFolder: string): Plugin {
  return {
    name: 'toycpu:offline',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'icon', href: './icon.svg', type: 'image/svg+xml' }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
    ],
    generateBundle(_, bundle) {
      const contents = new Map<string, string | Uint8Array>()
      for (const [name, part] of Object.entries(bundle)) {
        contents.set(name, part.type === 'chunk' ? part.code : part.source)
      }
      for (const name of readdirSync(publicFolder)) contents.set(name, readFileSync(join(publicFolder, name)))
      const worker = readFileSync(WORKER, 'utf8')
      const hash = createHash('sha256').update(worker)
      const names = [...contents.keys()].sort()
      for (const name of names) hash.update(name).update(contents.get(name)!)
      const version = hash.digest('hex').slice(0, 16)
      // The page itself is kept under its folder's address, which is what a browser asks for.
      const files = ['./', ...names.filter(name => name !== 'index.html')]
      // By its entry's name a page tells of which build it is.
      const entry = Object.values(bundle).find(part => part.type === 'chunk' && part.isEntry)?.fileName
      if (entry === undefined) this.error('the build has no entry')
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: `const VERSION = ${JSON.stringify(version)}\nconst FILES = ${JSON.stringify(files)}\nconst ENTRY = ${JSON.stringify(entry)}\n${worker}`,
      })
    },
  }
}
