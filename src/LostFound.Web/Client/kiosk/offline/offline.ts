// What the kiosk's form needs to register by itself: the registrar behind it, its label, its line of news, and
// what the server would otherwise have filled in.
import { setVenueNow } from "../foundTime";
import type { Person } from "./database";
import { LabelPanel } from "./labelPanel";
import { OutOfCodes } from "./outbox";
import { OutboxView } from "./outboxView";
import { NotEnrolled, Registrar } from "./registrar";
import { forgetShell, keepShell } from "./shell";

const LAST_PLACE = "lostfound-place";

export class Offline {
  private label: LabelPanel | null = null;
  private forgotten = false;

  private constructor(
    private readonly form: HTMLFormElement,
    private readonly root: HTMLElement,
    private readonly registrar: Registrar,
  ) {}

  /** Null where the browser cannot keep anything: the form is then sent as without a script. */
  static async open(form: HTMLFormElement): Promise<Offline | null> {
    const root = form.querySelector<HTMLElement>("[data-outbox]");
    if (!root) return null;
    const { person = "", personName = "", zone = "UTC", now: serverTime = "", topUpBelow } = root.dataset;
    const signedIn: Person | null = person ? { id: person, name: personName } : null;
    const registrar = await Registrar.open({ zone, serverTime, topUpBelow: Number(topUpBelow), signedIn });
    return registrar && new Offline(form, root, registrar);
  }

  /** @param onNext Told whether the next item is one more of the same. */
  start(onNext: (same: boolean) => void): void {
    this.label = new LabelPanel(this.form, (same) => {
      this.label?.hide();
      this.leavePrintedTag();
      onNext(same);
    });
    new OutboxView(this.root, this.registrar);
    this.registrar.onState(({ link }) => {
      if (link !== "not-enrolled" || this.forgotten) return;
      this.forgotten = true;
      void forgetShell();
    });
    this.registrar.start();
    void keepShell();
  }

  /** Fills in a fresh form what can be known: its number, the time of now, and the place of the one before. */
  begin(): void {
    const number = this.form.elements.namedItem("request") as HTMLInputElement;
    number.value = crypto.randomUUID();
    const { date, time } = this.registrar.clock.local();
    setVenueNow(this.form, date, time);
    // One more of an item that the server filled in: those are its facts.
    if (this.form.dataset["same"] !== undefined) return;
    const [day, clock] = ["found-date", "found-time"].map((name) => this.form.elements.namedItem(name) as HTMLInputElement);
    if (day && clock) {
      day.value = day.defaultValue = day.max = date;
      clock.value = clock.defaultValue = time;
    }
    const place = localStorage.getItem(LAST_PLACE);
    const known = [...this.form.querySelectorAll<HTMLInputElement>("input[name=place]")].find((input) => input.value === place);
    if (known) known.checked = true;
  }

  knows(request: string): Promise<boolean> {
    return this.registrar.knows(request);
  }

  async register(request: string, fields: [string, string][], photos: readonly Blob[]): Promise<string> {
    const { tag } = await this.registrar.register(request, fields, photos, this.printedTag?.value ?? null);
    localStorage.setItem(LAST_PLACE, fields.find(([name]) => name === "place")?.[1] ?? "");
    return tag;
  }

  showLabel(tag: string): void {
    this.label?.show(tag, this.printedTag !== null);
  }

  explain(problem: unknown): string {
    if (problem instanceof OutOfCodes) return "No tag code is left on this device, and the server cannot be reached for more. What you entered is kept: connect the device and press the button again.";
    if (problem instanceof NotEnrolled) return "This device is not enrolled here any more, so it cannot register. What you entered is kept.";
    if (problem instanceof DOMException && problem.name === "QuotaExceededError") return "There is no room left on this device. What you entered is kept: connect the device so that what waits can go.";
    console.error(problem);
    return "This device could not keep the item. Press the button again; if it stays so, reload the page: what you entered comes back.";
  }

  private get printedTag(): HTMLInputElement | null {
    return this.form.querySelector<HTMLInputElement>("input[type=hidden][name=tag]");
  }

  /** A printed label is for one item. */
  private leavePrintedTag(): void {
    if (!this.printedTag) return;
    this.printedTag.remove();
    this.form.querySelector("[data-printed-tag]")?.remove();
    history.replaceState(null, "", "/kiosk");
  }
}
