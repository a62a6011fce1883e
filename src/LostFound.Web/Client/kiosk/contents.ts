// What is inside a bag: a tap on a kind counts one up, plus and minus beside the number correct it.
import { Finder } from "./finder";

const MOST = 99;

export function startContents(root: ParentNode = document): void {
  const rows = [...root.querySelectorAll<HTMLElement>("[data-contents] [data-kind]")].map((row) => new ContentRow(row));
  const said = root.querySelector<HTMLElement>("[data-contents-said]");
  if (rows.length === 0) return;
  const say = (): void => {
    for (const row of rows) row.show();
    if (said) said.textContent = rows.filter((row) => row.isCounted).map((row) => row.words).join(", ");
  };
  for (const row of rows) row.start(say);
  const input = root.querySelector<HTMLInputElement>("[data-find=inside]");
  const rest = root.querySelector<HTMLDetailsElement>("[data-inside-rest]");
  if (input) {
    new Finder(input, rows.map(({ key, element }) => ({ key, element })), (element) => rows.find((row) => row.element === element)?.add(1));
    input.addEventListener("input", () => {
      if (rest && input.value !== "") rest.open = true;
    });
  }
  // A restored draft writes the fields without an event of its own for each.
  root.addEventListener("lostfound:restored", say);
  say();
}

class ContentRow {
  readonly key: string;
  private readonly count: HTMLInputElement;
  private readonly name: string;

  constructor(readonly element: HTMLElement) {
    this.key = element.dataset["kind"] ?? "";
    this.count = element.querySelector<HTMLInputElement>(".inside-count")!;
    this.name = element.querySelector(".choice-label")?.textContent.trim() ?? "";
  }

  get isCounted(): boolean {
    return this.value > 0;
  }

  get words(): string {
    return this.value > 1 ? `${this.value} × ${this.name}` : this.name;
  }

  start(onChange: () => void): void {
    this.count.before(this.step("minus", -1, `One fewer: ${this.name}`));
    this.count.after(this.step("plus", 1, `One more: ${this.name}`));
    this.element.querySelector(".inside-face")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.add(1);
    });
    this.count.addEventListener("input", onChange);
  }

  add(step: number): void {
    const next = Math.min(MOST, Math.max(0, this.value + step));
    this.count.value = next === 0 ? "" : String(next);
    this.count.dispatchEvent(new Event("input", { bubbles: true }));
  }

  show(): void {
    this.element.classList.toggle("is-counted", this.isCounted);
  }

  private get value(): number {
    return Math.max(0, Math.trunc(Number(this.count.value)) || 0);
  }

  private step(name: string, step: number, label: string): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `inside-step inside-${name}`;
    button.setAttribute("aria-label", label);
    button.textContent = step > 0 ? "+" : "−";
    button.addEventListener("click", () => this.add(step));
    return button;
  }
}
