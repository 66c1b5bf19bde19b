// Builds the page: the folder app/ into static files in dist/ that any host can serve from any folder.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Rolldown } from 'vite'
import { contentSecurityPolicy } from './app/build/content-security-policy.ts'
import { licences } from './app/build/licenses.ts'
import { offline } from './app/build/offline.ts'
import { sizes } from './app/build/sizes.ts'

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** What the licences of the packages in the bundle ask for stands beside them. */
const bundled = licences('licenses.md')

/** What the entry needs at once is one piece, whoever else needs parts of it: it packs smaller, and is asked for once. */
const firstPaint = {
  name(id: string, context: Rolldown.ChunkingContext): string | null {
    if (atOnce.size === 0) {
      const visit = (each: string): void => {
        if (atOnce.has(each)) return
        atOnce.add(each)
        for (const next of context.getModuleInfo(each)?.importedIds ?? []) visit(next)
      }
      visit(folder('app/main.tsx'))
    }
    return atOnce.has(id) && /\/app\/(?!main)/.test(id) && !id.includes('node_modules') ? 'first' : null
  },
}
const atOnce = new Set<string>()

const isStyle = (name: string): boolean => name.endsWith('.css')

export default defineConfig({
  root: folder('app'),
  base: './',
  publicDir: folder('app/public'),
  cacheDir: folder('node_modules/.cache/vite'),
  plugins: [react(), contentSecurityPolicy(), bundled.bundle, offline(folder('app/public')), sizes()],
  worker: { format: 'es', plugins: bundled.worker },
  // Class names are nobody's to rely on, and short ones leave room in the budget.
  css: { modules: { generateScopedName: '_[hash:base64:5]' } },
  build: {
    outDir: folder('dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Of what comes later styles alone: a script that is missing is asked for once, not twice.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, all, { hostType }) => (hostType === 'html' ? all : all.filter(isStyle)),
    },
    // The editor is large and comes after the first paint; what counts is held by the budget in sizes.ts.
    chunkSizeWarningLimit: 5000,
    // How long plugins take on a busy machine is nobody's mistake.
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: { groups: [firstPaint] } } },
    reportCompressedSize: false,
  },
})
