// Registering without taking the hands off the keyboard. Single letters and digits work wherever nothing is being
// typed, and can be switched off; Enter registers and Escape closes, always.
const SWITCHED_OFF = "lostfound-kiosk-keys-off";
const COLOUR_KEYS = ["a", "s", "d"];

interface Actions {
  takePhoto: () => void;
  register: () => void;
}

export function startKeys(form: HTMLFormElement, actions: Actions): void {
  new Keys(form, actions).start();
}

class Keys {
  private readonly use: HTMLInputElement | null;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly actions: Actions,
  ) {
    this.use = form.querySelector("[data-keys-use]");
  }

  start(): void {
    if (this.use) {
      this.use.checked = localStorage.getItem(SWITCHED_OFF) === null;
      this.use.addEventListener("input", (event) => {
        event.stopPropagation();
        if (this.use?.checked) localStorage.removeItem(SWITCHED_OFF);
        else localStorage.setItem(SWITCHED_OFF, "1");
        this.showHints();
      });
    }
    // A touch screen alone needs no hints; its first key tells that there is a keyboard after all.
    if (matchMedia("(hover: hover) and (pointer: fine)").matches) this.showHints();
    document.addEventListener("keydown", (event) => this.onKey(event));
  }

  private showHints(): void {
    const list = this.form.querySelector<HTMLElement>("[data-keys]");
    if (list) list.hidden = false;
    this.form.classList.toggle("keys-on", this.use?.checked ?? false);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (event.key === "Enter") this.enter(event);
    else if (event.key === "Escape") this.escape();
    else if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1 && !isTyping(event.target)) this.letter(event);
  }

  private enter(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    // With Ctrl from a text of several lines too, where Enter alone begins a line.
    const own = target.closest("a, button, summary, textarea, input[type=file]") !== null;
    const within = target === document.body || this.form.contains(target) || target.id === "main";
    if (!within || (own && !(event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    this.actions.register();
  }

  private escape(): void {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || !this.form.contains(focused)) return;
    const fold = focused.closest<HTMLDetailsElement>("details[open]");
    if (fold && !fold.querySelector(".has-error")) {
      fold.open = false;
      fold.querySelector<HTMLElement>("summary")?.focus();
    } else {
      focused.blur();
    }
  }

  private letter(event: KeyboardEvent): void {
    if (this.use && !this.use.checked) return;
    const key = event.key.toLowerCase();
    if (!this.act(key)) return;
    event.preventDefault();
    this.showHints();
  }

  private act(key: string): boolean {
    if (key === "p") {
      this.actions.takePhoto();
      return true;
    }
    const tile = /^[1-9]$/.test(key) ? this.form.querySelectorAll<HTMLInputElement>("[data-likely] input")[Number(key) - 1] : undefined;
    const chip = COLOUR_KEYS.includes(key) ? this.form.querySelectorAll<HTMLInputElement>("[data-proposed]:not([hidden]) input")[COLOUR_KEYS.indexOf(key)] : undefined;
    const choice = tile ?? chip;
    choice?.click();
    choice?.focus();
    return choice !== undefined || this.open(key);
  }

  /** Opens a fold and goes to its first field, or to the field itself. */
  private open(key: string): boolean {
    const place = this.form.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    const fold = place?.closest<HTMLDetailsElement>("details");
    if (!place) return false;
    if (fold && place.matches("summary")) {
      fold.open = true;
      fold.querySelector<HTMLElement>(".fold-body :is(input, select, textarea, summary)")?.focus();
    } else {
      place.focus();
    }
    return true;
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !["radio", "checkbox", "button", "submit", "file"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
