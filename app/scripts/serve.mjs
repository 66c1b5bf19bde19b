// Serves a folder of static files as a careful host would: right types, safe headers, no folder above it.
// Knows nothing of the page but that its policy stands in its index.html.
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The policy that the page states in its own markup, to be sent as a header as well: so workers have it too.
 * @param {string} folder
 */
async function policyOf(folder) {
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  return /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]
}

/**
 * The file that an address means; undefined when it lies outside the folder or can't be read as an address.
 * @param {string} folder
 * @param {string} address
 */
function fileOf(folder, address) {
  let path
  try {
    path = decodeURIComponent(new URL(address, 'http://localhost').pathname)
  } catch {
    return undefined
  }
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
  return file.startsWith(folder + sep) && !path.includes('\0') ? file : undefined
}

/**
 * Begins to serve.
 * @param {{ folder: string, port: number, host?: string }} options  port 0: any free one
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>}
 * @throws {NodeJS.ErrnoException} EADDRINUSE when the port is taken
 */
export async function serve({ folder, port, host = '127.0.0.1' }) {
  const policy = await policyOf(folder)
  /** @type {Record<string, string>} */
  const headers = {
    'X-Content-Type-Options': 'nosniff',
    // Anybody may read what is public: a sandboxed frame, whose origin is nobody's, has to.
    'Access-Control-Allow-Origin': '*',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    ...(policy === undefined ? {} : { 'Content-Security-Policy': policy }),
  }
  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  const answer = async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end()
      return
    }
    const file = fileOf(folder, request.url ?? '/')
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
    if (file === undefined || !found?.isFile()) {
      response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n')
      return
    }
    const isNamedByContent = file.includes(`${sep}assets${sep}`)
    response.writeHead(200, {
      ...headers,
      'Content-Type': TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? 'application/octet-stream',
      'Content-Length': found.size,
      'Cache-Control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    if (request.method === 'HEAD') response.end()
    // Closes the file as well where the reader goes away in the middle.
    else await pipeline(createReadStream(file), response)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => resolve(undefined))
  })
  const bound = server.address()
  const taken = typeof bound === 'object' && bound !== null ? bound.port : port
  return {
    address: `http://${host}:${taken}/`,
    port: taken,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
