// The match inbox: news without losing one's place, and every step from the keyboard.
import { DeskKeys } from "./deskKeys";
import { keepNew } from "./keepTyped";
import { swap, watch } from "./live";

export function startInbox(): void {
  const root = document.querySelector<HTMLElement>("[data-inbox]");
  if (root) new Inbox(root).start();
}

class Inbox {
  private listScroll = 0;
  private readonly keys: DeskKeys;

  constructor(private readonly root: HTMLElement) {
    this.keys = new DeskKeys(root);
  }

  start(): void {
    watch({
      method: "WatchInbox",
      args: [],
      element: this.root,
      pollSeconds: 5,
      onState: showConnection,
      onSwap: () => this.afterSwap(),
    });
    // The list is a new element after each swap, so its place is remembered while it moves.
    this.root.addEventListener("scroll", (event) => this.rememberScroll(event), { capture: true, passive: true });
    this.root.addEventListener("click", (event) => this.onClick(event));
    document.addEventListener("keydown", (event) => this.onKey(event));
    addEventListener("popstate", () => void this.show(location.pathname + location.search, null));
    this.keys.show();
  }

  private rememberScroll(event: Event): void {
    if (event.target instanceof HTMLElement && event.target.matches("[data-list]")) this.listScroll = event.target.scrollTop;
  }

  private afterSwap(): void {
    const list = this.root.querySelector("[data-list]");
    if (list) list.scrollTop = this.listScroll;
    // What is looked at now is what will be read again, even if the first choice was the server's.
    const view = this.root.querySelector<HTMLElement>("[data-address]");
    if (view) this.root.dataset["fragment"] = view.dataset["address"] ?? "";
    this.keys.show();
    // What is typed to a guest or asked of one survives another claim, a reload and a lost network.
    keepNew(this.root);
  }

  private onClick(event: MouseEvent): void {
    const target = event.target as Element;
    if (this.keys.toggleAt(target)) return;
    const link = target.closest<HTMLAnchorElement>("a[data-select]");
    // A new tab or window is the browser's business.
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void this.select(link);
  }

  private async select(link: HTMLAnchorElement): Promise<void> {
    if (!(await this.show(link.pathname + link.search, link.id))) {
      location.assign(link.href);
      return;
    }
    history.pushState(null, "", link.href);
    if (narrow()) scrollTo({ top: 0 });
  }

  /** Shows another claim or item in place; false when it could not be read. */
  private async show(page: string, focusId: string | null): Promise<boolean> {
    const address = page.replace(/^\/desk/, "/desk/inbox");
    const before = this.root.dataset["fragment"] ?? "";
    // First, so that news that is on its way for the old choice is not shown.
    this.root.dataset["fragment"] = address;
    try {
      const response = await fetch(address, { cache: "no-store", credentials: "same-origin" });
      if (this.root.dataset["fragment"] !== address) return true;
      if (!response.ok) throw new Error(String(response.status));
      swap(this.root, await response.text());
    } catch {
      this.root.dataset["fragment"] = before;
      return false;
    }
    this.root.classList.toggle("has-choice", page.includes("?"));
    this.afterSwap();
    if (focusId) this.root.querySelector<HTMLElement>(`#${CSS.escape(focusId)}`)?.focus({ preventScroll: true });
    return true;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.closeDecision()) return;
    if (!this.keys.take(event)) return;
    const handled = this.act(event.key);
    if (handled) event.preventDefault();
  }

  private act(key: string): boolean {
    switch (key) {
      case "j":
      case "ArrowDown":
        return this.step("claim", 1);
      case "k":
      case "ArrowUp":
        return this.step("claim", -1);
      case "l":
      case "ArrowRight":
        return this.step("candidate", 1);
      case "h":
      case "ArrowLeft":
        return this.step("candidate", -1);
      default:
        return this.openDecision(key.toUpperCase());
    }
  }

  private step(kind: "claim" | "candidate", by: number): boolean {
    const links = [...this.root.querySelectorAll<HTMLAnchorElement>(`a[data-select="${kind}"]`)];
    const at = links.findIndex((link) => link.hasAttribute("aria-current"));
    // A claim that left the list has no place in it: begin at its top.
    const next = links[at < 0 ? 0 : at + by];
    if (!next) return links.length > 0;
    next.scrollIntoView({ block: "nearest" });
    void this.select(next);
    return true;
  }

  /** Opens what a key stands for and goes to its button: the decision itself still needs Enter. */
  private openDecision(key: string): boolean {
    const step = this.root.querySelector<HTMLDetailsElement>(`details[data-decision="${CSS.escape(key)}"]`);
    if (!step) return false;
    step.open = true;
    step.querySelector<HTMLElement>(".decision-body :is(input:not([type=hidden]), button)")?.focus();
    return true;
  }

  private closeDecision(): boolean {
    const open = this.root.querySelector<HTMLDetailsElement>("details[data-decision][open]");
    if (!open) return false;
    open.open = false;
    open.querySelector("summary")?.focus();
    return true;
  }
}

function narrow(): boolean {
  return matchMedia("(max-width: 59.99rem)").matches;
}

function showConnection(state: "live" | "polling" | "offline"): void {
  const shown = document.querySelector<HTMLElement>("[data-connection]");
  const text = shown?.querySelector<HTMLElement>("[data-connection-text]");
  if (!shown || !text) return;
  shown.hidden = false;
  shown.dataset["state"] = state;
  text.textContent = { live: "Live", polling: "Live, a few seconds behind", offline: "No network: this may be out of date" }[state];
}
