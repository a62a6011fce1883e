// Has the browser keep this page, so that it starts without a network; or forget it, when the device is no longer
// one of the venue's. What waits in the outbox stays either way.
const WORKER = "/service-worker.js";
const SCOPE = "/kiosk";

export async function keepShell(): Promise<void> {
  try {
    await navigator.serviceWorker?.register(WORKER, { scope: SCOPE, updateViaCache: "none" });
  } catch {
    // Without a network now, or a browser that keeps no pages: the one kept before goes on.
  }
}

export async function forgetShell(): Promise<void> {
  await (await navigator.serviceWorker?.getRegistration(SCOPE))?.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
