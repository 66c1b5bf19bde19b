// How an exercise and the text of its answer are called. Apart from opening one, so that the first paint needs no store.

/** What the name of every answer begins with. */
const PREFIX = 'exercise '

/** The name of the text that answers an exercise. */
export const answerTo = (exercise: string): string => PREFIX + exercise

/** The exercise whose answer a text of that name is; null for other texts. */
export const exerciseOf = (document: string): string | null =>
  document.startsWith(PREFIX) ? document.slice(PREFIX.length) : null
