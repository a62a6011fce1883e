// Says what is missing before the form goes anywhere, in the server's own words, which the page brings along.
import type { FormError } from "../shared/formErrors";
import { venueNow } from "./foundTime";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export function checkFacts(form: HTMLFormElement): FormError[] {
  const errors: FormError[] = [];
  const say = (field: string, words: string): void => void errors.push({ field, message: form.dataset[words] ?? "" });
  if (!form.querySelector("input[name=category]:checked")) say("category", "sayCategory");
  const most = Number(form.querySelector<HTMLElement>("[data-max-colours]")?.dataset["maxColours"]);
  if (form.querySelectorAll("input[name=colours]:checked").length > most) {
    errors.push({ field: "colours", message: `Choose at most ${most} colours: the ones you see first` });
  }
  if (!form.querySelector("input[name=place]:checked")) say("place", "sayPlace");
  const found = foundIn(form);
  if (Number.isNaN(found)) say("found", "sayFound");
  else if (found > venueNow(form) + Number(form.dataset["aheadMinutes"]) * MINUTE) say("found", "sayFuture");
  else if (found < venueNow(form) - Number(form.dataset["agoDays"]) * DAY) say("found", "sayAgo");
  return errors;
}

function foundIn(form: HTMLFormElement): number {
  const value = (name: string): string => form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? "";
  return Date.parse(`${value("found-date")}T${value("found-time")}Z`);
}
