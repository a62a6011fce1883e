// Registers an item on this device: the same with and without a network. The server hears of it behind that.
import { openDatabase, type Person, type Registered } from "./database";
import { Outbox, OutOfCodes, type Counts } from "./outbox";
import { storageWarning } from "./storage";
import { Sync, type Link } from "./sync";
import { VenueClock } from "./venueClock";

export interface OutboxState extends Counts {
  link: Link;
  sending: boolean;
  /** Who registers: whoever is signed in or, without a network, was the last to be. */
  person: Person | null;
  notEnrolled: string;
  warning: string | null;
}

export interface RegistrarOptions {
  zone: string;
  /** The server's time when it drew the page; empty in the page that the device keeps. */
  serverTime: string;
  topUpBelow: number;
  /** Whoever is signed in; null in the page that the device keeps. */
  signedIn: Person | null;
}

/** The server does not know this device any more: what it registered now could never be delivered. */
export class NotEnrolled extends Error {}

const CHANNEL = "lostfound-outbox";

export class Registrar {
  private readonly listeners: ((state: OutboxState) => void)[] = [];
  private readonly channel = new BroadcastChannel(CHANNEL);
  private readonly sync: Sync;

  private constructor(
    database: Awaited<ReturnType<typeof openDatabase>>,
    private readonly outbox: Outbox,
    readonly clock: VenueClock,
    private readonly person: Person | null,
    topUpBelow: number,
  ) {
    this.sync = new Sync(database, outbox, clock, topUpBelow, () => this.changed());
    this.channel.addEventListener("message", () => void this.tell());
  }

  /** Null where the browser keeps nothing or encrypts nothing: then the form is sent as without a script. */
  static async open(options: RegistrarOptions): Promise<Registrar | null> {
    try {
      const database = await openDatabase();
      const clock = await VenueClock.over(database, options.zone);
      if (options.serverTime) await clock.set(options.serverTime);
      if (options.signedIn) await database.put("facts", JSON.stringify(options.signedIn), "person");
      const last = await database.get("facts", "person");
      const outbox = await Outbox.over(database);
      await outbox.forgetOld(clock.now());
      return new Registrar(database, outbox, clock, last ? (JSON.parse(last) as Person) : null, options.topUpBelow);
    } catch {
      return null;
    }
  }

  start(): void {
    this.sync.start();
    void this.tell();
    // Ages on the screen go on.
    setInterval(() => void this.tell(), 30_000);
  }

  onState(listener: (state: OutboxState) => void): void {
    this.listeners.push(listener);
  }

  knows(request: string): Promise<boolean> {
    return this.outbox.knows(request);
  }

  /** The label's tag at once. Throws OutOfCodes when this device has none and the server cannot be asked, or NotEnrolled. */
  async register(request: string, fields: [string, string][], photos: readonly Blob[], printedTag: string | null): Promise<Registered> {
    if (this.sync.link === "not-enrolled") throw new NotEnrolled();
    const entry = { fields, staff: this.person?.id ?? "", staffName: this.person?.name ?? "" };
    const add = (): Promise<Registered> => this.outbox.add(request, this.clock.now(), entry, photos, printedTag);
    let registered: Registered;
    try {
      registered = await add();
    } catch (problem) {
      if (!(problem instanceof OutOfCodes)) throw problem;
      // A device that just came has not been given any yet.
      await this.sync.run();
      registered = await add();
    }
    // The line of news counts it before the label stands there.
    this.channel.postMessage("changed");
    await this.tell();
    void this.sync.run();
    return registered;
  }

  async tryAgain(request: string): Promise<void> {
    await this.outbox.tryAgain(request);
    await this.sync.run();
  }

  async forgetNews(request: string): Promise<void> {
    await this.outbox.forgetNews(request);
    this.changed();
  }

  private changed(): void {
    this.channel.postMessage("changed");
    void this.tell();
  }

  private async tell(): Promise<void> {
    const counts = await this.outbox.count();
    const { link, sending, notEnrolled } = this.sync;
    const state = { ...counts, link, sending, notEnrolled, person: this.person, warning: await storageWarning(counts.waiting) };
    for (const listener of this.listeners) listener(state);
  }
}
