// How deep one is in the circuit: the whole, the modules gone into, a gate; each a way back out.
import { Fragment } from 'react'
import { GATES, type Module, moduleAt, moduleTitle } from '../../../emulator/circuits/index.ts'
import { shownNote } from '../../notes/sign.ts'
import { classes } from '../../style/classes.ts'
import { useText } from '../../text/useText.ts'
import sheet from './circuit.module.css'
import { type CircuitPath, labels } from './circuit-path.ts'
import { NetName } from './NetName.tsx'
import { openPath } from './store.ts'
import { CIRCUIT_WORDS } from './words.ts'

const c = classes(sheet)

interface Props {
  readonly root: Module
  readonly place: CircuitPath
  readonly bit: number
  /** Whether nothing of the program is in it: its inputs are switched by hand. */
  readonly idle: boolean
  /** The gate that "a gate" leads to. */
  readonly first: string | undefined
}

export function Crumbs({ root, place, bit, idle, first }: Props) {
  const say = useText()
  const { path, gate } = place
  const real = labels(root, path, bit)
  const levels = [-1, ...real.keys()].map(depth => {
    const module = moduleAt(root, real.slice(0, depth + 1))!
    const [, kind, number] = /^(bit|sum|row)(\d+)$/.exec(real[depth] ?? '') ?? []
    const whole = say(moduleTitle(module))
    // A module inside that is as wide as the whole need not say so again.
    const short = depth >= 0 && module.bits === root.bits ? whole.replace(/(?:, |（)\d+ .*/u, '') : whole
    const title = `${short}${idle && depth < 0 ? say(CIRCUIT_WORDS.handed) : ''}`
    if (kind === undefined) return title
    const part =
      kind === 'bit'
        ? { en: `, bit ${number}`, zh: `，第 ${number} 位` }
        : { en: `, row ${number}`, zh: `，第 ${number} 行` }
    return `${title}${say(part)}`
  })
  const inside = moduleAt(root, real)
  const part = inside?.parts.find(each => each.kind === 'gate' && inside.names[each.out] === gate)
  const type = part?.kind === 'gate' ? say(GATES[part.type].name) : ''
  return (
    <nav className={c('crumbs')} aria-label={say(CIRCUIT_WORDS.level)} {...shownNote('level')}>
      {levels.map((title, depth) => (
        <Fragment key={path.slice(0, depth).join('.') || 'whole'}>
          {depth > 0 ? <span aria-hidden="true">›</span> : null}
          <button
            type="button"
            aria-current={depth === real.length && gate === null ? 'location' : undefined}
            onClick={() => openPath(root.name, { path: path.slice(0, depth), gate: null })}
          >
            {title}
          </button>
        </Fragment>
      ))}
      {first === undefined && gate === null ? null : (
        <>
          <span aria-hidden="true">›</span>
          <button
            type="button"
            aria-current={gate === null ? undefined : 'location'}
            onClick={() => openPath(root.name, { path, gate: gate ?? first! })}
          >
            {gate === null ? (
              say(CIRCUIT_WORDS.aGate)
            ) : (
              <>
                {`${type} `}
                <NetName of={gate} module={inside?.name ?? ''} />
              </>
            )}
          </button>
        </>
      )}
    </nav>
  )
}
