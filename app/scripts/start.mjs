// `npm start`: builds the page, serves it on this machine and prints the address when it is ready.
// Opens no browser. `npm start -- --port N` takes that port or fails.
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { serve } from './serve.mjs'

const FIRST_PORT = 4173
const PORTS_TRIED = 100

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The port asked for; undefined when none was. */
function askedPort() {
  const { values } = parseArgs({ options: { port: { type: 'string' } } })
  if (values.port === undefined) return undefined
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65_535) {
    throw new Error(`--port takes a number from 1 to 65535, not "${values.port}"`)
  }
  return port
}

/** @param {unknown} error */
const isTaken = error => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

/**
 * Fails at once, before the page is built, where the port asked for is taken.
 * @param {number} port
 */
async function expectFree(port) {
  const probe = createServer()
  await new Promise((resolve, reject) => {
    probe.once('error', reject).listen(port, '127.0.0.1', () => probe.close(resolve))
  })
}

/** @param {number | undefined} asked */
async function serveOnFreePort(asked) {
  const folder = fileURLToPath(new URL('../../dist', import.meta.url))
  if (asked !== undefined) return serve({ folder, port: asked })
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port += 1) {
    try {
      return await serve({ folder, port })
    } catch (error) {
      if (!isTaken(error)) throw error
    }
  }
  throw new Error(`no free port from ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1}`)
}

try {
  const port = askedPort()
  if (port !== undefined) await expectFree(port)
  await build({ configFile: `${root}vite.config.ts`, logLevel: 'warn' })
  const server = await serveOnFreePort(port)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void server.close().finally(() => process.exit(0)))
  }
  console.log(`Toy CPU: ${server.address}  (Ctrl+C ends)`)
} catch (error) {
  const words = error instanceof Error ? error.message : String(error)
  console.error(isTaken(error) ? 'toycpu: that port is taken' : `toycpu: ${words}`)
  process.exitCode = 1
}
