// The screen on the wall. It runs for weeks with nobody near it: it reads again by itself whatever the network did, says
// so when it can't, and loads itself anew each day and after an update, but only when the server has just answered.
import { Chime } from "./shared/chime";
import { watch } from "./shared/live";

const readEverySeconds = 10;
const staleAfterMs = 25_000;
const reloadAtMostEveryMs = 60_000;
const reloadedSetting = "display-reloaded";

const wall = document.querySelector<HTMLElement>("[data-display]");
if (wall) start(wall);

function start(wall: HTMLElement): void {
  const chime = new Chime(document.querySelector<HTMLButtonElement>("[data-chime]"));
  let calls = callsIn(wall);
  let fresh = performance.now();

  const readNow = watch({
    method: "WatchLine",
    args: [wall.dataset["desk"] ?? ""],
    element: wall,
    pollSeconds: readEverySeconds,
    onLine: (_message, read) => read(),
    onRead: () => {
      fresh = performance.now();
      mark(wall, 0);
    },
    onSwap: () => {
      if (reloadIfOutdated(wall)) return;
      const now = callsIn(wall);
      const anew = [...now].filter((call) => !calls.has(call));
      calls = now;
      for (const call of anew) wall.querySelector(`[data-call="${CSS.escape(call)}"]`)?.classList.add("is-new");
      if (anew.length > 0) chime.ring();
    },
  });

  // Waits run on without a movement.
  setInterval(() => void readNow(), readEverySeconds * 1000);
  setInterval(() => mark(wall, performance.now() - fresh), 1000);
}

function callsIn(wall: HTMLElement): Set<string> {
  return new Set([...wall.querySelectorAll<HTMLElement>("[data-call]")].map((call) => call.dataset["call"] ?? ""));
}

/** What was just read comes from another version or another day than the page around it. */
function reloadIfOutdated(wall: HTMLElement): boolean {
  const read = wall.querySelector<HTMLElement>("[data-page-key]")?.dataset["pageKey"];
  if (!read || read === wall.dataset["pageKey"]) return false;
  // Two servers of different versions behind one address must not make it flicker.
  const last = Number(sessionStorage.getItem(reloadedSetting) ?? 0);
  if (Date.now() - last < reloadAtMostEveryMs) return false;
  sessionStorage.setItem(reloadedSetting, String(Date.now()));
  location.reload();
  return true;
}

function mark(wall: HTMLElement, age: number): void {
  const stale = age > staleAfterMs;
  document.body.classList.toggle("is-stale", stale);
  const words = document.querySelector<HTMLElement>("[data-stale]");
  if (!words || words.hidden === !stale) return;
  words.hidden = !stale;
  words.textContent = stale ? (words.dataset["staleText"] ?? "").replace("{time}", wall.querySelector("[data-as-of] time")?.textContent ?? "") : "";
}
