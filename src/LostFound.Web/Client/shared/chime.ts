// Two soft tones for a call. Off until somebody at the screen wants it; after a reload a browser may want to be touched
// once more, and then the button says so.
import { keep, kept } from "./setting";
import { playTone } from "./tone";

const SETTING = "display-chime";
const TONES = [
  { pitch: 659.25, at: 0, seconds: 0.9, volume: 0.25, rise: 0.02 },
  { pitch: 523.25, at: 0.35, seconds: 0.9, volume: 0.25, rise: 0.02 },
];

export class Chime {
  private context: AudioContext | null = null;

  constructor(private readonly button: HTMLButtonElement | null) {
    if (!button || typeof AudioContext === "undefined") return;
    button.hidden = false;
    button.addEventListener("click", () => void this.toggle());
    if (this.isWanted) void this.wake();
    this.show();
  }

  ring(): void {
    if (!this.isWanted || this.context?.state !== "running") return;
    for (const tone of TONES) playTone(this.context, tone);
  }

  private get isWanted(): boolean {
    return kept(SETTING) === "on";
  }

  private async toggle(): Promise<void> {
    const turnsOn = !this.isWanted || this.context?.state !== "running";
    keep(SETTING, turnsOn ? "on" : "off");
    if (turnsOn) {
      await this.wake();
      this.ring();
    }
    this.show();
  }

  private async wake(): Promise<void> {
    if (!this.context) {
      this.context = new AudioContext();
      this.context.addEventListener("statechange", () => this.show());
    }
    // Without a touch this stays pending in most browsers, and the button goes on asking for one.
    void this.context.resume().then(() => this.show(), () => undefined);
    await Promise.resolve();
  }

  private show(): void {
    if (!this.button) return;
    const plays = this.isWanted && this.context?.state === "running";
    this.button.setAttribute("aria-pressed", String(plays));
    const words = this.button.querySelector("[data-chime-words]");
    const { onText, touchText, offText } = this.button.dataset as { [key: string]: string | undefined };
    if (words) words.textContent = (plays ? onText : this.isWanted ? touchText : offText) ?? "";
  }
}
