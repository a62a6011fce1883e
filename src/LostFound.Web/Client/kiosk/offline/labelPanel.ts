// The label, at once: filled from the form that made the item, printed from this page, whatever the network does.
import { qrCode } from "./qr";

const SHORT_DESCRIPTION = 60;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export class LabelPanel {
  private readonly panel = part("label-panel");
  private readonly label = part("label");

  constructor(
    private readonly form: HTMLFormElement,
    onNext: (same: boolean) => void,
  ) {
    part("print", this.panel).addEventListener("click", () => print());
    part("next", this.panel).addEventListener("click", () => onNext(false));
    part("same", this.panel).addEventListener("click", () => onNext(true));
  }

  show(tag: string, hasLabel: boolean): void {
    const kind = this.chosen("category");
    const bin = this.value("bin");
    fill("label-kind", kind);
    fill("label-description", shorten([this.chosen("colours"), this.value("brand"), this.value("description")].filter(Boolean).join(", ")));
    fill("label-found", spoken(this.value("found-date"), this.value("found-time")));
    fill("label-place", this.chosen("place"));
    const steps = [...(hasLabel ? ["Its label is on it already"] : ["Print the label", "tie it to the item"]), ...(bin ? [`put it in ${bin}`] : [])];
    fill("label-advice", `${new Intl.ListFormat("en").format(steps)}.`);
    for (const place of document.querySelectorAll("[data-label-tag]")) place.replaceChildren(...groups(tag));
    const origin = this.label.dataset["origin"] || location.origin;
    part("label-qr").replaceChildren(
      qrCode(`${origin.replace(/\/$/, "")}/t/${tag}`.toUpperCase(), this.label.dataset["qrLevel"] ?? "", `QR code of tag ${tag.slice(0, 4)}-${tag.slice(4)}`),
    );
    this.turn(true);
    this.panel.querySelector("h1")?.focus();
    scrollTo({ top: 0 });
  }

  hide(): void {
    this.turn(false);
  }

  private turn(shown: boolean): void {
    this.panel.hidden = this.label.hidden = !shown;
    // Its bar stays: what waits here is always in sight.
    this.form.classList.toggle("is-done", shown);
    document.body.classList.toggle("prints-label", shown);
  }

  /** The words of the answers that are ticked. */
  private chosen(name: string): string {
    return [...this.form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`)]
      .map((input) => input.labels?.[0]?.textContent.trim() ?? input.value)
      .join(", ");
  }

  private value(name: string): string {
    return (this.form.elements.namedItem(name) as HTMLInputElement | null)?.value.trim() ?? "";
  }
}

function part(name: string, root: ParentNode = document): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-${name}]`);
  if (!found) throw new Error(`The page lacks data-${name}`);
  return found;
}

function fill(name: string, words: string): void {
  for (const place of document.querySelectorAll(`[data-${name}]`)) place.textContent = words;
}

function groups(tag: string): HTMLElement[] {
  return [tag.slice(0, 4), tag.slice(4)].map((text) => {
    const group = document.createElement("span");
    group.className = "tag-group";
    group.textContent = text;
    return group;
  });
}

function spoken(date: string, time: string): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}, ${time}`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  if (line.length <= SHORT_DESCRIPTION) return line;
  const end = line.lastIndexOf(" ", SHORT_DESCRIPTION);
  return `${line.slice(0, end > 0 ? end : SHORT_DESCRIPTION).replace(/[ ,.]+$/, "")}…`;
}
