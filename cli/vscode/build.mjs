// Builds the extension for VS Code, one file `toycpu-VERSION.vsix` in `dist-vsix/` or the folder given: the command line's
// bundle, the extension's own, grammar and manifest, zipped with the same bytes each time. `npm run build:vsix`.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { build, runnerImport } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const target = process.argv[2] ?? join(root, 'dist-vsix')
const read = path => readFileSync(path)
const { version, repository } = JSON.parse(read(join(root, 'package.json')))

const work = mkdtempSync(join(tmpdir(), 'toycpu-vsix-'))
const quiet = { logLevel: 'warn', root }
const { licences } = (await runnerImport(join(root, 'app/build/licenses.ts'), quiet)).module
const { GRAMMAR } = (await runnerImport(join(here, 'grammar.ts'), quiet)).module

/** Bundles an entry for Node into a folder of its own; tells its files. */
async function bundle(name, entry, format, file) {
  const outDir = join(work, name)
  await build({
    ...quiet,
    configFile: false,
    plugins: [licences('licenses.md').bundle],
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { external: ['vscode'], output: { format, entryFileNames: file } },
    },
    ssr: { noExternal: true, external: ['vscode'] },
  })
  return readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name))
    .map(path => [path.slice(outDir.length + 1).replaceAll('\\', '/'), read(path)])
}

const json = value => strToU8(`${JSON.stringify(value, null, 2)}\n`)
const words = JSON.parse(read(join(here, 'words.json')))
const manifest = { ...JSON.parse(read(join(here, 'manifest.json'))), version, ...(repository ? { repository } : {}) }

const extension = {
  // CommonJS as VS Code loads it; what lies in dist-cli says for itself that it is none.
  'package.json': json(manifest),
  'package.nls.json': json(words.en),
  'package.nls.zh-cn.json': json(words.zh),
  'language-configuration.json': read(join(here, 'language-configuration.json')),
  'toycpu.tmLanguage.json': json(GRAMMAR),
  'README.md': read(join(here, 'README.md')),
  'LICENSE.md': read(join(root, 'LICENSE')),
  'dist-cli/package.json': json({ type: 'module', version }),
}
for (const [name, bytes] of await bundle('extension', join(here, 'extension.js'), 'cjs', 'extension.js'))
  extension[name] = bytes
for (const [name, bytes] of await bundle('cli', join(root, 'cli/main.ts'), 'es', 'toycpu.js'))
  extension[`dist-cli/${name}`] = bytes
rmSync(work, { recursive: true })

const escaped = text =>
  text.replace(/[&<>"]/g, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark])
const identity = `Language="en-US" Id="${manifest.name}" Version="${version}" Publisher="${manifest.publisher}"`
const vsixManifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity ${identity} />
    <DisplayName>${escaped(manifest.displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(words.en.description)}</Description>
    <Tags>${escaped(manifest.keywords.join(','))}</Tags>
    <Categories>${escaped(manifest.categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${escaped(manifest.engines.vscode)}" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionDependencies" Value="" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionPack" Value="" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace" />
      <Property Id="Microsoft.VisualStudio.Code.LocalizedLanguages" Value="" />
    </Properties>
    <License>extension/LICENSE.md</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code" />
  </Installation>
  <Dependencies />
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true" />
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true" />
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.md" Addressable="true" />
  </Assets>
</PackageManifest>
`

const TYPES = {
  '.js': 'application/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.vsixmanifest': 'text/xml',
}
const contentTypes = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
${Object.entries(TYPES)
  .map(([ending, type]) => `  <Default Extension="${ending}" ContentType="${type}" />`)
  .join('\n')}
</Types>
`

const files = { '[Content_Types].xml': strToU8(contentTypes), 'extension.vsixmanifest': strToU8(vsixManifest) }
for (const name of Object.keys(extension).sort()) files[`extension/${name}`] = new Uint8Array(extension[name])

mkdirSync(target, { recursive: true })
const file = join(target, `toycpu-${version}.vsix`)
// One day for all files: the same content is the same bytes.
writeFileSync(file, zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) }))
console.log(file)
