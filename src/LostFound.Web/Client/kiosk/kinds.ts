// What it is: the box that finds a kind by its name. The tiles themselves are plain radio buttons.
import { Finder } from "./finder";

export function startKinds(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("[data-find=category]");
  const all = form.querySelector<HTMLDetailsElement>(".all-kinds");
  if (!input || !all) return;
  const tiles = [...form.querySelectorAll<HTMLInputElement>("input[name=category]")].map((radio) => ({ key: radio.value, element: radio.closest("label")! }));
  const finder = new Finder(input, tiles, (tile) => {
    const radio = tile.querySelector("input");
    radio?.click();
    radio?.focus();
  });
  // A box out of sight must not go on hiding tiles.
  all.addEventListener("toggle", () => {
    if (!all.open) finder.clear();
  });
}
