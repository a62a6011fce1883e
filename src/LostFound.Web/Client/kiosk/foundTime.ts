// A kiosk's page may stand open for hours before the next item comes. Its found time, which the server set to
// "now" at the venue, goes on with the clock until somebody touches it.
const STEP_MS = 15_000;

export function keepCurrent(form: HTMLFormElement): void {
  const date = form.querySelector<HTMLInputElement>('[name="found-date"]');
  const time = form.querySelector<HTMLInputElement>('[name="found-time"]');
  if (!date || !time) return;
  // Read as UTC, so that only the passing of time counts and not the device's own zone.
  const shown = Date.parse(`${date.value}T${time.value}Z`);
  if (Number.isNaN(shown)) return;
  const opened = performance.now();
  const timer = setInterval(() => {
    const now = new Date(shown + performance.now() - opened).toISOString();
    date.value = date.defaultValue = now.slice(0, 10);
    time.value = time.defaultValue = now.slice(11, 16);
  }, STEP_MS);
  for (const field of [date, time]) field.addEventListener("input", () => clearInterval(timer), { once: true });
  form.addEventListener("submit", () => clearInterval(timer), { once: true });
}
