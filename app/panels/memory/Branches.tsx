// The branches of the history that cells edited by hand began: which one is shown, and how to get to the others.
import { Suspense } from 'react'
import { lazyPart } from '../../loading/part.tsx'
import { useSession } from '../../state/react.ts'
import { applyEditsAgain } from '../../state/session.ts'
import { classes } from '../../style/classes.ts'
import { Icon } from '../../text/Icon.tsx'
import { useWords } from '../../words/index.ts'
import memory from './memory.module.css'

const c = classes(memory)

const Menu = lazyPart(
  () => import('./BranchMenu.tsx'),
  t => t('branches.name'),
)

export function BranchesButton() {
  const t = useWords()
  const branches = useSession(({ branches }) => branches)
  if (branches === null) return null
  if (branches.aside) {
    return (
      <span className={c('note branchNote')}>
        <Icon name="branch" /> {t('branches.aside')}{' '}
        <button type="button" className={c('linkButton')} onClick={applyEditsAgain}>
          {t('branches.applyAgain')}
        </button>
      </span>
    )
  }
  return (
    <Suspense fallback={null}>
      <Menu branches={branches} />
    </Suspense>
  )
}
