// The camera as a scanner: it reads one code after the other until it is switched off or the page is put aside.
import { openQrReader, type QrReader } from "./qrReader";

/** A code that stays in sight is read once; out of sight for this long, it may be meant again. */
const AWAY_MS = 1000;

/** Twenty looks a second: more would only warm the phone. */
const BETWEEN_LOOKS_MS = 50;

interface Lamp extends MediaTrackCapabilities {
  torch?: boolean;
}

export class ScanCamera {
  private stream: MediaStream | null = null;
  private reader: Promise<QrReader> | null = null;
  private run = 0;
  private last = { code: "", at: 0 };

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly wasmAddress: string,
    /** Gets the code and when its picture was taken, by performance.now(). */
    private readonly onCode: (code: string, at: number) => void,
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

  /** Loads the reader and runs it once, so that it is ready before the first picture is. */
  warmUp(): Promise<QrReader> {
    this.reader ??= openQrReader(this.wasmAddress).catch((problem: unknown) => {
      this.reader = null;
      throw problem;
    });
    return this.reader;
  }

  /** Throws when the camera is refused or missing, or the reader cannot be loaded. */
  async start(): Promise<void> {
    const run = ++this.run;
    const reading = this.warmUp();
    // Its failure is met below; until then it must not count as one that nobody looks at.
    reading.catch(() => undefined);
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
      void this.loop(run, await reading);
    } catch (problem) {
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
    let looked = Number.NEGATIVE_INFINITY;
    while (run === this.run) {
      const at = await this.nextFrame();
      if (performance.now() - looked < BETWEEN_LOOKS_MS) continue;
      looked = performance.now();
      const code = await reader.read(this.video).catch(() => null);
      if (run !== this.run) return;
      if (code) this.seen(code, at);
    }
  }

  /** Waits for a picture that was not looked at yet; answers when it was taken, as far as the browser knows. */
  private nextFrame(): Promise<number> {
    const tells = "requestVideoFrameCallback" in this.video;
    return new Promise((next) => {
      // A camera that stalls sends none, and older browsers tell of none: the loop must still see that it was stopped.
      const waited = setTimeout(() => next(performance.now()), tells ? AWAY_MS : BETWEEN_LOOKS_MS);
      if (!tells) return;
      this.video.requestVideoFrameCallback((now, frame) => {
        clearTimeout(waited);
        next(Math.min(now, frame.captureTime ?? frame.presentationTime));
      });
    });
  }

  private seen(code: string, at: number): void {
    const now = performance.now();
    const isNew = code !== this.last.code || now - this.last.at > AWAY_MS;
    this.last = { code, at: now };
    if (!isNew) return;
    // Beside the time until the item is on screen: what of it went into looking.
    performance.measure("scan-read", { start: at, end: now });
    this.onCode(code, at);
  }
}

function end(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
