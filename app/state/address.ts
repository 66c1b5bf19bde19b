// What the page's address asks for beside a sample: an exercise, an entry of the reference; and where the page is a pack,
// its exercises.
import { showOverlay } from './overlays.ts'

/** Opens what the address names, once the reader's own text is there. */
export async function openAddressed(): Promise<void> {
  const exercise = new URLSearchParams(location.search).get('exercise')
  if (exercise !== null || document.querySelector('meta[name="toycpu-pack"]') !== null) {
    const { openAsked } = await import('./exercise-library.ts')
    await openAsked(exercise)
  }
  if (location.hash.startsWith('#reference=')) showOverlay('reference')
}
