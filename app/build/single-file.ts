// Makes the whole page one file that opens by double click: workers go into the script that starts them, and the policy
// names that script by its hash. What puts scripts and styles into the page is the kept plugin for single files.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { POLICY } from './content-security-policy.ts'

/** The file's name. */
const FILE = 'toy-cpu.html'

/** Workers are files of their own to the bundler: here they are addresses made of what stands in the script. */
export function inlineWorkers(): Plugin {
  return {
    name: 'toycpu:inline-workers',
    enforce: 'post',
    generateBundle(_, bundle) {
      const workers = Object.entries(bundle).flatMap(([name, part]) =>
        part.type === 'asset' && /worker[\w.-]*\.js$/i.test(name)
          ? [{ name, source: String(textOf(part.source)) }]
          : [],
      )
      let found = 0
      for (const { name, source } of workers) {
        delete bundle[name]
        const base = name.slice(name.lastIndexOf('/') + 1).replaceAll('.', String.raw`\.`)
        const address = new RegExp(
          String.raw`(?:(?:""|''|\`\`)\s*\+\s*)?new URL\(["'\`][^"'\`]*${base}["'\`],\s*[^)]*?\)\.href`,
          'g',
        )
        for (const part of Object.values(bundle)) {
          if (part.type !== 'chunk') continue
          part.code = part.code.replace(address, () => {
            found += 1
            const text = JSON.stringify(source).replaceAll('</', String.raw`<\/`)
            return `URL.createObjectURL(new Blob([${text}],{type:"text/javascript"}))`
          })
        }
      }
      if (workers.length === 0 || found < workers.length) {
        this.error(`of ${workers.length} workers ${found} were put into the script`)
      }
    },
  }
}

const textOf = (source: string | Uint8Array): string =>
  typeof source === 'string' ? source : new TextDecoder().decode(source)

/** The page's policy, for what stands in the one file; and that file's name. */
export function onePolicy(): Plugin {
  return {
    name: 'toycpu:one-policy',
    enforce: 'post',
    generateBundle: {
      // After all scripts stand in the page.
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset') this.error('there is no page')
        const html = textOf(page.source)
        const hashes = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
          ([, code]) => `'sha256-${createHash('sha256').update(code!).digest('base64')}'`,
        )
        const policy = POLICY.replace("script-src 'self'", `script-src ${hashes.join(' ')} blob:`).replace(
          "worker-src 'self'",
          'worker-src blob:',
        )
        const charset = '<meta charset="utf-8" />'
        const source = html.replace(
          charset,
          `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        )
        delete bundle['index.html']
        this.emitFile({ type: 'asset', fileName: FILE, source })
        const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`
        this.info(`${FILE}: ${kB(Buffer.byteLength(source))}, ${kB(gzipSync(source).length)} gzipped`)
      },
    },
  }
}
