// What a pack of exercises is made of: the built page with these exercises alone, and for a course the manifest that
// SCORM 1.2 wants (learning.md, section 3). The same for the same page and exercises, byte for byte.
import { strToU8, type Zippable, zipSync } from 'fflate'
import { LANGUAGES } from '../emulator/instructions/index.ts'
import type { Exercise } from '../programs/judge/index.ts'

/** An exercise under its file's name, and the file's text. */
export interface PackedExercise {
  readonly name: string
  readonly text: string
  readonly exercise: Exercise
}

type Files = ReadonlyMap<string, Uint8Array>

/** Where the page finds its exercises; index.html names it. */
const LIST = 'exercises.json'

/** The service worker keeps a page of its own address; a pack stands beside others. */
const LEFT_OUT = new Set(['sw.js'])

/** All files of a pack, by their paths. */
export function packFiles(page: Files, exercises: readonly PackedExercise[], scorm: boolean): Files {
  const files = new Map([...page].filter(([path]) => !LEFT_OUT.has(path)))
  const index = new TextDecoder().decode(page.get('index.html'))
  const named = index.replace(
    /<meta charset="utf-8"\s*\/?>/u,
    all => `${all}<meta name="toycpu-pack" content="${LIST}">`,
  )
  files.set('index.html', strToU8(named))
  const list = { format: 1, scorm, exercises: exercises.map(({ name, text }) => ({ name, text })) }
  files.set(LIST, strToU8(`${JSON.stringify(list, null, 2)}\n`))
  if (scorm) files.set('imsmanifest.xml', strToU8(manifest([...files.keys()], exercises)))
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The files as one zip. Every file has the same date, the earliest that a zip can hold. */
export function zipOf(files: Files): Uint8Array {
  const all: Zippable = {}
  for (const [path, bytes] of files) all[path] = [bytes, { level: 9, mtime: EARLIEST }]
  return zipSync(all)
}

/** A zip tells local time: noon is the same day everywhere. */
const EARLIEST = '1980-01-02T12:00:00'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, mark => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]!)

/** One item and one SCO an exercise; what they share is a resource that each depends on. */
function manifest(paths: readonly string[], exercises: readonly PackedExercise[]): string {
  const title = (exercise: Exercise): string =>
    escaped([...new Set(LANGUAGES.map(language => exercise.title[language]))].join(' · '))
  const items = exercises.map(
    ({ exercise }, index) =>
      `      <item identifier="item-${index + 1}" identifierref="exercise-${index + 1}">\n        <title>${title(exercise)}</title>\n        <adlcp:masteryscore>100</adlcp:masteryscore>\n      </item>\n`,
  )
  const resources = exercises.map(
    ({ name }, index) =>
      `    <resource identifier="exercise-${index + 1}" type="webcontent" adlcp:scormtype="sco" href="index.html?exercise=${escaped(encodeURIComponent(name))}">\n      <file href="index.html"/>\n      <dependency identifierref="page"/>\n    </resource>\n`,
  )
  const files = [...paths].sort().map(path => `      <file href="${escaped(path)}"/>\n`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="toycpu-exercises" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>Toy CPU</title>
${items.join('')}    </organization>
  </organizations>
  <resources>
${resources.join('')}    <resource identifier="page" type="webcontent" adlcp:scormtype="asset" href="index.html">
${files.join('')}    </resource>
  </resources>
</manifest>
`
}
