// Has the browser keep the page for use offline, and offers a new build when there is one. What is kept and how:
// build/service-worker.js. In the development server there is nothing to keep.
import { loadAllParts } from './loading/part.tsx'
import { keepNow } from './state/keeping.ts'
import { session } from './state/session.ts'
import { trustedScriptUrl } from './trust.ts'

/** A new build is looked for this often while the page is open, in ms. */
const LOOK = 60 * 60 * 1000

/** So many ms the reader's first steps have the processor and the network to themselves. */
const REST = 2000

/** A build that is kept already and waits to take over. */
let waiting: ServiceWorker | null = null

/** Registers the service worker once the page has answered; where there can be none, the page works all the same. */
export function keepOffline(): void {
  // A pack stands beside others, and has no service worker.
  const isPack = document.querySelector('meta[name="toycpu-pack"]') !== null
  if (!import.meta.env.PROD || isPack || !('serviceWorker' in navigator)) return
  const register = async (): Promise<void> => {
    // Until a worker of this build keeps its parts, what is not loaded may be gone from the host tomorrow.
    if (navigator.serviceWorker.controller === null) await loadAllParts()
    const registration = await navigator.serviceWorker.register(trustedScriptUrl('./sw.js'))
    watch(registration)
    setInterval(() => void registration.update().catch(() => undefined), LOOK)
  }
  // A browser may refuse (private windows, files): then there is no page offline, and nothing else is lost.
  onceAnswered(() => setTimeout(() => void register().catch(() => undefined), REST))
}

/** Does something once the page has answered its first question: until then it has better to do. */
function onceAnswered(then: () => void): void {
  if (session.getState().view !== null) {
    then()
    return
  }
  const stop = session.subscribe(({ view }) => {
    if (view === null) return
    stop()
    then()
  })
}

function watch(registration: ServiceWorkerRegistration): void {
  const offer = (): void => {
    // The first worker of all takes over by itself: it is this page's own build.
    if (registration.waiting === null || navigator.serviceWorker.controller === null) return
    ;({ waiting } = registration)
    if (session.getState().notice === null) session.setState({ notice: { kind: 'new-version' } })
  }
  offer()
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer))
}

/** Goes over to the new build: this page is loaded anew, others go on with their own files. */
export function takeNewVersion(): void {
  void keepNow('strict').then(() => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    waiting?.postMessage('take over')
  })
}
