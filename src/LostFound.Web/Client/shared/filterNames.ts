// Narrows the names on the sign-in page while somebody types. Without script the form's button does it.
export function filterNames(root: ParentNode = document): void {
  const field = root.querySelector<HTMLInputElement>("[data-filter-names]");
  const names = [...root.querySelectorAll<HTMLElement>("[data-name]")];
  field?.addEventListener("input", () => {
    const wanted = fold(field.value);
    for (const name of names) name.hidden = !fold(name.dataset["name"] ?? "").includes(wanted);
  });
}

/** As the server folds names: without case and accents. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().trim();
}
