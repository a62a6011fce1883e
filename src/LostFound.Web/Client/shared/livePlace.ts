// Keeps /q/{token} true: one message a movement, read again on waking, and a buzz when it says "come now".
import { ConnectionState } from "./connectionState";
import { applyLine, countDown, placeIn } from "./line";
import { watch } from "./live";

const COUNT_MS = 10_000;

export function keepPlaceLive(element: HTMLElement): void {
  const pollSeconds = Number(element.dataset["pollSeconds"] ?? 15);
  const state = new ConnectionState(pollSeconds);
  const said = headlineAloud(element);
  const read = watch({
    method: "WatchLine",
    args: [element.dataset["desk"] ?? ""],
    element,
    pollSeconds,
    onState: (link) => state.show(link),
    onRead: () => state.fresh(),
    onLine: (message, again) => applyLine(element, message, again),
    onSwap: said,
  });
  countDown(element, () => undefined);
  setInterval(() => countDown(element, () => void read()), COUNT_MS);
}

/** Says a new sentence aloud, puts it into the window's title, and buzzes when the guest is called. */
export function headlineAloud(element: HTMLElement): () => void {
  const aloud = document.querySelector<HTMLElement>("[data-announce]");
  let before = headlineOf(element);
  let urgent = isUrgent(element);
  return () => {
    // From this moment on the new page counts down.
    countDown(element, () => undefined);
    const now = headlineOf(element);
    if (now === before) return;
    before = now;
    if (aloud) aloud.textContent = now;
    const wasUrgent = urgent;
    urgent = isUrgent(element);
    if (urgent && !wasUrgent) navigator.vibrate?.([300, 150, 300]);
    if (placeIn(element)) document.title = now;
  };
}

function headlineOf(element: HTMLElement): string {
  return (element.querySelector("[data-place-headline]") ?? element.querySelector("h1"))?.textContent?.trim() ?? "";
}

function isUrgent(element: HTMLElement): boolean {
  return placeIn(element)?.dataset["urgent"] === "yes";
}
