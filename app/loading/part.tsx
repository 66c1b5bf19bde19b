// A part of the page that is loaded when it is needed. One that cannot be had says what is missing, in its own place, and
// is tried again when the reader asks or the network is back: the rest of the page goes on, and nothing is asked for
// over and over.
import { Component, type ComponentType, type ReactNode, use, useSyncExternalStore } from 'react'
import { classes } from '../style/classes.ts'
import { useWords, type Words } from '../words/index.ts'
import css from './part.module.css'

const c = classes(css)

/** What the component in a part's place is told besides the part's own properties. */
export interface Missing {
  readonly onRetry: () => void
}

type Stand<Props> =
  | { readonly kind: 'loading'; readonly promise: Promise<void> }
  | { readonly kind: 'there'; readonly Loaded: ComponentType<Props> }
  | { readonly kind: 'missing' }

/** How often a part is tried anew by itself, each time that the network is back. */
const TRIES = 2

/** Parts that are not loaded yet, by how they are. */
const waiting = new Set<() => Promise<void>>()

/** Loads all parts that are not there yet, and those that come with them, one after the other, so that they are there when the network is not. */
export async function loadAllParts(): Promise<void> {
  for (const load of waiting) await load()
}

/**
 * A component that is loaded when it is first shown; what waits for it stands in a `Suspense` around it.
 * @param load  how it is loaded
 * @param name  the words for what is missing where it cannot be had
 * @param Instead  what stands in its place then, if not these words
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  name: (t: Words) => string,
  Instead?: ComponentType<Props & Missing>,
): ComponentType<Props> {
  let stand: Stand<Props> | null = null
  let tries = TRIES
  const listeners = new Set<() => void>()
  const turn = (now: Stand<Props>): void => {
    stand = now
    for (const listener of listeners) listener()
  }
  const listen = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const again = (): void => {
    if (tries-- > 0) retry()
  }
  /** The module's address once it could not be had: some browsers remember that, and would answer so for ever. */
  let missed: string | null = null
  let asked = 0
  const attempt = (): ReturnType<typeof load> => {
    if (missed === null) return load()
    asked += 1
    return import(/* @vite-ignore */ `${missed}?again=${asked}`)
  }
  function begin(): Promise<void> {
    const promise = attempt().then(
      ({ default: Loaded }) => {
        waiting.delete(ensure)
        removeEventListener('online', again)
        turn({ kind: 'there', Loaded })
      },
      (error: unknown) => {
        missed ??= addressIn(error)
        turn({ kind: 'missing' })
        addEventListener('online', again)
      },
    )
    stand = { kind: 'loading', promise }
    return promise
  }
  const retry = (): void => {
    if (stand?.kind !== 'missing') return
    void begin()
    for (const listener of listeners) listener()
  }
  const ensure = (): Promise<void> => (stand === null ? begin() : Promise.resolve())
  waiting.add(ensure)

  return function Part(props: Props) {
    const now = useSyncExternalStore(listen, () => stand)
    if (now === null) void begin()
    const current = now ?? stand!
    if (current.kind === 'loading') {
      use(current.promise)
      return null
    }
    const missing = Instead ? <Instead {...props} onRetry={retry} /> : <MissingPart name={name} onRetry={retry} />
    if (current.kind === 'missing') return missing
    const { Loaded } = current
    return (
      <ErrorBoundary instead={missing}>
        <Loaded {...props} />
      </ErrorBoundary>
    )
  }
}

/** The address of a script of ours that an error names. */
function addressIn(error: unknown): string | null {
  const named = error instanceof Error ? /https?:\/\/[^\s?]+\.js/.exec(error.message)?.[0] : undefined
  return named?.startsWith(location.origin) === true ? named : null
}

function MissingPart({ name, onRetry }: { name(t: Words): string } & Missing) {
  const t = useWords()
  return (
    <span className={c('missing')} role="alert">
      {t('partMissing', { name: name(t) })}
      <button type="button" onClick={onRetry}>
        {t('tryAgain')}
      </button>
    </span>
  )
}

/** Where a part fails while it is shown, the rest of the page goes on without it. */
class ErrorBoundary extends Component<
  { readonly instead: ReactNode; readonly children: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children
  }
}
