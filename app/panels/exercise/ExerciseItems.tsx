// The menu of exercises: by kind and level, solved ones ticked; and a teacher's own file.
import { DropdownMenu } from 'radix-ui'
import frame from '../../frame/frame.module.css'
import { EXERCISES } from '../../state/exercise-library.ts'
import { openExercise, solved } from '../../state/exercises.ts'
import { usePreference } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import { level, useExerciseWords } from './words.ts'

const c = classes(frame)

export default function ExerciseItems({ onOwn }: { onOwn(): void }) {
  const w = useExerciseWords()
  const language = usePreference(preferences => preferences.language)
  const done = solved()
  return (
    <>
      {EXERCISES.map(each => (
        <DropdownMenu.Item
          key={each.name}
          textValue={each.exercise.title[language]}
          onSelect={() => void openExercise(each)}
        >
          {done.includes(each.name) ? '✓ ' : ''}
          {each.exercise.title[language]}
          <span className={c('what')}>
            {w(level(each.exercise.level))}
            {done.includes(each.name) ? ` · ${w('solved')}` : ''}
          </span>
        </DropdownMenu.Item>
      ))}
      <DropdownMenu.Separator />
      <DropdownMenu.Item onSelect={onOwn}>{w('open')}</DropdownMenu.Item>
    </>
  )
}
