import { foldText } from "./foldText";

// Narrows the names on the sign-in page while somebody types. Without script the form's button does it.
export function filterNames(root: ParentNode = document): void {
  const field = root.querySelector<HTMLInputElement>("[data-filter-names]");
  const names = [...root.querySelectorAll<HTMLElement>("[data-name]")];
  field?.addEventListener("input", () => {
    const wanted = foldText(field.value);
    for (const name of names) name.hidden = !foldText(name.dataset["name"] ?? "").includes(wanted);
  });
}
