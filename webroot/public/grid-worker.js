// Keeps the grid worker's page on the phone, so that it opens where there is no signal. Never keeps what the API says.
const kept = 'yilian-grid-1'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url)
  const own = url.origin === location.origin && event.request.method === 'GET'
  if (!own || url.pathname.startsWith('/api/')) return
  event.respondWith(fresh(event.request))
})

async function fresh(request) {
  const cache = await caches.open(kept)
  try {
    const response = await fetch(request)
    if (response.ok) await cache.put(request, response.clone())
    return response
  } catch (offline) {
    const known = await cache.match(request, { ignoreSearch: true })
    if (known) return known
    throw offline
  }
}
