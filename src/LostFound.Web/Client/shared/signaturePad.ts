// Draws a signature with a finger, a pen or the mouse, and keeps it as an SVG path in a hidden field: moves and lines
// in the pad's own units, which is all that the server accepts.

/** Closer points add length, and nothing that an eye would see. */
const LEAST_STEP = 1.5;

export function startSignaturePad(root: ParentNode = document): void {
  const pad = root.querySelector<HTMLElement>("[data-signature-pad]");
  if (pad) new SignaturePad(pad).start();
}

class SignaturePad {
  private readonly surface: SVGSVGElement;
  private readonly ink: SVGPathElement;
  private readonly field: HTMLInputElement;
  private readonly most: number;
  private pointer: number | null = null;
  private last = new DOMPoint();

  constructor(private readonly pad: HTMLElement) {
    this.surface = pad.querySelector<SVGSVGElement>("[data-signature-surface]")!;
    this.ink = this.surface.querySelector<SVGPathElement>(".signature-ink")!;
    this.field = pad.querySelector<HTMLInputElement>("[data-signature-path]")!;
    this.most = Number(pad.dataset["most"]);
  }

  start(): void {
    this.pad.hidden = false;
    this.foldTyping();
    this.surface.addEventListener("pointerdown", (event) => this.begin(event));
    this.surface.addEventListener("pointermove", (event) => this.follow(event));
    for (const kind of ["pointerup", "pointercancel"] as const) this.surface.addEventListener(kind, (event) => this.lift(event));
    this.pad.querySelector("[data-signature-clear]")?.addEventListener("click", () => this.write(""));
    // A browser that restores the form on "back" must also show what it restored.
    addEventListener("pageshow", () => this.write(this.field.value));
  }

  /** Typing the name stands open for those without a script; with a pad it is the second choice. */
  private foldTyping(): void {
    const typing = this.pad.parentElement?.querySelector<HTMLDetailsElement>("[data-typed-signature]");
    const input = typing?.querySelector<HTMLInputElement>("input");
    if (typing && input?.value === "" && !typing.querySelector(".has-error")) typing.open = false;
  }

  private begin(event: PointerEvent): void {
    if (this.pointer !== null || event.button !== 0) return;
    event.preventDefault();
    this.pointer = event.pointerId;
    this.surface.setPointerCapture(event.pointerId);
    this.last = this.pointOf(event);
    this.add("M", this.last);
    // A dot on an i is a line of no length, drawn round by its cap.
    this.add("L", this.last);
  }

  private follow(event: PointerEvent): void {
    if (event.pointerId !== this.pointer) return;
    // The moves between two frames, so that a quick stroke stays round.
    for (const step of event.getCoalescedEvents?.() ?? [event]) {
      const point = this.pointOf(step);
      if (Math.hypot(point.x - this.last.x, point.y - this.last.y) < LEAST_STEP) continue;
      this.last = point;
      this.add("L", point);
    }
  }

  private lift(event: PointerEvent): void {
    if (event.pointerId !== this.pointer) return;
    this.pointer = null;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  private add(command: "M" | "L", point: DOMPoint): void {
    const path = `${this.field.value}${command}${tenths(point.x)} ${tenths(point.y)}`;
    if (path.length <= this.most) this.write(path);
  }

  private write(path: string): void {
    this.field.value = path;
    this.ink.setAttribute("d", path);
  }

  private pointOf(event: PointerEvent): DOMPoint {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.surface.getScreenCTM()?.inverse());
    const { width, height } = this.surface.viewBox.baseVal;
    return new DOMPoint(Math.min(Math.max(point.x, 0), width), Math.min(Math.max(point.y, 0), height));
  }
}

function tenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}
