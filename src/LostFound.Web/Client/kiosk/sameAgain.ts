// "Same again" for a tray of like items: what the last one was, where, when and into which bin is remembered for the
// next, in this tab alone. Photos, words and contents are each item's own, and private notes never come here.
import { readFields, writeFields } from "../shared/formFields";

const KEY = "lostfound-same";
const KEPT = new Set(["category", "colours", "place", "found-date", "found-time", "bin"]);

/** To be called when an item was registered, or safely put aside to be. */
export function rememberForSameAgain(form: HTMLFormElement): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(readFields(form).filter(([name]) => KEPT.has(name))));
  } catch {
    // Storage is full or forbidden: the next item begins empty.
  }
}

/** Whether this page was opened for one more of the same, and the server has not filled it in already. */
export function wantsSameAgain(form: HTMLFormElement): boolean {
  return new URLSearchParams(location.search).has("same") && form.dataset["same"] === undefined;
}

/** Fills the form with the last item's facts; false when there was none. */
export function fillSameAgain(form: HTMLFormElement): boolean {
  const fields = remembered();
  if (!fields) return false;
  writeFields(form, fields);
  form.dataset["same"] = "";
  form.dataset["timeTouched"] = "";
  const words = form.querySelector<HTMLElement>("[data-same-as]");
  const banner = form.querySelector<HTMLElement>("[data-same-again]");
  if (words) words.textContent = [labels(form, "category"), labels(form, "colours").toLowerCase()].filter(Boolean).join(", ");
  if (banner) banner.hidden = false;
  return true;
}

/** The next item is another: its time runs again, and nothing says that it is like the last. */
export function leaveSameAgain(form: HTMLFormElement): void {
  delete form.dataset["same"];
  delete form.dataset["timeTouched"];
  const banner = form.querySelector<HTMLElement>("[data-same-again]");
  if (banner) banner.hidden = true;
}

function remembered(): [name: string, value: string][] | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") as [string, string][] | null;
  } catch {
    return null;
  }
}

function labels(form: HTMLFormElement, name: string): string {
  return [...form.querySelectorAll<HTMLInputElement>(`input[name=${name}]:checked`)].map((field) => field.closest("label")?.textContent.trim() ?? "").join(", ");
}
