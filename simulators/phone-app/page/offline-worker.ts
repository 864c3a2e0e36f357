/** As much of a service worker as is used here: its own types and those of a page exclude one another. */
interface Waiting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker extends EventTarget {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

const worker = self as unknown as Worker;
const CACHE = 'paircheck-app';
const SHELL = ['/', '/app.js', '/app.css', '/manifest.webmanifest', '/icon.svg'].map(
  (name) => new URL(name, location.href).href,
);
const PAGE = new URL('/', location.href).href;

worker.addEventListener('install', (event) => (event as Waiting).waitUntil(fill()));
worker.addEventListener('activate', (event) => (event as Waiting).waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event as Asked;
  // Every page is the same one: a link into a conversation leads to it as well.
  if (request.mode === 'navigate') return (event as Asked).respondWith(newestOf(request, PAGE));
  // What the app asks its server is none of our business: an answer of yesterday is none.
  if (SHELL.includes(request.url)) (event as Asked).respondWith(newestOf(request, request.url));
});

async function fill(): Promise<void> {
  await (await caches.open(CACHE)).addAll(SHELL);
  await worker.skipWaiting();
}

/** The network's, and without one what it was before: codes need no network. */
async function newestOf(request: Request, kept: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(kept, answer.clone());
    return answer;
  } catch (error) {
    const before = await cache.match(kept);
    if (before) return before;
    throw error;
  }
}
