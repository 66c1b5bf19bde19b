#!/usr/bin/env node
// The command's entry: loads the bundle that `npm ci` builds (cli/prepare.mjs). Plain JavaScript, so that it runs unbuilt.
import { existsSync } from 'node:fs'

const bundle = new URL('../dist-cli/toycpu.js', import.meta.url)
if (existsSync(bundle)) {
  await import(bundle.href)
} else {
  console.error('toycpu: not built yet; run "npm ci" or "npm run build:cli" in the project\'s folder')
  process.exitCode = 70
}
