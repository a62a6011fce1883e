// Keeps a guest's claim page true, and says aloud when its headline changes. Loaded only on that page.
import { ConnectionState } from "./connectionState";
import { watch } from "./live";

export function keepClaimLive(element: HTMLElement): void {
  const token = location.pathname.split("/").filter((part) => part.length > 0)[1];
  if (!token) return;
  const pollSeconds = Number(element.dataset["pollSeconds"] ?? 15);
  const state = new ConnectionState(pollSeconds);
  const aloud = document.querySelector<HTMLElement>("[data-announce]");
  let headline = headlineOf(element);
  watch({
    method: "WatchClaim",
    args: [token],
    element,
    pollSeconds,
    onState: (link) => state.show(link),
    onRead: () => state.fresh(),
    onSwap: () => {
      const now = headlineOf(element);
      if (aloud && now !== headline) aloud.textContent = now;
      headline = now;
    },
  });
}

function headlineOf(element: HTMLElement): string {
  return element.querySelector("h1")?.textContent?.trim() ?? "";
}
