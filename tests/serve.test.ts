// `npm start` and the server under it: right types, safe headers, nothing from outside its folder, the port as asked.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../app/scripts/serve.mjs'

const POLICY = "default-src 'self'"
const PAGE = `<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`

describe('the server', () => {
  const outside = mkdtempSync(join(tmpdir(), 'toycpu-serve-'))
  const folder = join(outside, 'page')
  let server: Awaited<ReturnType<typeof serve>>

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(outside, 'secret.txt'), 'secret')
    writeFileSync(join(folder, 'index.html'), PAGE)
    writeFileSync(join(folder, 'manifest.webmanifest'), '{}')
    writeFileSync(join(folder, 'assets', 'a-1234.js'), '1')
    server = await serve({ folder, port: 0 })
  })
  afterAll(async () => {
    await server.close()
    rmSync(outside, { recursive: true, force: true })
  })

  /** Asks for exactly that path: fetch would tidy it first. */
  const ask = (path: string, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const asked = request({ port: server.port, host: '127.0.0.1', path, method }, response => {
        let body = ''
        response.setEncoding('utf8').on('data', text => {
          body += text
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      })
      asked.on('error', reject).end()
    })

  test('sends the page with the policy that it states, whatever is asked of it', async () => {
    for (const path of ['/', '/index.html', '/?sample=array-sum&lang=zh']) {
      const { status, headers, body } = await ask(path)
      expect([status, body]).toEqual([200, PAGE])
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      })
    }
  })

  test('names each type; what is named by its content may be kept for ever', async () => {
    expect((await ask('/manifest.webmanifest')).headers['content-type']).toContain('application/manifest+json')
    const script = await ask('/assets/a-1234.js')
    expect(script.headers['content-type']).toContain('text/javascript')
    expect(script.headers['cache-control']).toContain('immutable')
    expect(script.headers['content-security-policy']).toBe(POLICY)
    const head = await ask('/assets/a-1234.js', 'HEAD')
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '1'])
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%00',
    '/%',
    '//',
    '/assets',
    '/assets/',
    '/none.js',
  ])('has nothing at %s', async path => {
    const { status, body } = await ask(path)
    expect(status).toBe(404)
    expect(body).not.toContain('secret')
  })

  test('only lets itself be read', async () => {
    expect((await ask('/', 'POST')).status).toBe(405)
    expect((await ask('/', 'DELETE')).status).toBe(405)
  })
})

describe('npm start', () => {
  const script = fileURLToPath(new URL('../app/scripts/start.mjs', import.meta.url))

  // Vitest says NODE_ENV=test, which would make the build one for developing.
  const { NODE_ENV: _, ...env } = process.env

  /** Starts it from another folder; `until` tells when it has said enough to be ended. */
  const start = (words: string[], until: RegExp) =>
    new Promise<{ code: number | null; out: string; err: string }>(resolve => {
      const child = spawn(process.execPath, [script, ...words], {
        cwd: tmpdir(),
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let out = ''
      let err = ''
      child.stdout.setEncoding('utf8').on('data', text => {
        out += text
        if (until.test(out)) child.kill('SIGTERM')
      })
      child.stderr.setEncoding('utf8').on('data', text => {
        err += text
      })
      child.on('close', code => resolve({ code, out, err }))
    })

  /** Takes a port for as long as `use` lasts; undefined where it is taken already, which serves as well. */
  const taking = async <Result>(port: number, use: (port: number) => Promise<Result>): Promise<Result> => {
    const other = createServer()
    await new Promise<void>(resolve => other.once('error', () => resolve()).listen(port, '127.0.0.1', resolve))
    try {
      const bound = other.address() as AddressInfo | null
      return await use(bound?.port ?? port)
    } finally {
      other.close()
    }
  }

  test.each([['--port', 'x'], ['--port', '0'], ['--port', '70000'], ['--prot', '1'], ['here']])(
    'refuses %s %s',
    async (...words) => {
      const { code, out, err } = await start(words, /never/)
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(/^toycpu: /)
    },
  )

  test('takes the next free port, prints the address when it is ready, and ends when asked', async () => {
    const { code, out, err } = await taking(4173, () => start([], /http/))
    expect(code, err).toBe(0)
    expect(out).toMatch(/^Toy CPU: http:\/\/127\.0\.0\.1:(?!4173)\d+\/ /)
  })

  test('does not take another port than the one asked for', async () => {
    const { code, err } = await taking(0, port => start(['--port', String(port)], /http/))
    expect(code).toBe(1)
    expect(err).toMatch(/^toycpu: that port is taken$/m)
  })
})
