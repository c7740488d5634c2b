/// <reference lib="webworker" />
/**
 * The service worker: keeps the shell and the page /verify on the device, so that a proof can be checked without a
 * network. It never answers for a page that the server can send, and never touches `/api/`.
 */
export {};

/** Filled in by the build (scripts/offline.ts): a name for this build, and its files with their SHA-256 for SRI. */
declare const __BUILD__: string;
declare const __FILES__: readonly (readonly [path: string, integrity: string])[];
declare const self: ServiceWorkerGlobalScope;

const prefix = 'teahouse-shell-';
const name = prefix + __BUILD__;
const shell = '/index.html';

/** All files of this build or none: one that the server has changed since does not hash to what is named here. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(name);
  try {
    await cache.addAll(__FILES__.map(([path, integrity]) => new Request(path, { integrity })));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  await self.skipWaiting();
}

/** A tab of the build before may still be open and ask for its files; older ones go. */
async function dropOld(): Promise<void> {
  const others = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
  await Promise.all(others.slice(0, -1).map((key) => caches.delete(key)));
  await self.clients.claim();
}

const inShell = async (path: string) => (await caches.open(name)).match(path, { ignoreVary: true });

/** The server's page; the kept shell only where no server answers. */
async function page(request: Request): Promise<Response> {
  const answer = await fetch(request).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await inShell(shell)) ?? answer ?? Response.error();
}

/** Names below /assets/ carry the hash of their contents, so a kept file is as good as the server's. */
async function file(request: Request, path: string): Promise<Response> {
  const kept = (await inShell(path)) ?? (await caches.match(path, { ignoreVary: true }));
  return kept ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(dropOld()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request, pathname));
});
