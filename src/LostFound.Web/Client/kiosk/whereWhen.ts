// Keeps the sentence "Found at the bakery, now" true while place and time change below it.
export function startWhereWhen(form: HTMLFormElement): { show: () => void } {
  const place = form.querySelector<HTMLElement>("[data-where]");
  const time = form.querySelector<HTMLElement>("[data-when]");
  const because = form.querySelector<HTMLElement>("[data-where-from]");
  const served = chosenPlace(form)?.value;
  const show = (): void => {
    const chosen = chosenPlace(form);
    if (place) place.textContent = chosen?.closest("label")?.querySelector(".choice-label")?.textContent.trim() ?? "…";
    if (because) because.hidden = chosen?.value !== served;
    if (time && form.dataset["timeTouched"] !== undefined) time.textContent = whenIn(form);
  };
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.name.startsWith("found-")) form.dataset["timeTouched"] = "";
    show();
  });
  return { show };
}

function chosenPlace(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>("input[name=place]:checked");
}

function whenIn(form: HTMLFormElement): string {
  const value = (name: string): string => form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? "";
  const [day, time] = [value("found-date"), value("found-time")];
  if (day === "" || time === "") return "…";
  if (day === (form.dataset["now"] ?? "").slice(0, 10)) return time;
  return `${new Date(`${day}T00:00Z`).toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" })}, ${time}`;
}
