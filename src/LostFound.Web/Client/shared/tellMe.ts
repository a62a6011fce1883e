// Tells news on this phone while the page is open behind others. The browser is asked for leave only after a tap, and
// there is no push service: a closed page tells nothing.
const KEY = "lostfound-tell-me:";
const WORKER = "/tell-me-worker.js";

export function startTellMe(): void {
  const root = document.querySelector<HTMLElement>("[data-tell-me]");
  if (root && "Notification" in window && isSecureContext) new TellMe(root).start();
}

class TellMe {
  private readonly key: string;
  private readonly on: HTMLElement | null;
  private readonly off: HTMLElement | null;
  private readonly state: HTMLElement | null;
  private headline = words("h1");

  constructor(private readonly root: HTMLElement) {
    this.key = KEY + (root.dataset["tellMe"] ?? "");
    this.on = root.querySelector("[data-phone-on]");
    this.off = root.querySelector("[data-phone-off]");
    this.state = root.querySelector("[data-phone-state]");
  }

  start(): void {
    this.root.hidden = false;
    this.root.querySelector<HTMLElement>("[data-this-phone]")!.hidden = false;
    this.on?.addEventListener("click", () => void this.ask());
    this.off?.addEventListener("click", () => this.choose(false));
    document.addEventListener("claim-news", () => this.look());
    this.show();
  }

  private get isOn(): boolean {
    return Notification.permission === "granted" && localStorage.getItem(this.key) === "yes";
  }

  private async ask(): Promise<void> {
    await Notification.requestPermission();
    this.choose(Notification.permission === "granted");
  }

  private choose(yes: boolean): void {
    if (yes) localStorage.setItem(this.key, "yes");
    else localStorage.removeItem(this.key);
    this.show();
  }

  private show(): void {
    if (this.on) this.on.hidden = this.isOn || Notification.permission === "denied";
    if (this.off) this.off.hidden = !this.isOn;
    if (!this.state) return;
    const refused = Notification.permission === "denied";
    this.state.textContent = (this.isOn ? this.state.dataset["on"] : refused ? this.state.dataset["refused"] : "") ?? "";
  }

  /** The page was read again: is there something that it did not say before? */
  private look(): void {
    const needed = document.querySelector("[data-needs-guest]");
    const now = needed?.getAttribute("data-needs-guest") || words("h1");
    const isNew = now !== this.headline;
    this.headline = now;
    // Who looks at the page sees it there.
    if (!isNew || !this.isOn || !document.hidden) return;
    if (this.root.dataset["onlyNeeded"] && !needed) return;
    void tell(now, words(".lede"));
  }
}

async function tell(title: string, body: string): Promise<void> {
  // The same tag replaces what was told before: one line on the phone, the newest.
  const options = { body, tag: "lostfound", icon: "/favicon.svg", lang: document.documentElement.lang, data: location.href };
  try {
    new Notification(title, options).addEventListener("click", () => focus());
  } catch {
    const worker = await navigator.serviceWorker.register(WORKER, { scope: "/c/" });
    await worker.showNotification(title, options);
  }
}

function words(selector: string): string {
  return document.querySelector(selector)?.textContent?.trim() ?? "";
}
