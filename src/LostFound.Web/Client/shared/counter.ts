// Keys for the counter. A key goes to its button, and Enter presses it: a slip of the finger calls nobody.
const keysSetting = "desk-keys";

export function startCounter(): void {
  const root = document.querySelector<HTMLElement>("[data-counter]");
  if (!root) return;
  // Where the match inbox stands too, its own switch is the one for all keys of the page.
  const isAlone = !document.querySelector("[data-inbox]");
  const keysOn = (): boolean => localStorage.getItem(keysSetting) !== "off";

  document.addEventListener("keydown", (event) => {
    if (!keysOn() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const button = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key.toUpperCase())}"]`);
    if (!button) return;
    event.preventDefault();
    button.focus();
  });

  keepScroll(root);
  if (!isAlone) return;
  root.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("[data-keys-toggle]")) return;
    localStorage.setItem(keysSetting, keysOn() ? "off" : "on");
    showHints(root, keysOn());
  });
  // The panel is a new one after every movement of the line.
  new MutationObserver(() => showHints(root, keysOn())).observe(root, { childList: true });
  showHints(root, keysOn());
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

function showHints(root: HTMLElement, on: boolean): void {
  root.classList.toggle("keys-off", !on);
  const hints = root.querySelector<HTMLElement>("[data-key-hints]");
  if (!hints) return;
  hints.hidden = false;
  const toggle = hints.querySelector("[data-keys-toggle]");
  toggle?.setAttribute("aria-pressed", String(on));
  const words = toggle?.querySelector("span");
  if (words) words.textContent = on ? "Keys on" : "Keys off";
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
