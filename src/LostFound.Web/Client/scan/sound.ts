// What a scan sounds like, so that nobody has to look up: one high tone for taken, two low ones for refused.
import { kept, keep } from "../shared/setting";
import { playTone } from "../shared/tone";

const SETTING = "scan-sound";
const TAKEN = [{ pitch: 1760, at: 0, seconds: 0.09 }];
const REFUSED = [
  { pitch: 330, at: 0, seconds: 0.14 },
  { pitch: 262, at: 0.18, seconds: 0.22 },
];

export class ScanSound {
  private context: AudioContext | null = null;

  get isOn(): boolean {
    return kept(SETTING) !== "off";
  }

  set isOn(on: boolean) {
    keep(SETTING, on ? "on" : "off");
  }

  taken(): void {
    this.play(TAKEN);
  }

  refused(): void {
    this.play(REFUSED);
  }

  private play(tones: { pitch: number; at: number; seconds: number }[]): void {
    if (!this.isOn || typeof AudioContext === "undefined") return;
    // Browsers allow sound only after a person pressed something; a wedge scanner's keys count as that.
    if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
    this.context ??= new AudioContext();
    void this.context.resume();
    for (const tone of tones) playTone(this.context, { ...tone, volume: 0.15 });
  }
}
