// The scan box: three ways in (camera, a scanner that types, typing), one way on. The answer appears beneath the box,
// which stays ready. Without this script the form posts plainly.
import { ScanCamera } from "./camera";
import { offerCamera, part } from "./cameraPanel";
import { answerIn, post, type Scan, wasGood } from "./scan";
import { ScanSound } from "./sound";
import { measureUntilPainted } from "./timing";

export class ScanBox {
  readonly form: HTMLFormElement;
  protected readonly input: HTMLInputElement;
  protected readonly result: HTMLElement;
  protected readonly sound = new ScanSound();
  private sent = 0;

  constructor(protected readonly root: HTMLElement) {
    this.form = part<HTMLFormElement>(root, "form");
    this.input = part<HTMLInputElement>(root, "input[name=code]");
    this.result = part(root, "[data-scan-result]");
  }

  start(): void {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.take({ code: this.input.value, way: "typed", at: performance.now() });
    });
    // A tag that was offered in place of a mistyped one.
    this.result.addEventListener("submit", (event) => {
      const chosen = event.submitter as HTMLButtonElement | null;
      if (!(event.target as Element).matches("[data-scan-again]") || !chosen) return;
      event.preventDefault();
      void this.take({ code: chosen.value, way: "typed", at: performance.now() });
    });
    this.offerSound();
    if (ScanCamera.exists) {
      offerCamera({ root: this.root, say: (words) => this.say(words), onCode: (code, at) => void this.take({ code, way: "camera", at }) });
    }
  }

  async take(scan: Scan): Promise<void> {
    if (scan.code.trim() === "") {
      this.input.focus();
      return;
    }
    await this.send(scan);
  }

  protected async send(scan: Scan): Promise<void> {
    const turn = ++this.sent;
    this.say("Looking…");
    try {
      const response = await post(this.form.action, { code: scan.code, how: scan.way });
      // Two quick scans may be answered in either order; the later scan counts.
      if (turn === this.sent) await this.show(response, scan);
    } catch {
      if (turn !== this.sent) return;
      this.input.value = scan.code;
      this.sound.refused();
      this.say("No connection, and showing an item or handing it over needs the server. The code is kept in the box: press Find when the network is back.");
    }
  }

  protected async show(response: Response, scan: Scan): Promise<void> {
    // Signed out meanwhile, or a page too old to be trusted: the plain form does the right thing with both.
    if (response.status === 401 || !response.headers.get("Content-Type")) {
      location.reload();
      return;
    }
    if (response.headers.get("Content-Type")?.includes("json")) {
      const { next } = (await response.json()) as { next?: string };
      if (next) location.assign(next);
      return;
    }
    const { answer, error } = answerIn(await response.text());
    if (!answer) {
      this.input.value = scan.code;
      this.sound.refused();
      this.say(error);
      return;
    }
    this.put(answer);
    // Who mistyped a tag mends a character of it.
    this.input.value = !wasGood(answer) && scan.way === "typed" ? scan.code : "";
    measureUntilPainted(scan.way, scan.at);
    if (wasGood(answer)) this.sound.taken();
    else this.sound.refused();
  }

  /** Takes the focus, so that it is read out and Enter is one Tab away. */
  protected put(answer: HTMLElement): void {
    this.say("");
    this.result.replaceChildren(answer);
    answer.focus({ preventScroll: true });
    answer.scrollIntoView({ block: "nearest", behavior: reducedMotion() ? "auto" : "smooth" });
  }

  protected say(words: string): void {
    part(this.root, "[data-scan-status]").textContent = words;
  }

  private offerSound(): void {
    const button = part<HTMLButtonElement>(this.root, "[data-scan-sound]");
    const show = (): void => button.setAttribute("aria-pressed", String(this.sound.isOn));
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      this.sound.isOn = !this.sound.isOn;
      show();
      this.sound.taken();
    });
  }
}

function reducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
