// The camera as a scanner: it reads one code after the other until it is switched off or the page is put aside.
import { openQrReader, type QrReader } from "./qrReader";

/** A code that stays in sight is read once; out of sight for this long, it may be meant again. */
const AWAY_MS = 1000;
const BETWEEN_FRAMES_MS = 120;

interface Lamp extends MediaTrackCapabilities {
  torch?: boolean;
}

export class ScanCamera {
  private stream: MediaStream | null = null;
  private reader: Promise<QrReader> | null = null;
  private sound: AudioContext | null = null;
  private run = 0;
  private last = { code: "", at: 0 };

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly wasmAddress: string,
    private readonly onCode: (code: string) => void,
    private readonly onStopped: () => void,
  ) {
    document.addEventListener("visibilitychange", () => {
      if (document.hidden && this.isOn) this.stop();
    });
  }

  static get exists(): boolean {
    return Boolean(navigator.mediaDevices?.getUserMedia);
  }

  get isOn(): boolean {
    return this.stream !== null;
  }

  get hasLamp(): boolean {
    return Boolean((this.track?.getCapabilities?.() as Lamp | undefined)?.torch);
  }

  /** Throws when the camera is refused or missing, or the reader cannot be loaded. */
  async start(): Promise<void> {
    const run = ++this.run;
    // Sound may begin only at a person's press, which this is.
    this.sound ??= new AudioContext();
    const video: MediaTrackConstraints = { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } };
    const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video });
    if (run !== this.run) {
      end(stream);
      return;
    }
    this.stream = stream;
    try {
      this.video.srcObject = stream;
      await this.video.play();
      this.reader ??= openQrReader(this.wasmAddress);
      void this.loop(run, await this.reader);
    } catch (problem) {
      this.reader = null;
      this.stop();
      throw problem;
    }
  }

  stop(): void {
    this.run++;
    if (this.stream) end(this.stream);
    this.stream = null;
    this.video.srcObject = null;
    this.last = { code: "", at: 0 };
    this.onStopped();
  }

  async light(on: boolean): Promise<void> {
    await this.track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
  }

  private get track(): MediaStreamTrack | undefined {
    return this.stream?.getVideoTracks()[0];
  }

  private async loop(run: number, reader: QrReader): Promise<void> {
    while (run === this.run) {
      const code = await reader.read(this.video).catch(() => null);
      if (run !== this.run) return;
      if (code) this.seen(code);
      await new Promise((next) => setTimeout(next, BETWEEN_FRAMES_MS));
    }
  }

  private seen(code: string): void {
    const now = performance.now();
    const isNew = code !== this.last.code || now - this.last.at > AWAY_MS;
    this.last = { code, at: now };
    if (!isNew) return;
    this.beep();
    this.onCode(code);
  }

  private beep(): void {
    const sound = this.sound;
    if (!sound) return;
    const tone = sound.createOscillator();
    const volume = sound.createGain();
    tone.frequency.value = 1760;
    volume.gain.setValueAtTime(0.15, sound.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.09);
    tone.connect(volume).connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + 0.1);
  }
}

function end(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
