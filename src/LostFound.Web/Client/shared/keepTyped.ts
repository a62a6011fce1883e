// Loses nothing that somebody typed. A form with data-keep="key" is saved on this device at every keystroke and
// restored after a reload, a crash or an expired session, until the server has taken it. PINs, files and hidden
// fields are never saved. While there is no connection the form is held back instead of sent into the void.
//
// data-keep-text and data-offline-text around the form (guests' pages have them on main) replace the English words; a page
// that shows the result may carry data-kept-done="key" to say that the form arrived. Sending a form with data-forget-kept="prefix" forgets
// every form whose key begins so. A form with data-keep-stays stands on the page that follows a good answer, too.

const PREFIX = "lostfound-keep:";
const SENT = "lostfound-sent";
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
const PROBE_MS = 8000;

/** By form, so that what left the page is forgotten with it. */
const kept = new WeakMap<HTMLFormElement, KeptForm>();

interface Saved {
  at: number;
  fields: Record<string, string[]>;
}

export function keepTyped(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-keep]")];
  forgetWhatArrived(new Set(forms.filter((form) => !("keepStays" in form.dataset)).map((form) => form.dataset["keep"] ?? "")));
  keepNew(document);
  for (const state of ["offline", "online"]) addEventListener(state, () => showAll(state === "offline"));
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-forget-kept]")) {
    form.addEventListener("submit", () => forgetAll(form.dataset["forgetKept"] ?? ""));
  }
}

/** Takes up the forms of a part of the page that was read again. */
export function keepNew(part: ParentNode): void {
  for (const form of part.querySelectorAll<HTMLFormElement>("form[data-keep]")) {
    if (!kept.has(form)) kept.set(form, new KeptForm(form).start());
  }
}

function showAll(offline: boolean): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep]")) kept.get(form)?.showOffline(offline);
}

function forgetAll(prefix: string): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX + prefix)) localStorage.removeItem(key);
}

/** A form arrived when the page says so, or when sending it led to a good page that is not the form again. */
function forgetWhatArrived(shown: Set<string>): void {
  for (const done of document.querySelectorAll<HTMLElement>("[data-kept-done]")) {
    localStorage.removeItem(PREFIX + (done.dataset["keptDone"] ?? ""));
  }
  const sent = sessionStorage.getItem(SENT);
  // Signing in stands between a form and its answer: judge by the page after.
  if (!sent || location.pathname === "/sign-in") return;
  sessionStorage.removeItem(SENT);
  if (!shown.has(sent) && isGoodPage()) localStorage.removeItem(PREFIX + sent);
}

function isGoodPage(): boolean {
  const [navigation] = performance.getEntriesByType("navigation") as (PerformanceNavigationTiming & { responseStatus?: number })[];
  const status = navigation?.responseStatus ?? 0;
  // Browsers that don't tell the status: error pages are plain pages. Keeping too much is the better mistake.
  return status > 0 ? status < 400 : !document.body.classList.contains("plain");
}

class KeptForm {
  private readonly key: string;
  private readonly asServed: string;
  private sending = false;
  private passed = false;
  private offline: HTMLElement | null = null;

  constructor(private readonly form: HTMLFormElement) {
    this.key = PREFIX + (form.dataset["keep"] ?? "");
    this.asServed = JSON.stringify(read(form));
  }

  start(): this {
    this.restore();
    this.form.addEventListener("input", () => this.save());
    this.form.addEventListener("change", () => this.save());
    this.form.addEventListener("submit", (event) => this.submit(event));
    addEventListener("pageshow", () => {
      this.sending = false;
      this.passed = false;
    });
    if (!navigator.onLine) this.showOffline(true);
    return this;
  }

  private get texts(): DOMStringMap {
    return this.form.closest<HTMLElement>("[data-keep-text]")?.dataset ?? {};
  }

  private save(): void {
    const saved: Saved = { at: Date.now(), fields: read(this.form) };
    try {
      localStorage.setItem(this.key, JSON.stringify(saved));
    } catch {
      // Storage is full or forbidden: the form works as it would without it.
    }
  }

  private restore(): void {
    const saved = load(this.key);
    if (!saved || JSON.stringify(saved.fields) === this.asServed) return;
    write(this.form, saved.fields);
    this.note();
  }

  private note(): void {
    const note = document.createElement("p");
    note.className = "kept-note";
    note.setAttribute("role", "status");
    note.textContent = this.texts["keepText"] ?? "We kept what you typed.";
    this.form.prepend(note);
  }

  /** Asks the server for a sign of life before the browser gives the page away for an answer that may never come. */
  private submit(event: SubmitEvent): void {
    if (this.passed) return;
    event.preventDefault();
    if (this.sending) return;
    this.sending = true;
    this.save();
    void this.sendWhenReachable(event.submitter);
  }

  private async sendWhenReachable(submitter: HTMLElement | null): Promise<void> {
    const reachable = navigator.onLine && (await isReachable());
    this.sending = false;
    this.showOffline(!reachable);
    if (!reachable) return;
    sessionStorage.setItem(SENT, this.form.dataset["keep"] ?? "");
    this.passed = true;
    this.form.requestSubmit(submitter);
  }

  showOffline(show: boolean): void {
    if (!show) {
      this.offline?.remove();
      this.offline = null;
      return;
    }
    if (this.offline) return;
    this.offline = document.createElement("div");
    this.offline.className = "banner tone-warning kept-offline";
    this.offline.setAttribute("role", "status");
    this.offline.textContent = this.texts["offlineText"] ?? "No connection just now. What you typed is safe on this device: send it again when you are back online.";
    this.form.append(this.offline);
  }
}

async function isReachable(): Promise<boolean> {
  try {
    const response = await fetch("/health/live", { cache: "no-store", headers: { "X-Background": "1" }, signal: AbortSignal.timeout(PROBE_MS) });
    return response.ok;
  } catch {
    return false;
  }
}

function load(key: string): Saved | null {
  try {
    const saved = JSON.parse(localStorage.getItem(key) ?? "null") as Saved | null;
    if (saved && Date.now() - saved.at < MAX_AGE_MS) return saved;
    localStorage.removeItem(key);
  } catch {
    // Not ours, or from another version: as good as nothing.
  }
  return null;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldsOf(form: HTMLFormElement): Field[] {
  const never = new Set(["password", "file", "hidden", "submit", "button", "image", "reset"]);
  return [...form.elements].filter(
    (element): element is Field =>
      (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) &&
      element.name !== "" && !never.has(element.type) && !("noKeep" in element.dataset),
  );
}

function isChoice(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
}

function read(form: HTMLFormElement): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const field of fieldsOf(form)) {
    const list = (values[field.name] ??= []);
    if (!isChoice(field) || field.checked) list.push(field.value);
  }
  return values;
}

function write(form: HTMLFormElement, values: Record<string, string[]>): void {
  const left = new Map(Object.entries(values).map(([name, list]) => [name, [...list]]));
  for (const field of fieldsOf(form)) {
    const list = left.get(field.name);
    if (!list) continue;
    if (isChoice(field)) field.checked = list.includes(field.value);
    // Fields that share a name are restored in their order.
    else field.value = list.shift() ?? field.value;
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
}
