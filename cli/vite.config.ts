// Bundles the command line into dist-cli/toycpu.js, which bin/toycpu.js loads.
import { defineConfig } from 'vite'
import { licences } from '../app/build/licenses.ts'

export default defineConfig({
  plugins: [licences('licenses.md').bundle],
  build: {
    ssr: 'cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'toycpu.js' } },
  },
  ssr: { noExternal: true },
})
