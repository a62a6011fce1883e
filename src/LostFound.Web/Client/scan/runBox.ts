// The scan box at a bin and at a count: scan after scan, each of which does something. All are sent, in their order;
// what cannot be sent is kept on the device. The list beneath is the server's.
import { part } from "./cameraPanel";
import { isAnswer, type KeptScan, KeptScans, sendScan } from "./keptScans";
import { answerIn, post, type Scan, wasGood } from "./scan";
import { ScanBox } from "./scanBox";

export class RunBox extends ScanBox {
  private kept: Promise<KeptScans> | null = null;
  private turn: Promise<void> = Promise.resolve();
  private waiting = 0;

  override start(): void {
    super.start();
    this.kept = KeptScans.open({
      onCount: (count, ofOthers) => this.showKept(count, ofOthers),
      onSent: (scan, html) => this.showSent(scan, html),
      onLost: (scan) => this.say(`${scan.code} could not be taken down: its bin or count is not open any more. Scan it again.`),
    });
    this.result.addEventListener("submit", (event) => {
      const form = event.target as HTMLFormElement;
      if (!form.matches("[data-scan-undo]")) return;
      event.preventDefault();
      void this.undo(form);
    });
    // The count is not whole while scans of it wait here.
    document.querySelector("[data-needs-sent]")?.addEventListener("submit", (event) => {
      if (this.waiting === 0) return;
      event.preventDefault();
      this.say(`${this.waiting} scans of this device are not sent yet. Finish when the network is back.`);
    });
  }

  /** One after the other: the last of the list is the last that was scanned. */
  protected override send(scan: Scan): Promise<void> {
    const at = Date.now() - Math.max(0, performance.now() - scan.at);
    const next: KeptScan = { id: newId(), address: new URL(this.form.action).pathname, code: scan.code, at, who: "" };
    this.input.value = "";
    this.turn = this.turn.then(() => this.sendNow(next, scan));
    return this.turn;
  }

  private async sendNow(next: KeptScan, scan: Scan): Promise<void> {
    // Behind older ones that wait, or the list would be out of order.
    const response = this.waiting > 0 ? null : await sendScan(next).catch(() => null);
    if (response && (response.status < 500) && (await isAnswer(response))) {
      await this.show(response, scan);
      return;
    }
    if (response && response.status < 500 && response.status !== 401) {
      // A page that is out of date, with its own words for what is wrong.
      await this.show(response, scan);
      return;
    }
    await this.keep(next);
    if (response?.status === 401) location.reload();
    else void (await this.kept)?.flush();
  }

  private async keep(scan: KeptScan): Promise<void> {
    if (await (await this.kept)?.keep(scan)) {
      this.sound.taken();
      this.say(`${scan.code} is kept on this device.`);
      return;
    }
    this.input.value = scan.code;
    this.sound.refused();
    this.say("No connection, and this browser keeps nothing: write the code down, or scan it again when the network is back.");
  }

  private async undo(form: HTMLFormElement): Promise<void> {
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    try {
      const { answer, error } = answerIn(await (await post(form.action, fields)).text());
      if (answer) this.put(answer);
      else this.say(error);
    } catch {
      this.say("No connection: taking back needs the server. Nothing is lost, undo it when the network is back.");
    }
  }

  /** The list changes in place; the focus stays where the next code is typed. */
  protected override put(answer: HTMLElement): void {
    const list = this.result.querySelector("[data-fragment]") ?? this.result;
    const hadFocus = list.contains(document.activeElement);
    list.replaceChildren(answer);
    this.say(answer.dataset["scanSay"] ?? "");
    if (hadFocus) this.input.focus();
  }

  private showSent(scan: KeptScan, html: string): void {
    const { answer } = answerIn(html);
    if (!answer || scan.address !== new URL(this.form.action).pathname) return;
    this.put(answer);
    if (!wasGood(answer)) this.sound.refused();
  }

  private showKept(count: number, ofOthers: number): void {
    this.waiting = count - ofOthers;
    const words = count === 1 ? "1 scan is not sent yet" : `${count} scans are not sent yet`;
    part(this.root, "[data-scan-kept]").hidden = count === 0;
    part(this.root, "[data-scan-kept-words]").textContent = ofOthers > 0 ? `${words}, ${ofOthers} of them wait for a colleague to sign in here` : words;
  }
}

function newId(): string {
  // randomUUID wants a secure page, which staff pages are, except on a developer's plain address.
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${bytes.slice(0, 8)}-${bytes.slice(8, 12)}-4${bytes.slice(13, 16)}-a${bytes.slice(17, 20)}-${bytes.slice(20)}`;
}
