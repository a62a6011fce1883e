// Phones with Android show a page's notification only through a service worker. Nothing is fetched, kept or pushed
// here: a tap brings the page back to the front.
interface Tapped extends Event {
  notification: Notification;
  waitUntil(work: Promise<unknown>): void;
}

interface Page {
  url: string;
  focus(): Promise<unknown>;
}

interface Worker {
  addEventListener(name: "notificationclick", listener: (event: Tapped) => void): void;
  clients: { matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<Page[]> };
}

const worker = self as unknown as Worker;

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(comeBack(String(event.notification.data ?? "")));
});

async function comeBack(address: string): Promise<void> {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  await pages.find((page) => page.url.startsWith(address))?.focus();
}

// A module of its own, whose names are not the other worker's; the bundle has no exports.
export {};
