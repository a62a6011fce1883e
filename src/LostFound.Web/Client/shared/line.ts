// A phone's place in line: finds itself in the message that all phones get, and counts down to the time told.
import type { LineMessage } from "./live";

/** More pages than this read again spread out, so that one movement doesn't bring them all at once. */
const MANY = 40;
const SPREAD_MS = 600;

/** As QueueLimits.LongWaitMinutes. */
const LONG_WAIT = 30;

/** Which form of "minute" goes with a number in the page's language. */
const forms = new Intl.PluralRules(document.documentElement.lang || "en");

const deadlines = new WeakMap<HTMLElement, number>();

export function placeIn(element: HTMLElement): HTMLElement | null {
  return element.querySelector<HTMLElement>("[data-place]");
}

/** Puts the movement into the page where that is enough; where the page says something else now, it is read again. */
export function applyLine(element: HTMLElement, message: LineMessage, read: () => void): void {
  const place = placeIn(element);
  if (!place) return;
  const number = Number(place.dataset["number"]);
  if (message.again.includes(number)) {
    if (message.again.length > MANY) setTimeout(read, Math.random() * SPREAD_MS);
    else read();
    return;
  }
  const stage = place.dataset["stage"];
  const at = indexOf(message.line, number);
  if (stage === "Other") return;
  if (at < 0) {
    read();
    return;
  }
  const minutes = minutesAt(message.waits, at + 1);
  if (stage !== stageOf(at, minutes, Number(place.dataset["walk"]))) {
    read();
    return;
  }
  setText(place, "[data-ahead]", String(at));
  showRange(place, minutes, read);
  for (const line of place.querySelectorAll<HTMLElement>("[data-pass]")) {
    line.hidden = !message.passes.some(([reason, from, to]) => reason === line.dataset["pass"] && from <= number && number <= to);
  }
}

/** Time goes on without a movement: the far end comes nearer; past it, the page has something else to say. */
export function countDown(element: HTMLElement, read: () => void): void {
  const place = placeIn(element);
  const deadline = place && deadlineOf(place);
  if (!place || deadline === null) return;
  if (deadline <= Date.now()) read();
  else showRange(place, Number(place.querySelector("[data-from]")?.textContent ?? 0), read);
}

/** When the promise ends, counted from what the page said when it came: a phone's own clock may be wrong. */
function deadlineOf(place: HTMLElement): number | null {
  let deadline = deadlines.get(place);
  if (deadline === undefined) {
    const minutes = place.querySelector("[data-to]")?.textContent;
    if (!minutes) return null;
    deadline = Date.now() + Number(minutes) * 60_000;
    deadlines.set(place, deadline);
  }
  return deadline;
}

function showRange(place: HTMLElement, fromMinutes: number, read: () => void): void {
  const deadline = deadlineOf(place);
  if (deadline === null) return;
  const to = Math.max(1, Math.ceil((deadline - Date.now()) / 60_000));
  const from = Math.min(fromMinutes, to);
  const shown = Number(place.querySelector("[data-to]")?.textContent ?? to);
  if (forms.select(shown) !== forms.select(to)) {
    // The sentence around the number is another one now.
    read();
    return;
  }
  setText(place, "[data-to]", String(to));
  setText(place, "[data-from]", String(to > LONG_WAIT ? Math.floor(from / 5) * 5 : from));
}

function stageOf(ahead: number, minutes: number, walk: number): string {
  if (ahead === 0) return "Next";
  return minutes < walk ? "Soon" : "Waiting";
}

/** How many numbers stand before this one in "17,23-45,52"; -1 when it isn't there. */
function indexOf(line: string, number: number): number {
  let before = 0;
  for (const piece of line === "" ? [] : line.split(",")) {
    const [first = 0, last = first] = piece.split("-").map(Number);
    if (number >= first && number <= last) return before + number - first;
    before += last - first + 1;
  }
  return -1;
}

function minutesAt(waits: [number, number][], place: number): number {
  let minutes = 0;
  for (const [from, wait] of waits) {
    if (from > place) break;
    minutes = wait;
  }
  return minutes;
}

function setText(place: HTMLElement, selector: string, text: string): void {
  const part = place.querySelector(selector);
  if (part && part.textContent !== text) part.textContent = text;
}
