// The bar at the top: what is open, the controls, the menus.

import { type ReactNode, Suspense } from 'react'
import { LANGUAGE_NAMES } from '../../emulator/instructions/index.ts'
import { lazyPart } from '../loading/part.tsx'
import { noteOn } from '../notes/sign.ts'
import { usePreference, useSession } from '../state/react.ts'
import { classes } from '../style/classes.ts'
import { Icon } from '../text/Icon.tsx'
import { useWords } from '../words/index.ts'
import controls from './controls.module.css'
import frame from './frame.module.css'

const c = classes(frame, controls)

const Menus = lazyPart(
  () => import('./Menus.tsx'),
  t => t('menus'),
)

const SAVED = { yes: 'savedHere', soon: 'savedSoon', no: 'notSaved' } as const

interface BarProps {
  readonly narrow: boolean
  readonly children: ReactNode
}

export function Bar({ narrow, children }: BarProps) {
  const t = useWords()
  const name = useSession(({ name }) => name)
  const saved = useSession(({ saved }) => saved)
  return (
    <header className={c('bar')}>
      <h1>
        <button type="button" className={c('heading')} {...noteOn('page')}>
          Toy CPU
        </button>
      </h1>
      <span className={c('fileName')}>
        {name}
        <span className={c('savedState')} {...noteOn('saved')}>
          {t(SAVED[saved])}
        </span>
      </span>
      {children}
      <nav className={c('menus')} aria-label={t('menus')}>
        <Suspense fallback={<Waiting narrow={narrow} />}>
          <Menus narrow={narrow} />
        </Suspense>
      </nav>
    </header>
  )
}

/** What stands in the menus' place until they are loaded: the same words, so that nothing moves. */
function Waiting({ narrow }: { narrow: boolean }) {
  const t = useWords()
  const language = usePreference(({ language }) => language)
  if (narrow) {
    return (
      <span className={c('menuButton square')}>
        <Icon name="more" />
      </span>
    )
  }
  return (
    <>
      <span className={c('menuButton')}>{t('samples')}</span>
      <span className={c('menuButton')}>{t('exercise.names')}</span>
      <span className={c('menuButton')}>{t('file')}</span>
      <span className={c('menuButton')}>{t('views')}</span>
      <span className={c('menuButton')}>{t('share')}</span>
      <span className={c('menuButton')}>{LANGUAGE_NAMES[language].name}</span>
      <span className={c('menuButton square')}>
        <Icon name="theme" />
      </span>
      <span className={c('menuButton square')}>?</span>
    </>
  )
}
