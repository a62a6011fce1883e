// Keeps the kiosk's page on the device, so that it starts with no network at all. Only that page passes through
// here, and what it is made of: no guest's page and no other of staff is ever looked at or kept. The server puts a
// line before this script that says what the page needs; another line is another version, fetched whole before
// the one before is thrown away.
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Lasting {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Worker {
  addEventListener(name: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(name: "fetch", listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
}

declare const SHELL: { version: string; page: string; addresses: string[] };
/** The pieces of the kiosk's script, which its build knows. */
declare const PIECES: string[];

const PREFIX = "lostfound-kiosk-";
const CACHE = PREFIX + SHELL.version;
const KIOSK = "/kiosk";
// A line that has not answered by now is no line: the clerk stands there with the thing in hand.
const PATIENCE_MS = 3_000;

const worker = self as unknown as Worker;
const kept = new Set([...SHELL.addresses, ...PIECES]);

worker.addEventListener("install", (event) => event.waitUntil(fetchAll().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(dropOthers().then(() => worker.clients.claim())));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== worker.location.origin) return;
  if (request.mode === "navigate") {
    if (address.pathname === KIOSK) event.respondWith(page(request));
  } else if (kept.has(address.pathname + address.search)) {
    event.respondWith(asset(request));
  }
});

async function fetchAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([...kept]);
  const answer = await fetch(SHELL.page, { cache: "no-store", credentials: "same-origin" });
  if (!answer.ok || answer.redirected) throw new Error(`The kiosk's page was not given: ${answer.status}`);
  await cache.put(SHELL.page, answer);
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

/** The server's page while it answers, so that signing in, out and being revoked are its to decide. */
async function page(request: Request): Promise<Response> {
  const network = fetch(request).then(
    (answer) => (answer.status >= 500 ? null : answer),
    () => null,
  );
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const answer = await Promise.race([network, late]);
  return answer ?? (await caches.match(SHELL.page, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}
