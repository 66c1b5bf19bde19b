// The project's TypeScript as modules that Node runs, built by the project's own bundler.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = fileURLToPath(new URL('../node_modules/.cache/bench', import.meta.url))

/** Bundles `entries` ({ name: path from the project's root }) and gives the imported modules by name. */
export async function bundle(entries) {
  mkdirSync(out, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rollupOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, `${root}${path}`])),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
      },
    },
  })
  const modules = {}
  for (const name of Object.keys(entries)) modules[name] = await import(`${out}/${name}.mjs?${process.pid}`)
  return modules
}
