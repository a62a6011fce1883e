// The scan box: three ways in (camera, a scanner that types, typing), one way on. The answer appears beneath the box,
// which stays ready. Without this script the form posts plainly.
import { ScanCamera } from "./camera";
import { startWedge } from "./wedge";

export function startScanning(): void {
  const root = document.querySelector<HTMLElement>("[data-scan]");
  if (root) new ScanBox(root).start();
  // Where nothing can be scanned, a scanner's keys must still not end up in a name or a note.
  else startWedge((code) => toast(`${code} was scanned, but this page is not finished yet.`));
}

class ScanBox {
  private readonly form: HTMLFormElement;
  private readonly input: HTMLInputElement;
  private readonly result: HTMLElement;
  private sent = 0;

  constructor(private readonly root: HTMLElement) {
    this.form = this.part<HTMLFormElement>("form");
    this.input = this.part<HTMLInputElement>("input[name=code]");
    this.result = this.part("[data-scan-result]");
  }

  start(): void {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send(this.input.value);
    });
    startWedge((code) => void this.send(code));
    if (ScanCamera.exists) this.offerCamera();
  }

  private async send(code: string): Promise<void> {
    if (code.trim() === "") {
      this.input.focus();
      return;
    }
    const turn = ++this.sent;
    this.say("Looking…");
    const body = new FormData(this.form);
    body.set("code", code);
    try {
      const response = await fetch(this.form.action, {
        method: "POST",
        body: new URLSearchParams(body as unknown as Record<string, string>),
        headers: { "X-Fragment": "1", "X-Requested-With": "fetch" },
      });
      // Two quick scans may be answered in either order; the later scan counts.
      if (turn === this.sent) await this.show(response, code);
    } catch {
      if (turn !== this.sent) return;
      this.input.value = code;
      this.say("No connection. The code is kept in the box: press Find when the network is back.");
    }
  }

  private async show(response: Response, code: string): Promise<void> {
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
    const html = await response.text();
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const answer = parsed.querySelector<HTMLElement>("[data-scan-answer]");
    this.say("");
    if (!answer) {
      this.input.value = code;
      this.say(parsed.querySelector(".field-error")?.textContent?.trim() ?? "That could not be looked up. Reload the page and scan again.");
      return;
    }
    this.result.replaceChildren(answer);
    this.input.value = "";
    answer.focus({ preventScroll: true });
    answer.scrollIntoView({ block: "nearest", behavior: reducedMotion() ? "auto" : "smooth" });
  }

  private offerCamera(): void {
    const button = this.part<HTMLButtonElement>("[data-scan-camera]");
    const view = this.part("[data-scan-view]");
    const lamp = this.part<HTMLButtonElement>("[data-scan-torch]");
    const camera = new ScanCamera(this.part<HTMLVideoElement>("[data-scan-video]"), this.root.dataset["reader"] ?? "", (code) => {
      flash(view);
      void this.send(code);
    }, () => show(false));
    const show = (on: boolean): void => {
      view.hidden = !on;
      button.setAttribute("aria-pressed", String(on));
      lamp.setAttribute("aria-pressed", "false");
      lamp.hidden = !on || !camera.hasLamp;
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      if (camera.isOn) {
        camera.stop();
        return;
      }
      // In sight before it plays: some browsers give no frames to a video that is not shown.
      show(true);
      this.say("Hold the code into the picture.");
      camera.start().then(() => show(camera.isOn), () => {
        show(false);
        this.say("The camera did not start. Allow it in the browser, or type the eight characters under the code.");
      });
    });
    lamp.addEventListener("click", () => {
      const on = lamp.getAttribute("aria-pressed") !== "true";
      camera.light(on).then(() => lamp.setAttribute("aria-pressed", String(on)), () => (lamp.hidden = true));
    });
  }

  private say(words: string): void {
    this.part("[data-scan-status]").textContent = words;
  }

  private part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector);
    if (!found) throw new Error(`The scan box lacks ${selector}`);
    return found;
  }
}

function flash(view: HTMLElement): void {
  view.classList.add("has-read");
  setTimeout(() => view.classList.remove("has-read"), 600);
}

function toast(words: string): void {
  const toasts = document.querySelector("[data-toasts]");
  if (!toasts) return;
  const note = document.createElement("p");
  note.className = "toast";
  note.textContent = words;
  toasts.replaceChildren(note);
  setTimeout(() => note.remove(), 6000);
}

function reducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
