// The menu of exercises: by kind and level, solved ones ticked; and a teacher's own file.
import { DropdownMenu } from 'radix-ui'
import { EXERCISES } from '../../state/exercise-library.ts'
import { openExercise, solved } from '../../state/exercises.ts'
import { usePreference } from '../../state/react.ts'
import { classes } from '../../style/classes.ts'
import menu from '../../style/menu.module.css'
import { level, useExerciseWords } from './words.ts'

const c = classes(menu)

const KINDS = ['predict', 'mend', 'arrange', 'write'] as const

export default function ExerciseItems({ onOwn }: { onOwn(): void }) {
  const w = useExerciseWords()
  const language = usePreference(preferences => preferences.language)
  const done = solved()
  return (
    <>
      {KINDS.filter(kind => EXERCISES.some(each => each.exercise.kind === kind)).map(kind => (
        <DropdownMenu.Group key={kind}>
          <DropdownMenu.Label className={c('note')}>{w(kind)}</DropdownMenu.Label>
          {EXERCISES.filter(each => each.exercise.kind === kind).map(each => (
            <DropdownMenu.Item
              key={each.name}
              textValue={each.exercise.title[language]}
              onSelect={() => void openExercise(each)}
            >
              {done.includes(each.name) ? '✓ ' : ''}
              {each.exercise.title[language]}
              <span className={c('description')}>
                {w(level(each.exercise.level))}
                {done.includes(each.name) ? ` · ${w('solved')}` : ''}
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Group>
      ))}
      <DropdownMenu.Separator />
      <DropdownMenu.Item onSelect={onOwn}>{w('open')}</DropdownMenu.Item>
    </>
  )
}
