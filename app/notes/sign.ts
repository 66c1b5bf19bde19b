// How a sign says which note belongs to it. The notes themselves come after the first paint.
import type { NOTES } from './words.ts'

export type NoteId = keyof typeof NOTES

/** The id of the element that holds a note's words, for whoever hears the page. */
export const noteElement = (id: NoteId): string => `note-${id}`

/** What makes an element a sign with a note: shown on hover, focus and long press, and heard with it. */
export const noteOn = (id: NoteId) => ({ 'data-note': id, 'aria-describedby': noteElement(id) })

/** The same for a sign that stands a hundred times, or has words of its own that are heard: shown, but not heard again. */
export const shownNote = (id: NoteId) => ({ 'data-note': id })
