// Puts the page's Content-Security-Policy into the built index.html. The development server has none: its hot
// reloading needs inline scripts. app/scripts/serve.mjs sends the same policy, read from the built page, as a header.
import type { Plugin } from 'vite'

/** Who may make URLs of scripts or markup under Trusted Types: our policy, then the editor's own. */
const TRUSTED_TYPES = [
  'toycpu#worker',
  'defaultWorkerFactory',
  'diffEditorWidget',
  'diffReview',
  'domLineBreaksComputer',
  'editorGhostText',
  'editorViewLayer',
  'richScreenReaderContent',
  'standaloneColorizer',
  'stickyScrollViewLayer',
  'tokenizeToString',
  'dompurify',
]

export const POLICY = [
  "default-src 'self'",
  // Programs are translated to WebAssembly, in the worker.
  "script-src 'self' 'wasm-unsafe-eval'",
  // The editor sets styles inline.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  // Only a script that imports one of our own, for a sandboxed frame (trust.ts).
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${TRUSTED_TYPES.join(' ')}`,
].join('; ')

/** Inserts the policy right after the charset, before anything that it governs. */
export function contentSecurityPolicy(): Plugin {
  const charset = '<meta charset="utf-8" />'
  return {
    name: 'toycpu:content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!html.includes(charset)) throw new Error(`index.html has no ${charset} to put the policy after`)
        return html.replace(
          charset,
          `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
        )
      },
    },
  }
}
