// Builds the page as one file, dist-single/toy-cpu.html, for a folder or a stick: `npm run build:single`.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { inlineWorkers, onePolicy } from './app/build/single-file.ts'

const folder = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export default defineConfig({
  root: folder('app'),
  base: './',
  publicDir: false,
  cacheDir: folder('node_modules/.cache/vite-single'),
  plugins: [react(), inlineWorkers(), viteSingleFile({ useRecommendedBuildConfig: true }), onePolicy()],
  worker: { format: 'es' },
  css: { modules: { generateScopedName: '_[hash:base64:5]' } },
  build: {
    outDir: folder('dist-single'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 10_000,
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
})
