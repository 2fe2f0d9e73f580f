// Lets the page open without a network. It keeps static files of this one version and nothing else: no reply of the API, no
// piece, no letter. What is asked for under /api never comes by here.
// The build puts in the version and the files that answering needs.
const version = '__VERSION__';
const files = __FILES__;
const prefix = 'probant-';
const cacheName = prefix + version;
const patienceMs = 5_000;

self.addEventListener('install', (event) => {
  const requests = files.map((file) => new Request(file, { cache: 'no-cache', credentials: 'omit' }));
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(requests)));
});

// Without anybody's asking, a new version waits until no page of the old one is open: each keeps the files it was made of.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(takeOverIfAlone());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api')) return;
  if (request.mode === 'navigate') {
    if (!/\.[a-z0-9]+$/i.test(pathname) && pathname !== '/health') event.respondWith(openPage(request));
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(readAsset(request));
  } else if (files.includes(pathname)) {
    event.respondWith(fetch(request).catch(() => keptOr(pathname)));
  }
});

async function takeOverIfAlone() {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= 1) await self.skipWaiting();
}

async function dropOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The page of today where the server answers, so that an update is there at the next reload; else the one that is kept. */
async function openPage(request) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), patienceMs);
  try {
    const reply = await fetch(request, { signal: limit.signal });
    return reply.status >= 500 ? ((await find('/')) ?? reply) : reply;
  } catch {
    return keptOr('/');
  } finally {
    clearTimeout(timer);
  }
}

/** The name of an asset carries its content: one that is kept is right for ever. */
async function readAsset(request) {
  const kept = await find(request.url);
  if (kept !== undefined) return kept;
  const reply = await fetch(request);
  if (reply.ok && reply.type === 'basic') {
    const cache = await caches.open(cacheName);
    // A disk that is full costs the copy and nothing else.
    await cache.put(request, reply.clone()).catch(() => undefined);
  }
  return reply;
}

async function find(address) {
  const cache = await caches.open(cacheName);
  return cache.match(address, { ignoreVary: true });
}

async function keptOr(address) {
  return (await find(address)) ?? Response.error();
}
