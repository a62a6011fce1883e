// Says honestly how fresh a page is. Until a script knows, the page claims nothing. Guests' pages bring the words in their
// language; staff's are in English.
export type LinkState = "live" | "polling" | "offline";

export class ConnectionState {
  private readonly line = document.querySelector<HTMLElement>("[data-connection]");
  private readonly words = this.line?.querySelector<HTMLElement>("[data-connection-text]") ?? null;
  private trueAt = new Date();
  private state: LinkState | null = null;

  constructor(private readonly pollSeconds: number) {}

  show(state: LinkState): void {
    // While the connection stood, the page was true until this moment.
    if (this.state === "live") this.trueAt = new Date();
    this.state = state;
    if (!this.line || !this.words) return;
    this.line.hidden = false;
    this.line.dataset["state"] = state;
    const words = this.say(state);
    if (this.words.textContent !== words) this.words.textContent = words;
  }

  /** The page was just read again, or found to be true still. */
  fresh(): void {
    this.trueAt = new Date();
  }

  private say(state: LinkState): string {
    const texts = this.line?.dataset ?? {};
    switch (state) {
      case "live":
        return texts["liveText"] ?? "Live";
      case "polling":
        return (texts["pollingText"] ?? "Checking every {seconds} s").replace("{seconds}", String(this.pollSeconds));
      case "offline":
        return (texts["offlineText"] ?? "You’re offline: this was true at {time}").replace("{time}", this.trueAt.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
    }
  }
}
