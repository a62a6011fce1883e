// The camera's picture on the page, and the buttons around it.
import { ScanCamera } from "./camera";
import { keep, kept } from "../shared/setting";

const KEEP = "scan-keep";
const USED = "scan-camera-used";

export interface CameraPanel {
  root: HTMLElement;
  onCode: (code: string, at: number) => void;
  say: (words: string) => void;
}

export function offerCamera({ root, onCode, say }: CameraPanel): void {
  const button = part<HTMLButtonElement>(root, "[data-scan-camera]");
  const view = part(root, "[data-scan-view]");
  const lamp = part<HTMLButtonElement>(root, "[data-scan-torch]");
  const keeps = part<HTMLButtonElement>(root, "[data-scan-keep]");
  const camera = new ScanCamera(
    part<HTMLVideoElement>(root, "[data-scan-video]"),
    root.dataset["reader"] ?? "",
    (code, at) => {
      flash(view);
      onCode(code, at);
      if (!isPressed(keeps)) camera.stop();
    },
    () => show(false),
  );
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
    say("Hold the code into the picture.");
    keep(USED, "yes");
    camera.start().then(() => show(camera.isOn), () => {
      show(false);
      say("The camera did not start. Allow it in the browser, or type the eight characters under the code.");
    });
  });
  lamp.addEventListener("click", () => {
    const on = !isPressed(lamp);
    camera.light(on).then(() => lamp.setAttribute("aria-pressed", String(on)), () => (lamp.hidden = true));
  });
  startKeeping(keeps);
  warmUpEarly(camera, button);
}

function startKeeping(keeps: HTMLButtonElement): void {
  keeps.setAttribute("aria-pressed", String(kept(KEEP) !== "off"));
  keeps.addEventListener("click", () => {
    const on = !isPressed(keeps);
    keeps.setAttribute("aria-pressed", String(on));
    keep(KEEP, on ? "on" : "off");
  });
}

/** The reader is a megabyte: on a device that scans with its camera it is got ready at once, elsewhere when somebody reaches for the button. */
function warmUpEarly(camera: ScanCamera, button: HTMLElement): void {
  const warm = (): void => void camera.warmUp().catch(() => undefined);
  if (kept(USED)) "requestIdleCallback" in window ? requestIdleCallback(warm) : setTimeout(warm, 500);
  for (const sign of ["pointerenter", "pointerdown", "focus"]) button.addEventListener(sign, warm, { once: true });
}

function flash(view: HTMLElement): void {
  view.classList.add("has-read");
  setTimeout(() => view.classList.remove("has-read"), 600);
}

function isPressed(button: HTMLElement): boolean {
  return button.getAttribute("aria-pressed") === "true";
}

export function part<T extends HTMLElement = HTMLElement>(root: HTMLElement, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`The scan box lacks ${selector}`);
  return found;
}
