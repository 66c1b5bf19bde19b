// The menu of branches. Loaded when there are any.
import { DropdownMenu } from 'radix-ui'
import { cellName } from '../../../emulator/instructions/index.ts'
import type { Branches } from '../../state/branches.ts'
import { chooseBranch } from '../../state/session.ts'
import { classes } from '../../style/classes.ts'
import menu from '../../style/menu.module.css'
import { Icon } from '../../text/Icon.tsx'
import { useWords } from '../../words/index.ts'
import memory from './memory.module.css'

const c = classes(menu, memory)

export default function BranchMenu({ branches }: { branches: Branches }) {
  const t = useWords()
  const { all, current } = branches
  const words = (index: number): string => {
    const edits = all[index]!.map(({ position, address, value }) =>
      t('branches.edit', { position, name: cellName(address), value }),
    )
    return index === 0 ? t('branches.original') : t('branches.one', { number: index, edits: edits.join(', ') })
  }
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={c('toolButton branchNote')} aria-label={t('branches.name')}>
        <Icon name="branch" />{' '}
        {current === 0 ? t('branches.name') : t('branches.shown', { number: current, all: all.length - 1 })} ▾
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={c('menu')} align="end" collisionPadding={8} aria-label={t('branches.name')}>
          <DropdownMenu.RadioGroup value={String(current)} onValueChange={value => chooseBranch(Number(value))}>
            {all.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: branches are numbered and never go
              <DropdownMenu.RadioItem key={index} value={String(index)}>
                {words(index)}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
