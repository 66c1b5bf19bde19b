// Whether a course listens, and what it has been told. Shown only where the page is a course's package.
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { beginCourse, course } from '../../state/course.ts'
import { classes } from '../../style/classes.ts'
import { useExerciseWords } from './words.ts'

const c = classes()

export default function CourseLine() {
  const w = useExerciseWords()
  const stands = useStore(course, state => state.stands)
  useEffect(beginCourse, [])
  return (
    <p className={c('note')} role="status">
      {w(`course-${stands}`)}
    </p>
  )
}
