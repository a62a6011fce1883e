// A box that narrows tiles to those whose name, in any language, fits what is typed. Enter takes the best of them.
import { foldText } from "../shared/foldText";
import { loadWords } from "./words";

export interface Findable {
  key: string;
  element: HTMLElement;
}

export class Finder {
  private names = new Map<string, string[]>();
  private readonly none: HTMLElement | null;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly tiles: Findable[],
    private readonly take: (tile: HTMLElement) => void,
  ) {
    const box = input.closest<HTMLElement>("[data-finder]");
    if (box) box.hidden = false;
    this.none = box?.querySelector("[data-found-none]") ?? null;
    for (const { key, element } of tiles) this.names.set(key, [foldText(element.textContent)]);
    input.addEventListener("input", (event) => {
      // Nothing that is kept with the item.
      event.stopPropagation();
      this.show();
    });
    input.addEventListener("focus", () => void this.learn());
    input.addEventListener("keydown", (event) => this.onKey(event));
  }

  clear(): void {
    this.input.value = "";
    this.show();
  }

  private async learn(): Promise<void> {
    const { kinds } = await loadWords();
    for (const { key, element } of this.tiles) {
      const known = kinds[key];
      if (known) this.names.set(key, [foldText(element.textContent), ...known.map(foldText)]);
    }
    this.show();
  }

  private show(): void {
    const wanted = foldText(this.input.value);
    let shown = 0;
    for (const { key, element } of this.tiles) {
      const fits = wanted === "" || this.rank(key, wanted) < Infinity;
      element.hidden = !fits;
      if (fits) shown++;
    }
    if (this.none) this.none.textContent = shown > 0 ? "" : "No kind has that name. Try another word, or clear this box.";
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.input.value !== "") {
      event.preventDefault();
      event.stopPropagation();
      this.clear();
      return;
    }
    const wanted = foldText(this.input.value);
    if (event.key !== "Enter" || event.isComposing || wanted === "") return;
    event.preventDefault();
    event.stopPropagation();
    const [best] = this.tiles
      .map(({ key, element }) => ({ element, rank: this.rank(key, wanted) }))
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank);
    if (!best) return;
    this.clear();
    this.take(best.element);
  }

  /** The whole name before its beginning, that before a later word's beginning, that before anywhere. */
  private rank(key: string, wanted: string): number {
    let best = Infinity;
    for (const name of this.names.get(key) ?? []) {
      if (name === wanted) return 0;
      if (name.startsWith(wanted)) best = Math.min(best, 1);
      else if (name.includes(` ${wanted}`)) best = Math.min(best, 2);
      else if (name.includes(wanted)) best = Math.min(best, 3);
    }
    return best;
  }
}
