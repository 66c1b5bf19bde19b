// What the open exercise makes of the editor; its file is read only where one is open.
import { useEffect, useState } from 'react'
import { setEditor } from '../../state/editor.ts'
import type { EditedLines } from '../../state/exercise-library.ts'
import { exerciseOf } from '../../state/exercise-name.ts'

const FREE: EditedLines = { fixed: [], given: null }

/** Lines of the open text that stay, and lines that are put in order instead of written. */
export function useEditedLines(document: string): EditedLines {
  const name = exerciseOf(document)
  const [lines, setLines] = useState<{ readonly of: string; readonly are: EditedLines } | null>(null)
  useEffect(() => {
    if (name === null) return
    let over = false
    // Where it cannot be loaded, the exercise's own place says so.
    import('../../state/exercise-library.ts').then(
      ({ editedLines, exerciseNamed }) => {
        const exercise = exerciseNamed(name)
        if (!over && exercise !== null) setLines({ of: name, are: editedLines(exercise) })
      },
      () => undefined,
    )
    return () => {
      over = true
    }
  }, [name])
  const are = name !== null && lines?.of === name ? lines.are : FREE
  const isArranged = are.given !== null
  useEffect(() => {
    if (isArranged) setEditor(null)
  }, [isArranged])
  return are
}
