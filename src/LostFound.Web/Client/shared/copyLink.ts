// Buttons that copy a link. Browsers allow it on secure pages only, so elsewhere the button stays hidden.
export function wakeCopyButtons(root: ParentNode = document): void {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>("[data-copy-link]")) {
    const words = button.querySelector<HTMLElement>("[data-copy-text]");
    button.closest<HTMLElement>("[data-copy]")?.removeAttribute("hidden");
    button.addEventListener("click", () => void copy(button, words));
  }
}

async function copy(button: HTMLButtonElement, words: HTMLElement | null): Promise<void> {
  try {
    await navigator.clipboard.writeText(button.dataset["copyLink"] ?? "");
    if (words) words.textContent = button.dataset["copiedText"] ?? "Copied";
  } catch {
    if (words) words.textContent = button.dataset["refusedText"] ?? "Copying is not allowed here: hold the address instead";
  }
}
