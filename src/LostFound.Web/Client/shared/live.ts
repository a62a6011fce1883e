// Keeps a part of a page true. The server only hints that something changed; the part is then read again.
// Subscribe first, read second: a change between the two is never missed. Without a socket it polls.
import { HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";

export interface Watched {
  /** The hub method to join with, and its arguments before the sequence number. */
  method: string;
  args: unknown[];
  /** The element whose content is replaced; its data-fragment is the address to read. */
  element: HTMLElement;
  pollSeconds: number;
  onState?: (state: "live" | "polling" | "offline") => void;
  /** Runs when the server has answered: what stands in the page is true now, whether or not it changed. */
  onRead?: () => void;
  /** The desk whose line the page stands in, asked whenever it may have changed, and what to do with a movement of it. */
  lineDesk?: () => string | undefined;
  onLine?: (message: LineMessage, read: () => void) => void;
  /** Runs after new content stands in the page. */
  onSwap?: (element: HTMLElement) => void;
}

/** What every phone in a line gets after a movement; the server's LineMessage says what each part means. */
export interface LineMessage {
  sequence: number;
  line: string;
  waits: [place: number, minutes: number][];
  again: number[];
  passes: [reason: string, from: number, to: number][];
}

interface WatchAnswer {
  sequence: number;
  changed: boolean;
}

/** Starts watching; the answer reads once more whenever it is called. */
export function watch(watched: Watched): () => Promise<void> {
  const started = new Watch(watched);
  started.start();
  return () => started.read();
}

class Watch {
  private readonly connection: HubConnection;
  private seen: number;
  private etag: string | null = null;
  private reading = false;
  private readAgain = false;
  private retry = 0;
  private inLine: string | undefined;

  constructor(private readonly watched: Watched) {
    this.seen = Number(watched.element.dataset["sequence"] ?? 0);
    this.connection = new HubConnectionBuilder().withUrl("/hubs/live").configureLogging(LogLevel.None).build();
    this.connection.on("changed", (sequence: number) => {
      this.seen = Math.max(this.seen, sequence);
      void this.read();
    });
    this.connection.on("line", (message: LineMessage) => {
      this.seen = Math.max(this.seen, message.sequence);
      this.watched.onLine?.(message, () => void this.read());
    });
    this.connection.onclose(() => {
      this.inLine = undefined;
      this.connectLater();
    });
  }

  start(): void {
    void this.connect();
    setInterval(() => void this.poll(), this.watched.pollSeconds * 1000);
    // A phone that wakes may hold a socket that died hours ago: read at once, whatever it believes.
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) void this.wake();
    });
    addEventListener("online", () => void this.wake());
    // A socket may take half a minute to notice that its network is gone.
    addEventListener("offline", () => this.watched.onState?.("offline"));
    addEventListener("pageshow", (event) => {
      if (event.persisted) void this.wake();
    });
  }

  private async wake(): Promise<void> {
    await this.read();
    if (this.connection.state === HubConnectionState.Disconnected) await this.connect();
  }

  private async poll(): Promise<void> {
    if (this.connection.state !== HubConnectionState.Connected && !document.hidden) await this.read();
  }

  private async connect(): Promise<void> {
    if (this.connection.state !== HubConnectionState.Disconnected) return;
    try {
      await this.connection.start();
      const answer = await this.connection.invoke<WatchAnswer>(this.watched.method, ...this.watched.args, this.seen);
      const moved = await this.joinLine();
      this.retry = 0;
      this.watched.onState?.("live");
      if (answer.changed || moved) await this.read();
      this.seen = Math.max(this.seen, answer.sequence);
    } catch {
      await this.connection.stop();
      this.connectLater();
    }
  }

  /** Listens to the line that the page stands in; says whether it moved since the page was read. */
  private async joinLine(): Promise<boolean> {
    const desk = this.watched.lineDesk?.();
    if (!desk || desk === this.inLine || this.connection.state !== HubConnectionState.Connected) return false;
    this.inLine = desk;
    return (await this.connection.invoke<WatchAnswer>("WatchLine", desk, this.seen)).changed;
  }

  private connectLater(): void {
    this.watched.onState?.(navigator.onLine ? "polling" : "offline");
    // Spread out, so that a server that comes back is not met by every phone in the park at once.
    const wait = Math.min(30_000, 500 * 2 ** this.retry++) * (0.5 + Math.random());
    setTimeout(() => void this.connect(), wait);
  }

  async read(): Promise<void> {
    if (this.reading) {
      this.readAgain = true;
      return;
    }
    this.reading = true;
    try {
      do {
        this.readAgain = false;
        await this.readOnce();
      } while (this.readAgain);
    } finally {
      this.reading = false;
    }
  }

  /** Whatever was said of the network before, it is there. */
  private answered(): void {
    this.watched.onState?.(this.connection.state === HubConnectionState.Connected ? "live" : "polling");
    this.watched.onRead?.();
  }

  /** Asked anew each time: a page may let people choose what they look at. */
  private address(): string {
    return this.watched.element.dataset["fragment"] ?? "";
  }

  private async readOnce(): Promise<void> {
    const headers: Record<string, string> = { "X-Background": "1" };
    if (this.etag) headers["If-None-Match"] = this.etag;
    try {
      const address = this.address();
      const response = await fetch(address, { headers, cache: "no-store", credentials: "same-origin" });
      if (response.status === 401) {
        location.reload();
        return;
      }
      if (response.ok || response.status === 304) this.answered();
      if (!response.ok) return;
      const html = await response.text();
      if (address !== this.address()) {
        // Somebody chose to look at something else meanwhile.
        this.readAgain = true;
        return;
      }
      this.etag = response.headers.get("ETag");
      swap(this.watched.element, html);
      this.watched.onSwap?.(this.watched.element);
      void this.joinLine().catch(() => undefined);
    } catch {
      this.watched.onState?.("offline");
    }
  }
}

/** Replaces the content, keeping what somebody is typing and where the focus is. */
export function swap(element: HTMLElement, html: string): void {
  const typed = new Map<string, string>();
  for (const field of element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[id], textarea[id]")) {
    if (field.type !== "hidden" && field.type !== "checkbox" && field.type !== "radio" && field.value !== field.defaultValue) {
      typed.set(field.id, field.value);
    }
  }
  const focused = element.contains(document.activeElement) ? document.activeElement?.id : null;
  const open = [...element.querySelectorAll<HTMLDetailsElement>("details[id][open]")].map((details) => details.id);
  element.innerHTML = html;
  for (const [id, value] of typed) {
    const field = element.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`);
    if (field) field.value = value;
  }
  for (const id of open) element.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  if (focused) element.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus();
}
