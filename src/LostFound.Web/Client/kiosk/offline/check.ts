// What can be said of an item before the server sees it. Afterwards nothing is refused: the thing is there.
import type { FormError } from "../../shared/formErrors";
import type { VenueClock } from "./venueClock";

const MINUTES_AHEAD = 5;

export function check(fields: readonly [name: string, value: string][], clock: VenueClock, maxColours: number): FormError[] {
  const valueOf = (name: string): string => fields.find(([key]) => key === name)?.[1] ?? "";
  const errors: FormError[] = [];
  if (!valueOf("category")) errors.push({ field: "category", message: "Choose what it is" });
  if (fields.filter(([name]) => name === "colours").length > maxColours) {
    errors.push({ field: "colours", message: `Choose at most ${maxColours} colours: the ones you see first` });
  }
  if (!valueOf("place")) errors.push({ field: "place", message: "Choose where it was found" });
  const ahead = clock.minutesAhead(valueOf("found-date"), valueOf("found-time"));
  if (Number.isNaN(ahead)) errors.push({ field: "found", message: "Enter the day and the time when it was found" });
  else if (ahead > MINUTES_AHEAD) errors.push({ field: "found", message: "It cannot have been found in the future: check the day and the time" });
  return errors;
}
