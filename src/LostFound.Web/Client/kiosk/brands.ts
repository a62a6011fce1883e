// Completes the brand while somebody types, after the ARIA pattern of an editable combobox with a list. What is
// typed always counts as it is: the list only offers.
import { suggestBrands } from "./brandMatch";
import { loadWords } from "./words";

const SHOWN = 6;

export function startBrands(root: ParentNode = document): void {
  const input = root.querySelector<HTMLInputElement>("[data-brands] input");
  if (input) new BrandBox(input).start();
}

class BrandBox {
  private readonly list = document.createElement("ul");
  private active = -1;

  constructor(private readonly input: HTMLInputElement) {}

  start(): void {
    const { input, list } = this;
    list.className = "combo-list";
    list.id = `${input.id}-list`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Brands");
    list.hidden = true;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    input.after(list);
    input.addEventListener("focus", () => void loadWords());
    input.addEventListener("input", () => void this.offer());
    input.addEventListener("blur", () => this.close());
    input.addEventListener("keydown", (event) => this.onKey(event));
    // The field keeps the focus, or its blur would take the list away before the click lands.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest("li") : null;
      if (option) this.take(option.textContent);
    });
  }

  private async offer(): Promise<void> {
    const { brands } = await loadWords();
    const names = document.activeElement === this.input ? suggestBrands(this.input.value, brands, SHOWN) : [];
    this.active = -1;
    if (names.length === 0 || (names.length === 1 && names[0] === this.input.value)) {
      this.close();
      return;
    }
    this.list.replaceChildren(...names.map((name, at) => this.option(name, at)));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
  }

  private option(name: string, at: number): HTMLElement {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${at}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.textContent = name;
    return option;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || this.list.hidden) return;
    const options = [...this.list.children];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One more place than options: between last and first stands what was typed.
      this.mark(options, ((this.active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (event.key === "Enter" && this.active >= 0) {
      this.take(options[this.active]?.textContent ?? "");
    } else if (event.key === "Escape") {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private mark(options: Element[], at: number): void {
    this.active = at;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    const marked = options[at];
    if (marked) this.input.setAttribute("aria-activedescendant", marked.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  private take(name: string): void {
    this.input.value = name;
    this.close();
    // The draft is told as if it had been typed; a list that offers the same again would be in the way.
    this.input.form?.dispatchEvent(new Event("input"));
  }

  private close(): void {
    this.active = -1;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
