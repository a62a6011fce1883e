// Keeps the board's numbers true, and says so in words when they no longer are.
import { watch } from "./shared/live";

const readEverySeconds = 5;
const staleAfterMs = 15_000;

const board = document.querySelector<HTMLElement>("[data-board]");
if (board) start(board);

function start(board: HTMLElement): void {
  let asOf = asOfIn(board);
  let fresh = performance.now();

  const readNow = watch({
    method: "WatchBoard",
    args: [],
    element: board,
    pollSeconds: readEverySeconds,
    onSwap: () => {
      // A server that cannot count hands out its last numbers with their old time: those don't make the board fresh.
      if (asOfIn(board) !== asOf) {
        asOf = asOfIn(board);
        fresh = performance.now();
      }
      mark(board, performance.now() - fresh);
    },
  });

  // Time alone makes a promise overdue, so the board looks also when nothing was hinted.
  setInterval(() => void readNow(), readEverySeconds * 1000);
  setInterval(() => mark(board, performance.now() - fresh), 1000);
}

function asOfIn(board: HTMLElement): string {
  return board.querySelector<HTMLElement>("[data-as-of]")?.dataset["asOf"] ?? "";
}

function mark(board: HTMLElement, age: number): void {
  const stale = age > staleAfterMs;
  board.classList.toggle("is-stale", stale);
  const words = board.querySelector<HTMLElement>("[data-stale-words]");
  if (!words) return;
  words.hidden = !stale;
  const text = stale ? "· no news since then: check this screen’s network, or reload the page" : "";
  if (words.textContent !== text) words.textContent = text;
}
