// The service worker: answers from the files of one build, kept when it was installed. The build puts VERSION and
// FILES before it (offline.ts). A new build takes over at once for the next load; a page already open goes on with
// its own files, which stay until the build after that, and is never reloaded: nothing typed is lost.
/* global VERSION, FILES */
const PREFIX = 'toycpu-'
const CACHE = PREFIX + VERSION
const home = new URL('./', self.location.href).pathname

self.addEventListener('install', event => {
  const keep = async () => {
    const cache = await caches.open(CACHE)
    await cache.addAll(FILES.map(file => new Request(file, { cache: 'reload' })))
    await self.skipWaiting()
  }
  event.waitUntil(keep())
})

self.addEventListener('activate', event => {
  const tidy = async () => {
    const older = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== CACHE)
    await Promise.all(older.slice(0, -1).map(name => caches.delete(name)))
    await self.clients.claim()
  }
  event.waitUntil(tidy())
})

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  const isPage = request.mode === 'navigate' && (url.pathname === home || url.pathname === `${home}index.html`)
  const answer = async () => {
    const options = { ignoreSearch: true, ignoreVary: true }
    const cache = await caches.open(CACHE)
    const kept = await cache.match(isPage ? home : request, options)
    return kept ?? (await caches.match(request, options)) ?? fetch(request)
  }
  event.respondWith(answer())
})
