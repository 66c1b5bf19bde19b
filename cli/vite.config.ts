// Bundles the command line into dist-cli/toycpu.js, which bin/toycpu.js loads.
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    ssr: 'cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'toycpu.js' } },
  },
  ssr: { noExternal: true },
})
