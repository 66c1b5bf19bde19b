// The page's own Trusted Types policy: the only URLs of scripts it makes are those of its own workers.

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes
const policy = policies?.createPolicy('toycpu#worker', { createScriptURL: url => url })

/** The URL of one of our own workers, as the browser wants it where Trusted Types are enforced. */
export const trustedScriptUrl = (url: string): string => policy?.createScriptURL(url) ?? url
