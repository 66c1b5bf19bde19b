// The fonts that tests and pictures are set in, the same on every machine: packages made known to the browser by a
// configuration file of fontconfig (Linux). Knows no browser.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const cache = fileURLToPath(new URL('../node_modules/.cache/fonts', import.meta.url))

const PACKAGES = [
  '@embedpdf/fonts-sc',
  '@expo-google-fonts/noto-sans',
  '@expo-google-fonts/stix-two-text',
  'dejavu-fonts-ttf',
]

/** Each generic family, and the family that stands for it. Chinese comes from the one font that has it. */
const FAMILIES = {
  'system-ui': 'Noto Sans',
  'sans-serif': 'Noto Sans',
  serif: 'STIX Two Text',
  monospace: 'DejaVu Sans Mono',
  'ui-monospace': 'DejaVu Sans Mono',
}
const CHINESE = 'Noto Sans CJK SC'

/** @param {string} name */
function folderOf(name) {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return dirname(require.resolve(join(folder, name, 'package.json')))
    } catch {
      // not in this node_modules; the next one up
    }
  }
  throw new Error(`The fonts of the tests are missing: ${name}. Run "npm ci".`)
}

function configuration() {
  const folders = [
    ...PACKAGES.map(folderOf),
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    ...(process.env['HOME'] ? [join(process.env['HOME'], '.local/share/fonts')] : []),
  ]
  const aliases = Object.entries(FAMILIES).map(
    ([generic, family]) => `  <match target="pattern">
    <test name="family"><string>${generic}</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>${family}</string><string>${CHINESE}</string></edit>
  </match>`,
  )
  // The packaged Chinese font calls itself by an older name; pages ask for the usual one, also by local().
  const renamed = [
    ['Regular', CHINESE],
    ['Bold', `${CHINESE} Bold`],
  ].map(
    ([style, fullName]) => `  <match target="scan">
    <test name="postscriptname"><string>NotoSansHans-${style}</string></test>
    <edit name="family" mode="assign"><string>${CHINESE}</string></edit>
    <edit name="fullname" mode="assign"><string>${fullName}</string></edit>
    <edit name="postscriptname" mode="assign"><string>NotoSansCJKsc-${style}</string></edit>
  </match>`,
  )
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map(folder => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${join(cache, 'cache')}</cachedir>
${renamed.join('\n')}
${aliases.join('\n')}
  <match target="pattern">
    <edit name="family" mode="append_last" binding="weak"><string>Noto Sans</string><string>${CHINESE}</string></edit>
  </match>
</fontconfig>
`
}

/**
 * The environment in which a browser sees the fonts of the tests.
 * @returns {Record<string, string>}
 * @throws {Error} when the packages are not installed
 */
export function fontEnvironment() {
  if (process.platform !== 'linux') return {}
  const file = join(cache, 'fonts.conf')
  mkdirSync(cache, { recursive: true })
  writeFileSync(`${file}.${process.pid}`, configuration())
  renameSync(`${file}.${process.pid}`, file)
  return { FONTCONFIG_FILE: file }
}
