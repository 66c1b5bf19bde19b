// The pack that this page stands in, where it does: exercises of a teacher's alone (cli/packing.ts). Loaded with them.
import * as v from 'valibot'

const schema = v.object({
  format: v.literal(1),
  scorm: v.boolean(),
  exercises: v.array(v.object({ name: v.string(), text: v.string() })),
})

export type Pack = v.InferOutput<typeof schema>

/** Null where the page is the whole one. */
export async function readPack(): Promise<Pack | null> {
  const list = document.querySelector<HTMLMetaElement>('meta[name="toycpu-pack"]')?.content
  if (list === undefined) return null
  // A list that cannot be had leaves a pack of nothing, never the project's own exercises.
  const kept: unknown = await fetch(`./${list}`).then(
    answer => answer.json(),
    () => null,
  )
  const read = v.safeParse(schema, kept)
  return read.success ? read.output : { format: 1, scorm: false, exercises: [] }
}
