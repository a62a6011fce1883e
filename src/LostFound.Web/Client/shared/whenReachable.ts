// A part of the page's script that comes later must not be missing for good because the network was away just then.
export function whenReachable(load: () => Promise<unknown>): void {
  void load().catch(() => addEventListener("online", () => whenReachable(load), { once: true }));
}
