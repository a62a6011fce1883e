// A scanner that types sends its keys to whatever has the focus. Here they are caught wherever that is: what leaked
// into a field is taken out again, and keys that would be shortcuts are held back until it is clear who pressed them.
import { Burst, LARGEST_GAP_MS } from "./burst";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function startWedge(onScan: (code: string) => void): void {
  new Wedge(onScan).start();
}

class Wedge {
  private readonly burst = new Burst();
  private held: KeyboardEvent[] = [];
  private release = 0;
  private undo: (() => void) | null = null;

  constructor(private readonly onScan: (code: string) => void) {}

  start(): void {
    // Before every other listener, or a scanned "N" might already have rejected a match.
    addEventListener("keydown", (event) => this.onKey(event), { capture: true });
  }

  private onKey(event: KeyboardEvent): void {
    // A key held down repeats as fast as a scanner types.
    if (!event.isTrusted || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const verdict = this.burst.press(event.key, event.timeStamp);
    switch (verdict.kind) {
      case "scan":
        this.take(event, verdict.code);
        return;
      case "first":
        this.flush();
        this.undo = fieldOf(event.target) ? undoFor(fieldOf(event.target)!) : null;
        this.hold(event);
        return;
      case "more":
        this.hold(event);
        return;
      case "other":
        if (event.key !== "Shift") this.flush();
        return;
    }
  }

  private take(event: KeyboardEvent, code: string): void {
    stop(event);
    clearTimeout(this.release);
    this.held = [];
    this.undo?.();
    this.undo = null;
    this.onScan(code);
  }

  /** Keys into a field show at once, as a person expects; elsewhere they wait until no next key can belong to them. */
  private hold(event: KeyboardEvent): void {
    if (fieldOf(event.target)) return;
    stop(event);
    this.held.push(event);
    clearTimeout(this.release);
    this.release = window.setTimeout(() => this.flush(), LARGEST_GAP_MS + 5);
  }

  private flush(): void {
    clearTimeout(this.release);
    const keys = this.held;
    this.held = [];
    for (const key of keys) {
      key.target?.dispatchEvent(new KeyboardEvent("keydown", { key: key.key, code: key.code, shiftKey: key.shiftKey, bubbles: true, cancelable: true }));
    }
  }
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return target;
  const typed = target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "file", "range"].includes(target.type);
  return typed ? target : null;
}

/** Remembers a field as it is before the first key, and puts it back. */
function undoFor(field: Field): () => void {
  const value = field.value;
  const [from, to] = field instanceof HTMLSelectElement ? [null, null] : [field.selectionStart, field.selectionEnd];
  return () => {
    if (field.value === value) return;
    field.value = value;
    if (from !== null && to !== null && !(field instanceof HTMLSelectElement)) field.setSelectionRange(from, to);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
}
