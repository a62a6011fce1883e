// A scanner that types sends its keys to whatever has the focus. Here they are caught wherever that is, before anything
// else sees them. A person's key shows at once: only what follows it quicker than a person types is held back, for some
// hundredths of a second, and given back if no scan came of it. A venue's prefix is held back from its first key on.
import { Burst, LARGEST_GAP_MS } from "./burst";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** @param onScan gets the code and when its last key was pressed, by performance.now() */
export function startWedge(onScan: (code: string, at: number) => void, prefix: string): void {
  new Wedge(onScan, new Burst(prefix)).start();
}

class Wedge {
  private held: KeyboardEvent[] = [];
  private release = 0;
  private undo: (() => void) | null = null;

  constructor(
    private readonly onScan: (code: string, at: number) => void,
    private readonly burst: Burst,
  ) {}

  start(): void {
    // Before every other listener, or a scanned "N" might already have rejected a match.
    addEventListener("keydown", (event) => this.onKey(event), { capture: true });
    // Given back to the field it came from, while that still has the focus.
    addEventListener("focusout", () => this.flush(), { capture: true });
  }

  private onKey(event: KeyboardEvent): void {
    // An input method composes from keys that are not text yet; a key held down repeats as fast as a scanner types.
    if (!event.isTrusted || event.repeat || event.isComposing || event.keyCode === 229) return this.flush();
    if (event.ctrlKey || event.metaKey || event.altKey) return this.flush();
    const verdict = this.burst.press(event.key, event.timeStamp);
    switch (verdict.kind) {
      case "scan":
        this.take(event, verdict.code);
        return;
      case "first":
        this.flush();
        this.begin(event, verdict.sure);
        return;
      case "more":
        // A list jumps to what begins with the letter, which cannot be given back later; it is put back after a scan.
        if (!(event.target instanceof HTMLSelectElement)) this.hold(event);
        return;
      case "other":
        if (event.key !== "Shift") this.flush();
        return;
    }
  }

  private begin(event: KeyboardEvent, sure: boolean): void {
    const field = event.target instanceof HTMLSelectElement ? event.target : textFieldOf(event.target);
    this.undo = field && !sure ? undoFor(field) : null;
    if (sure || !field) this.hold(event);
  }

  private take(event: KeyboardEvent, code: string): void {
    stop(event);
    clearTimeout(this.release);
    this.held = [];
    this.undo?.();
    this.undo = null;
    // A key's time can lie ahead of this clock by a little, which would make the scan look quicker than it was.
    this.onScan(code, Math.min(event.timeStamp, performance.now()));
  }

  private hold(event: KeyboardEvent): void {
    stop(event);
    this.held.push(event);
    clearTimeout(this.release);
    this.release = window.setTimeout(() => this.flush(), LARGEST_GAP_MS + 5);
  }

  /** No scan: each key goes where it was meant to. */
  private flush(): void {
    clearTimeout(this.release);
    const keys = this.held;
    this.held = [];
    this.undo = null;
    for (const key of keys) giveBack(key);
  }
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function giveBack(event: KeyboardEvent): void {
  const again = new KeyboardEvent("keydown", { key: event.key, code: event.code, shiftKey: event.shiftKey, bubbles: true, cancelable: true });
  const wanted = event.target?.dispatchEvent(again) ?? false;
  const field = textFieldOf(event.target);
  if (field && wanted) insert(field, event.key);
}

/** As if typed: the browser's own way keeps its undo list and the field's greatest length. */
function insert(field: Field, text: string): void {
  if (document.activeElement === field && document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, "end");
  field.dispatchEvent(new InputEvent("input", { inputType: "insertText", data: text, bubbles: true }));
}

function textFieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target;
  const typed = target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "file", "range"].includes(target.type);
  return typed ? target : null;
}

/** Remembers a field as it is before the first key, and puts it back. */
function undoFor(field: Field | HTMLSelectElement): () => void {
  const value = field.value;
  // Fields for e-mail addresses and numbers tell nobody where the cursor is.
  const [from, to] = field instanceof HTMLSelectElement ? [null, null] : [field.selectionStart, field.selectionEnd];
  return () => {
    if (field.value === value) return;
    field.value = value;
    if (from !== null && to !== null && !(field instanceof HTMLSelectElement)) field.setSelectionRange(from, to);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
}
