// Wakes the on-screen keypad of every PIN field: on a kiosk there may be no keyboard at all.
export function pinPad(root: ParentNode = document): void {
  for (const pad of root.querySelectorAll<HTMLElement>("[data-pin-pad]")) {
    const input = pad.querySelector<HTMLInputElement>("[data-pin-input]");
    const keys = pad.querySelector<HTMLElement>("[data-pin-keys]");
    if (!input || !keys) continue;
    keys.hidden = false;
    // The system's own keyboard would cover ours on a touch screen; a real keyboard still types.
    if (matchMedia("(pointer: coarse)").matches) input.inputMode = "none";
    keys.addEventListener("click", (event) => press(event, input));
    input.focus();
  }
}

function press(event: Event, input: HTMLInputElement): void {
  const key = (event.target as Element).closest<HTMLElement>("[data-pin-key]")?.dataset["pinKey"];
  if (!key) return;
  const before = input.value.length;
  if (key === "clear") input.value = "";
  else if (key === "back") input.value = input.value.slice(0, -1);
  else if (before < input.maxLength) input.value += key;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  // Only the press that fills it sends: another one while the server thinks would be another try.
  if (input.value.length === input.maxLength && before < input.maxLength) input.form?.requestSubmit();
}
