// Keeps the grid worker's page on the phone, so that it opens where there is no signal. Never keeps what the API says.
const kept = 'yilian-grid-1'

self.addEventListener('install', event => event.waitUntil(keepPage().then(() => self.skipWaiting())))
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

/** The page and what it names: the first visit came before this worker and is not repeated. */
async function keepPage() {
  const cache = await caches.open(kept)
  const page = await fetch('/grid')
  const html = await page.clone().text()
  await cache.put('/grid', page)
  await cache.addAll([...new Set([...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(found => found[1]))])
}
