// Delivers what waits, one after the other, whenever there may be a network: at the start, when the browser says
// that it is back, when somebody looks, and by a timer that waits longer after each failure. Only one tab does.
import type { Database } from "./database";
import type { Outbox } from "./outbox";
import { deliver, greet, lease, type Answer, type Greeting } from "./server";
import type { VenueClock } from "./venueClock";

export type Link = "unknown" | "online" | "offline" | "not-enrolled";

const LOCK = "lostfound-outbox";
const LOOK_ANYWAY_MS = 60_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 120_000;

export class Sync {
  link: Link = "unknown";
  sending = false;
  /** Why the device is no longer known, in the server's words. */
  notEnrolled = "";
  private running: Promise<void> | null = null;
  private again = false;
  private failures = 0;
  private timer = 0;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: VenueClock,
    private readonly topUpBelow: number,
    private readonly onChange: () => void,
  ) {}

  start(): void {
    addEventListener("online", () => void this.run());
    addEventListener("offline", () => this.say("offline"));
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) void this.run();
    });
    void this.run();
  }

  /** Answers when everything that waited at this moment was tried. */
  run(): Promise<void> {
    // What came in while a round was under way may have missed it.
    this.again = true;
    return (this.running ??= this.rounds());
  }

  private async rounds(): Promise<void> {
    clearTimeout(this.timer);
    try {
      while (this.again) {
        this.again = false;
        await navigator.locks.request(LOCK, () => this.round());
      }
    } finally {
      this.running = null;
    }
    const failed = this.link === "offline";
    this.failures = failed ? this.failures + 1 : 0;
    const wait = failed ? Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1)) : LOOK_ANYWAY_MS;
    // Spread out, so that a server that comes back is not met by every kiosk at once.
    this.timer = window.setTimeout(() => void this.run(), wait * (0.5 + Math.random()));
  }

  private async round(): Promise<void> {
    const greeting = this.settle(await greet());
    if (!greeting) return;
    await this.clock.set(greeting.now);
    await this.takeCodes(greeting);
    this.say("online");
    try {
      await this.deliverAll(greeting.token);
    } finally {
      this.sending = false;
      this.onChange();
    }
  }

  private async takeCodes(greeting: Greeting): Promise<void> {
    if ((await this.database.get("facts", "device")) !== greeting.device) {
      await this.outbox.dropCodes();
      await this.database.put("facts", greeting.device, "device");
    }
    const { codes } = await this.outbox.count();
    if (codes >= this.topUpBelow) return;
    const answer = await lease(greeting.token, codes);
    if (answer.kind === "done") await this.outbox.addCodes(answer.value.codes);
  }

  private async deliverAll(first: string): Promise<void> {
    let token = first;
    const tried = new Set<string>();
    for (let row = await this.outbox.next(tried); row; row = await this.outbox.next(tried)) {
      tried.add(row.request);
      this.sending = true;
      this.onChange();
      const waiting = await this.outbox.read(row).catch(() => null);
      if (!waiting) {
        await this.outbox.refuse(row.request, "It cannot be read on this device any more: this browser has lost its key. Register the item again.");
        continue;
      }
      let answer = await deliver(token, waiting, this.clock.now());
      if (answer.kind === "expired") {
        // Somebody signed in or out meanwhile, and tokens belong to who is signed in.
        const greeting = this.settle(await greet());
        if (!greeting) return;
        token = greeting.token;
        answer = await deliver(token, waiting, this.clock.now());
      }
      if (answer.kind === "done") await this.outbox.acknowledge({ ...row, item: answer.value.id, tag: answer.value.tag }, renamed(row.tag, answer.value.tag));
      else if (answer.kind === "refused") await this.outbox.refuse(row.request, answer.words);
      else {
        this.settle(answer);
        return;
      }
      this.onChange();
    }
  }

  /** What was answered; otherwise notes why nothing can be delivered now. */
  private settle<T>(answer: Answer<T>): T | null {
    if (answer.kind === "done") return answer.value;
    if (answer.kind === "not-enrolled") this.notEnrolled = answer.words;
    this.say(answer.kind === "not-enrolled" ? "not-enrolled" : "offline");
    return null;
  }

  private say(link: Link): void {
    this.link = link;
    this.onChange();
  }
}

function renamed(ours: string, theirs: string): string | null {
  return ours === theirs ? null : `${shown(ours)} was another item’s tag already. This one is ${shown(theirs)} now: print its new label.`;
}

function shown(tag: string): string {
  return `${tag.slice(0, 4)}-${tag.slice(4)}`;
}
