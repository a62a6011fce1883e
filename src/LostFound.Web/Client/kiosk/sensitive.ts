// Cards and documents: once one is chosen, the page asks not to photograph its face.
export function askForNoFaces(form: HTMLFormElement): void {
  const hint = form.querySelector<HTMLElement>("[data-masked-photos]");
  const news = hint?.querySelector<HTMLElement>("[data-masked-news]");
  const banner = hint?.querySelector<HTMLTemplateElement>("[data-masked-banner]");
  if (!hint || !news || !banner) return;
  const masked = hint.dataset["maskedPhotos"]?.split(" ") ?? [];
  const show = (): void => {
    const chosen = form.querySelector<HTMLInputElement>('[name="category"]:checked')?.value ?? "";
    if (!masked.includes(chosen)) news.replaceChildren();
    else if (!news.hasChildNodes()) news.replaceChildren(banner.content.cloneNode(true));
  };
  form.addEventListener("change", show);
  show();
}
