// A kiosk's page may stand open for hours before the next item comes. Its found time, which the server set to
// "now" at the venue, goes on with the clock until somebody touches it.
const STEP_MS = 15_000;

/** Now on the venue's clocks, read as if they showed UTC: only the passing of time counts, not the device's own clock and zone. */
export function venueNow(form: HTMLFormElement): number {
  return Date.parse(`${form.dataset["now"] ?? ""}Z`) + performance.now() - Number(form.dataset["nowAt"] ?? 0);
}

/** Says anew what the venue's clocks show, for a page that stood open or was kept on the device. */
export function setVenueNow(form: HTMLFormElement, date: string, time: string): void {
  form.dataset["now"] = `${date}T${time}`;
  form.dataset["nowAt"] = String(performance.now());
}

export function keepCurrent(form: HTMLFormElement): void {
  const date = form.querySelector<HTMLInputElement>('[name="found-date"]');
  const time = form.querySelector<HTMLInputElement>('[name="found-time"]');
  // What a refused form brought back was typed by somebody.
  if (!date || !time || `${date.value}T${time.value}` !== form.dataset["now"]) return;
  const timer = setInterval(() => {
    const now = new Date(venueNow(form)).toISOString();
    date.value = date.defaultValue = now.slice(0, 10);
    time.value = time.defaultValue = now.slice(11, 16);
  }, STEP_MS);
  for (const field of [date, time]) field.addEventListener("input", () => clearInterval(timer), { once: true });
  form.addEventListener("submit", () => clearInterval(timer), { once: true });
}
