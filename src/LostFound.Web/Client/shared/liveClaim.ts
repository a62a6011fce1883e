// Keeps a guest's claim page true, the place in line on it too, and says aloud when its headline changes.
import { ConnectionState } from "./connectionState";
import { applyLine, countDown, placeIn } from "./line";
import { watch } from "./live";
import { headlineAloud } from "./livePlace";

const COUNT_MS = 10_000;

export function keepClaimLive(element: HTMLElement): void {
  const token = location.pathname.split("/").filter((part) => part.length > 0)[1];
  if (!token) return;
  const pollSeconds = Number(element.dataset["pollSeconds"] ?? 15);
  const state = new ConnectionState(pollSeconds);
  const sayHeadline = headlineAloud(element);
  const read = watch({
    method: "WatchClaim",
    args: [token],
    element,
    pollSeconds,
    lineDesk: () => placeIn(element)?.dataset["desk"],
    onLine: (message, again) => applyLine(element, message, again),
    onState: (link) => state.show(link),
    onRead: () => state.fresh(),
    onSwap: () => {
      sayHeadline();
      document.dispatchEvent(new Event("claim-news"));
    },
  });
  countDown(element, () => undefined);
  setInterval(() => countDown(element, () => void read()), COUNT_MS);
}
