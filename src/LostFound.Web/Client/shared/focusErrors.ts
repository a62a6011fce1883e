// After a form was refused, reading starts at what is wrong.
export function focusErrors(root: ParentNode = document): void {
  root.querySelector<HTMLElement>("[data-focus]")?.focus();
}
