// The camera inside the page. Only ever asked for by a press of the button, or where it was allowed before.
export class Camera {
  private stream: MediaStream | null = null;

  constructor(private readonly video: HTMLVideoElement) {
    // A tablet put aside should not film the desk, nor drain its battery.
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.stop();
      else if (this.wanted) void this.start().catch(() => undefined);
    });
  }

  private wanted = false;

  static get exists(): boolean {
    return Boolean(navigator.mediaDevices?.getUserMedia);
  }

  static async isAllowed(): Promise<boolean> {
    try {
      return (await navigator.permissions.query({ name: "camera" as PermissionName })).state === "granted";
    } catch {
      return false;
    }
  }

  async start(): Promise<void> {
    this.wanted = true;
    if (this.stream) return;
    this.stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: "environment" }, width: { ideal: 1920 }, height: { ideal: 1440 } },
    });
    this.video.srcObject = this.stream;
    await this.video.play();
  }

  stop(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.video.srcObject = null;
  }
}
