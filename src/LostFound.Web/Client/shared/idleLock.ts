// Locks a staff page that nobody has touched for the venue's minutes: covers it at once, ends the session,
// goes to the sign-in page and from there back. The server's own time-out stands behind it, for when no script
// runs. All tabs of a device count as one: typing in one keeps the others open, locking one locks all.

const WARN_SECONDS = 30;
const RETRY_MS = 5000;
const ACTIVE = "lostfound-active";
const LOCKED = "lostfound-locked";
/** Locked while the server could not be told: it is told before anything else is shown. */
const LOCK_DUE = "lostfound-lock-due";
const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

export function idleLock(): void {
  const minutes = Number(document.querySelector<HTMLElement>("[data-idle-minutes]")?.dataset["idleMinutes"]);
  if (minutes > 0) new IdleLock(minutes * 60_000).start();
  else if (location.pathname === "/sign-in") localStorage.removeItem(LOCK_DUE);
}

class IdleLock {
  private active = Date.now();
  private told = Date.now();
  private locking = false;
  private warning: HTMLElement | null = null;

  constructor(private readonly limit: number) {}

  start(): void {
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, () => this.touched(sign), { passive: true, capture: true });
    addEventListener("storage", (event) => {
      if (event.key === LOCKED) void this.lock();
    });
    // A laptop that slept wakes with old timers: look at the clock before anyone can look at the page.
    document.addEventListener("visibilitychange", () => this.look());
    addEventListener("pageshow", () => this.look());
    setInterval(() => this.look(), 1000);
    this.returnHereAfterLocking();
    localStorage.setItem(ACTIVE, String(this.active));
    if (localStorage.getItem(LOCK_DUE)) void this.lock();
  }

  private touched(sign: string): void {
    // A nudged mouse is no answer to the warning; a key or a press is.
    if (!this.locking && !(this.warning && sign === "pointermove")) this.stay();
  }

  private stay(): void {
    const now = Date.now();
    // Tabs share the time by storage, which is slow: every second is often enough.
    if (now - this.active > 1000) localStorage.setItem(ACTIVE, String(now));
    this.active = now;
    this.warn(null);
    if (now - this.told > this.limit / 4) void this.tellServer(now);
  }

  private look(): void {
    if (this.locking) return;
    const idle = Date.now() - Math.max(this.active, Number(localStorage.getItem(ACTIVE) ?? 0));
    if (idle >= this.limit) void this.lock();
    else this.warn(idle >= this.limit - WARN_SECONDS * 1000 ? Math.ceil((this.limit - idle) / 1000) : null);
  }

  /** Counts down in a toast with a button; null takes it away. */
  private warn(seconds: number | null): void {
    if (seconds === null) {
      this.warning?.remove();
      this.warning = null;
      return;
    }
    if (!this.warning) {
      this.warning = document.createElement("div");
      this.warning.className = "toast";
      const stay = document.createElement("button");
      stay.type = "button";
      stay.className = "btn btn-quiet";
      stay.textContent = "Stay";
      stay.addEventListener("click", () => this.stay());
      // Read out once; a screen reader that hears every second hears nothing else.
      const text = document.createElement("span");
      text.setAttribute("aria-live", "off");
      this.warning.append(text, stay);
      document.querySelector("[data-toasts]")?.append(this.warning);
    }
    const text = this.warning.firstElementChild;
    if (text) text.textContent = `This screen locks in ${seconds} s`;
  }

  /** A person types for long in one page: without a request the server would count them as gone. */
  private async tellServer(now: number): Promise<void> {
    this.told = now;
    try {
      const response = await fetch("/stay", { cache: "no-store" });
      if (response.status === 401) void this.lock();
    } catch {
      // Offline: the server ends the session by its own clock, and this page by its own.
    }
  }

  private async lock(): Promise<void> {
    if (this.locking) return;
    this.locking = true;
    this.warn(null);
    const say = cover();
    localStorage.setItem(LOCKED, String(Date.now()));
    const form = document.querySelector<HTMLFormElement>('form[action="/lock"]');
    try {
      const body = new URLSearchParams([...(form ? new FormData(form) : [])].map(([name, value]) => [name, String(value)]));
      await fetch("/lock", { method: "POST", body, redirect: "manual" });
      location.replace(`/sign-in?return=${encodeURIComponent(here())}`);
    } catch {
      localStorage.setItem(LOCK_DUE, "1");
      // The kiosk goes on without a network and without anyone's session: in the page that the device keeps.
      if (location.pathname === "/kiosk" && navigator.serviceWorker?.controller) return location.replace("/kiosk");
      // Any other page stays covered whatever happens.
      say("Locked. There is no connection: you can sign in again when it is back.");
      setTimeout(() => {
        this.locking = false;
        void this.lock();
      }, RETRY_MS);
    }
  }

  /** The Lock button too leads back to this page. */
  private returnHereAfterLocking(): void {
    const form = document.querySelector<HTMLFormElement>('.staff-bar form[action="/lock"]');
    form?.addEventListener("formdata", (event) => event.formData.set("return", here()));
    form?.addEventListener("submit", () => localStorage.setItem(LOCKED, String(Date.now())));
  }
}

function here(): string {
  return location.pathname + location.search;
}

/** Hides everything and takes it out of reach of keyboard and screen reader; answers how to say something on the cover. */
function cover(): (text: string) => void {
  const existing = document.querySelector<HTMLElement>(".lock-cover");
  const sheet = existing ?? document.createElement("div");
  if (!existing) {
    for (const element of document.body.children) (element as HTMLElement).inert = true;
    sheet.className = "lock-cover";
    sheet.setAttribute("role", "status");
    sheet.textContent = "Locking…";
    document.body.append(sheet);
  }
  return (text) => {
    sheet.textContent = text;
  };
}
