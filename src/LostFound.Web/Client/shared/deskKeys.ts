// Whether single keys act at this device's desk. One choice for the inbox and the counter, which may stand on one page.
import { keep, kept } from "./setting";

const SETTING = "desk-keys";

export class DeskKeys {
  constructor(private readonly root: HTMLElement) {}

  get areOn(): boolean {
    return kept(SETTING) !== "off";
  }

  /** Whether a key is meant for the desk: not for the browser, and not for the field that somebody types into. */
  take(event: KeyboardEvent): boolean {
    return this.areOn && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  }

  /** Turns them on or off where the click was on the switch. */
  toggleAt(target: Element): boolean {
    if (!target.closest("[data-keys-toggle]")) return false;
    keep(SETTING, this.areOn ? "off" : "on");
    this.show();
    return true;
  }

  show(): void {
    this.root.classList.toggle("keys-off", !this.areOn);
    const hints = this.root.querySelector<HTMLElement>("[data-key-hints]");
    if (!hints) return;
    hints.hidden = false;
    const toggle = hints.querySelector("[data-keys-toggle]");
    toggle?.setAttribute("aria-pressed", String(this.areOn));
    const words = toggle?.querySelector("span");
    if (words) words.textContent = this.areOn ? "Keys on" : "Keys off";
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
