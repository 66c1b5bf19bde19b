// Has the browser keep the page for use offline. What is kept and how: build/service-worker.js. In the development
// server there is nothing to keep.

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

/** Registers the service worker once the page has loaded; where there can be none, the page works all the same. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  const policy = trustedTypes?.createPolicy('toycpu#sw', { createScriptURL: url => url })
  const register = (): void => {
    // A browser may refuse (private windows, files): then there is no page offline, and nothing else is lost.
    navigator.serviceWorker.register(policy?.createScriptURL('./sw.js') ?? './sw.js').catch(() => undefined)
  }
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}
