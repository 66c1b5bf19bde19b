// Writes what the licences of all that is bundled ask for into one file beside the bundle: it walks the modules of page and
// workers, and fails where a package has no licence to show. It knows no package but those that others carry within them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin, Rolldown } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Copies that a package carries within itself, by a piece of their path, and the package that has their licence. */
const CARRIED: readonly (readonly [path: string, name: string])[] = [
  ['monaco-editor/esm/vs/base/browser/dompurify/', 'dompurify'],
  ['monaco-editor/esm/vs/base/common/marked/', 'marked'],
]

/** What is carried within a package and has no package of its own here. */
const NOTICES: readonly (readonly [path: string, title: string, text: string])[] = [
  [
    'monaco-editor/esm/vs/base/browser/ui/codicons/',
    'Codicons, the icons of Visual Studio Code (CC-BY-4.0)',
    'Copyright (c) Microsoft Corporation. https://github.com/microsoft/vscode-codicons\nLicensed under Creative Commons Attribution 4.0 International: https://creativecommons.org/licenses/by/4.0/legalcode\nThe icons are unchanged.\n',
  ],
]

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

/** The folders of the packages from which modules come. */
function foldersOf(modules: Iterable<string>): Set<string> {
  const folders = new Set<string>()
  for (const id of modules) {
    const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? []
    if (folder !== undefined && existsSync(join(folder, 'package.json'))) folders.add(folder)
    for (const [path, name] of CARRIED) if (id.includes(path)) folders.add(join(root, 'node_modules', name))
  }
  return folders
}

const isLicence = (name: string): boolean => /^(licen[cs]e|copying|notice|third-?party)/i.test(name)

/** The licences of the modules as one text; what has none is told. */
export function licencesOf(modules: readonly string[]): { readonly text: string; readonly missing: readonly string[] } {
  const parts: string[] = []
  const missing: string[] = []
  const packages = [...foldersOf(modules)].map(folder => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name: string
      version: string
      license?: string
      author?: string | { readonly name: string }
    }
    const holder = typeof author === 'string' ? author : author?.name
    // Some say in one word what they are under, and bring no text of it.
    const own = license === 'MIT' && holder !== undefined ? `Copyright (c) ${holder}\n\n${MIT}` : null
    return { folder, title: `${name} ${version} (${license ?? 'see below'})`, own }
  })
  packages.sort((a, b) => (a.title < b.title ? -1 : 1))
  for (const { folder, title, own } of packages) {
    // A part of a repository may have its licence where the repository has it.
    const texts = [folder, dirname(folder)].map(each =>
      readdirSync(each)
        .filter(isLicence)
        .map(name => join(each, name)),
    )
    const files = texts.find(each => each.length > 0) ?? []
    const told = files.length > 0 ? files.map(file => readFileSync(file, 'utf8').trim()) : own === null ? [] : [own]
    if (told.length === 0) missing.push(title)
    parts.push(`## ${title}\n\n${told.join('\n\n')}\n`)
  }
  for (const [path, title, text] of NOTICES) {
    if (modules.some(id => id.replaceAll('\\', '/').includes(path))) parts.push(`## ${title}\n\n${text}`)
  }
  return { text: `# Licences of what is bundled\n\n${parts.join('\n')}`, missing }
}

/**
 * The plugins for a bundle and for the workers that are bundled for it.
 * @param fileName the file beside the bundle
 */
export function licences(fileName: string): { readonly bundle: Plugin; readonly worker: () => Plugin[] } {
  const seen = new Set<string>()
  const walk = (bundle: Rolldown.OutputBundle): void => {
    for (const part of Object.values(bundle)) {
      if (part.type === 'chunk') for (const id of part.moduleIds) seen.add(id)
    }
  }
  return {
    worker: () => [{ name: 'toycpu:licences-of-workers', generateBundle: (_, bundle) => walk(bundle) }],
    bundle: {
      name: 'toycpu:licences',
      apply: 'build',
      generateBundle(_, bundle) {
        walk(bundle)
        // Styles and fonts are in no chunk's list.
        for (const id of this.getModuleIds()) if (/\.(css|ttf|woff2?)($|\?)/.test(id)) seen.add(id)
        const { text, missing } = licencesOf([...seen])
        if (missing.length > 0) this.error(`no licence found of ${missing.join(', ')}`)
        this.emitFile({ type: 'asset', fileName, source: text })
      },
    },
  }
}
