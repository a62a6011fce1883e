// A label scanned while an item is being registered: the form stays as it is, and the way to that label is offered.
export function offerScanned(place: HTMLElement, code: string): void {
  const link = document.createElement("a");
  link.href = `/scan?code=${encodeURIComponent(code)}`;
  link.textContent = `Open ${code}`;
  place.replaceChildren("A label was scanned. This item stays here. ", link);
}
