// Keys for the counter. A key goes to its button, and Enter presses it: a slip of the finger calls nobody.
import { DeskKeys } from "./deskKeys";

export function startCounter(): void {
  const root = document.querySelector<HTMLElement>("[data-counter]");
  if (!root) return;
  // Where the match inbox stands too, its own switch is the one for all keys of the page.
  const isAlone = !document.querySelector("[data-inbox]");
  const keys = new DeskKeys(root);

  document.addEventListener("keydown", (event) => {
    if (!keys.take(event)) return;
    const button = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key.toUpperCase())}"]`);
    if (!button) return;
    event.preventDefault();
    button.focus();
  });

  keepScroll(root);
  if (!isAlone) return;
  root.addEventListener("click", (event) => keys.toggleAt(event.target as Element));
  // The panel is a new one after every movement of the line.
  new MutationObserver(() => keys.show()).observe(root, { childList: true });
  keys.show();
}

/** The list is a new element after every movement of the line, so its place is remembered while it moves. */
function keepScroll(root: HTMLElement): void {
  let top = 0;
  root.addEventListener(
    "scroll",
    (event) => {
      if (event.target instanceof HTMLElement && event.target.matches("[data-list]")) top = event.target.scrollTop;
    },
    { capture: true, passive: true },
  );
  new MutationObserver(() => {
    const list = root.querySelector("[data-list]");
    if (list) list.scrollTop = top;
  }).observe(root, { childList: true });
}
