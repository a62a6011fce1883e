// What waits here, always in sight: how much, since when, and what a person has to do about it.
import type { Registrar, OutboxState } from "./registrar";

const FEW_CODES = 20;
const DOT = { unknown: "polling", online: "live", offline: "offline", "not-enrolled": "offline" } as const;

export class OutboxView {
  private readonly line: HTMLElement;
  private readonly words: HTMLElement;
  private readonly person: HTMLElement;
  private readonly warning: HTMLElement;
  private readonly news: HTMLElement;
  private readonly pattern: HTMLTemplateElement;
  private shownNews = "";

  constructor(
    private readonly root: HTMLElement,
    private readonly registrar: Registrar,
  ) {
    this.line = this.part("line");
    this.words = this.part("words");
    this.person = this.part("person");
    this.warning = this.part("warning");
    this.news = this.part("news");
    this.pattern = this.part<HTMLTemplateElement>("row");
    registrar.onState((state) => this.show(state));
  }

  private show(state: OutboxState): void {
    this.root.dataset["waiting"] = String(state.waiting);
    this.root.dataset["codes"] = String(state.codes);
    this.line.hidden = false;
    this.line.dataset["state"] = DOT[state.link];
    say(this.words, this.summary(state));
    this.showPerson(state);
    const warning = warningOf(state);
    this.warning.hidden = !warning;
    say(this.warning, warning);
    this.showNews(state);
  }

  private summary(state: OutboxState): string {
    const waits = state.waiting === 0 ? "" : `${items(state.waiting)} here, the oldest for ${age(this.registrar.clock.now() - (state.oldest ?? 0))}.`;
    switch (state.link) {
      case "not-enrolled":
        return `${state.notEnrolled} ${waits}`.trim();
      case "offline":
        return `No connection. ${waits || "You can go on: what you register waits here."}`;
      case "online":
        if (state.refused.length > 0 && !state.sending) return `${state.refused.length} of them could not be delivered: see below. ${waits}`;
        return state.waiting === 0 ? "Everything here has arrived." : `Sending. ${waits}`;
      case "unknown":
        return waits || "Looking for the server…";
    }
  }

  /** Only where nobody is signed in: the bar says it otherwise. */
  private showPerson({ person, link }: OutboxState): void {
    if (this.root.dataset["person"]) return;
    this.person.hidden = false;
    const words = person
      ? `You register as ${person.name}, who signed in here last.`
      : "Nobody has signed in on this device yet, so a supervisor will ask who registered this.";
    if (this.person.dataset["link"] === link) return;
    this.person.dataset["link"] = link;
    this.person.replaceChildren(words);
    if (link !== "online") return;
    const signIn = document.createElement("a");
    signIn.href = "/sign-in?return=/kiosk";
    signIn.textContent = "Sign in";
    this.person.append(" The connection is back: ", signIn, ".");
  }

  private showNews(state: OutboxState): void {
    const rows = [
      ...state.refused.map((row) => ({
        words: `${row.tag.slice(0, 4)}-${row.tag.slice(4)} could not be delivered. ${row.refusal ?? ""}`,
        button: "Try again",
        act: () => this.registrar.tryAgain(row.request),
      })),
      ...state.news.map((row) => ({
        words: row.words,
        button: "Open its label",
        act: async () => {
          await this.registrar.forgetNews(row.request);
          location.assign(`/items/${row.item}/label`);
        },
      })),
    ];
    // Left alone while nothing changed: somebody may be about to press one of the buttons.
    const shown = JSON.stringify(rows);
    if (shown === this.shownNews) return;
    this.shownNews = shown;
    this.news.replaceChildren(
      ...rows.map((row) => {
        const line = this.pattern.content.firstElementChild?.cloneNode(true) as HTMLElement;
        say(line.querySelector("[data-row-words]"), row.words);
        const button = line.querySelector("button");
        say(button, row.button);
        button?.addEventListener("click", () => void row.act());
        return line;
      }),
    );
  }

  private part<T extends HTMLElement = HTMLElement>(name: string): T {
    const found = this.root.querySelector<T>(`[data-outbox-${name}]`);
    if (!found) throw new Error(`The page lacks data-outbox-${name}`);
    return found;
  }
}

function warningOf(state: OutboxState): string {
  if (state.link !== "unknown" && state.codes === 0) return "No tag codes are left on this device: connect it before the next item.";
  if (state.link === "offline" && state.codes < FEW_CODES) return `${state.codes} tag codes are left on this device: connect it soon.`;
  return state.warning ?? "";
}

function items(count: number): string {
  return count === 1 ? "1 item waits" : `${count} items wait`;
}

function age(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return "less than a minute";
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
}

function say(element: Element | null, words: string): void {
  if (element && element.textContent !== words) element.textContent = words;
}
