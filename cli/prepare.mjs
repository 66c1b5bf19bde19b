// Builds the command line after `npm ci`. npm also calls this without node_modules
// (`npm install --package-lock-only`), and then there is nothing to do.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const vite = `${root}node_modules/vite/bin/vite.js`
if (existsSync(vite)) {
  const arguments_ = [vite, 'build', '-c', 'cli/vite.config.ts', '--logLevel', 'warn']
  process.exitCode = spawnSync(process.execPath, arguments_, { cwd: root, stdio: 'inherit' }).status ?? 1
}
