// Units beside what they test, and what spans folders in tests/ (the browser's are Playwright's: tests/browser).
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{emulator,assembler,programs,cli,app,tests}/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'node_modules/**'],
    environment: 'node',
    // What a test says is for whoever looks into its failure.
    silent: 'passed-only',
    testTimeout: 120_000,
    // A hook may build the command line, or wait for a process.
    hookTimeout: 120_000,
  },
})
