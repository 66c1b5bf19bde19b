// The service worker: answers from the files of one build, kept when it was installed. The build puts VERSION, FILES
// and ENTRY before it (offline.ts). A new build waits until no page of an older one is open, or a reader asks for it; a
// page that is open goes on with its own files, which stay as long as it does. Nothing is ever reloaded by itself.
/* global VERSION, FILES, ENTRY */
const HOME = new URL('./', self.location.href)
/** Two installations on one host keep apart. */
const PREFIX = `toycpu ${HOME.pathname} `
const CACHE = PREFIX + VERSION
const OPTIONS = { ignoreSearch: true, ignoreVary: true }
const OURS = new Set(FILES.map(file => new URL(file, HOME).href))

/** A file of this build from the host. A page of another build, which a host may still have, is none of it. */
const load = async file => {
  const address = new URL(file, HOME)
  // What is named by its content cannot be stale.
  const response = await fetch(new Request(address, { cache: file.startsWith('assets/') ? 'default' : 'reload' }))
  if (!response.ok) throw new Error(`${file}: ${response.status}`)
  // Read whole, so that a download that is broken off is none.
  const body = await response.blob()
  if (file === './' && !(await body.text()).includes(ENTRY)) throw new Error('the page is of another build')
  return new Response(body, { headers: response.headers })
}

const keepAll = async () => {
  const cache = await caches.open(CACHE)
  await Promise.all(FILES.map(async file => cache.put(new URL(file, HOME), await load(file))))
}

self.addEventListener('install', event => {
  const keep = keepAll().catch(async error => {
    await caches.delete(CACHE)
    throw error
  })
  event.waitUntil(keep)
})

self.addEventListener('message', event => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting())
})

/** The pages of ours that are open. */
const pages = async () => {
  const all = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return all.filter(({ url }) => url.startsWith(HOME.href))
}

/** Takes away the files of older builds, once no page can ask for them. */
const tidy = async () => {
  const names = await caches.keys()
  // Names without a folder are of builds before this kind; the one with our page is ours.
  const former = names.filter(name => /^toycpu-[0-9a-f]{16}$/.test(name))
  const own = await Promise.all(former.map(async name => (await caches.open(name)).match(HOME)))
  const older = names.filter(name => name.startsWith(PREFIX) && name !== CACHE)
  const all = [...older, ...former.filter((_, index) => own[index] !== undefined)]
  await Promise.all(all.map(name => caches.delete(name)))
}

self.addEventListener('activate', event => {
  const begin = async () => {
    if ((await pages()).length === 0) await tidy()
    await self.clients.claim()
  }
  event.waitUntil(begin())
})

/** Fills the cache again where the browser has cleared it. */
const mend = async () => {
  const cache = await caches.open(CACHE)
  for (const file of FILES) {
    const address = new URL(file, HOME)
    if ((await cache.match(address, OPTIONS)) !== undefined) continue
    await load(file)
      .then(response => cache.put(address, response))
      .catch(() => undefined)
  }
}

let mending = null

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || !url.href.startsWith(HOME.href)) return
  const isPage = request.mode === 'navigate' && [HOME.pathname, `${HOME.pathname}index.html`].includes(url.pathname)
  if (request.mode === 'navigate' && !isPage) return
  const answer = async () => {
    try {
      const cache = await caches.open(CACHE)
      const kept = await cache.match(isPage ? HOME : request, OPTIONS)
      if (kept !== undefined) return kept
      if (isPage || OURS.has(url.origin + url.pathname)) {
        mending ??= mend().finally(() => {
          mending = null
        })
        event.waitUntil(mending.catch(() => undefined))
      }
      // A page of an older build, still open, asks for its own.
      for (const name of await caches.keys()) {
        if (!name.startsWith(PREFIX) || isPage) continue
        const older = await (await caches.open(name)).match(request, OPTIONS)
        if (older !== undefined) return older
      }
    } catch {
      // A cache that cannot be read: the host has the file.
    }
    return fetch(request)
  }
  event.respondWith(answer())
})
