// The page's own Trusted Types policy: the only URLs of scripts it makes are those of its own workers.

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes
const policy = policies?.createPolicy('toycpu#worker', { createScriptURL: url => url })

/** The URL of one of our own workers, as the browser wants it where Trusted Types are enforced. */
export const trustedScriptUrl = (url: string): string => policy?.createScriptURL(url) ?? url

/**
 * Starts one of our own workers. In a sandboxed frame, whose origin is nobody's, the host's scripts count as foreign and
 * none may be a worker: there its text is fetched, and made a script on the spot.
 */
export function startWorker(url: string, name: string): Worker | Promise<Worker> {
  try {
    return new Worker(trustedScriptUrl(url), { type: 'module', name })
  } catch {
    return startFromText(url, name)
  }
}

async function startFromText(url: string, name: string): Promise<Worker> {
  const text = await (await fetch(url)).text()
  const script = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  // No module: browsers have none from there. The build has put each worker into one file.
  return new Worker(trustedScriptUrl(script), { name })
}
