// The time at the venue, as the server last told it: a tablet's own clock and zone may be anything.
import type { Database } from "./database";

const MINUTE_MS = 60_000;

export class VenueClock {
  private constructor(
    private readonly database: Database,
    private readonly zone: string,
    private offset: number,
  ) {}

  static async over(database: Database, zone: string): Promise<VenueClock> {
    return new VenueClock(database, zone, Number((await database.get("facts", "clock-offset")) ?? 0));
  }

  now(): number {
    return Date.now() + this.offset;
  }

  /** The server's clock is the venue's. */
  async set(serverTime: string): Promise<void> {
    this.offset = Date.parse(serverTime) - Date.now();
    await this.database.put("facts", String(this.offset), "clock-offset");
  }

  /** As the fields of a form hold them. */
  local(at = this.now()): { date: string; time: string } {
    // Sweden writes dates as forms do.
    const [date = "", time = ""] = new Intl.DateTimeFormat("sv-SE", { timeZone: this.zone, dateStyle: "short", timeStyle: "short" }).format(at).split(" ");
    return { date, time };
  }

  /** How many minutes after now a form's day and time are; NaN when they are none. */
  minutesAhead(date: string, time: string): number {
    const now = this.local();
    return (Date.parse(`${date}T${time}Z`) - Date.parse(`${now.date}T${now.time}Z`)) / MINUTE_MS;
  }
}
