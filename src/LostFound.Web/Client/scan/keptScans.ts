// Scans that could not be sent: kept on the device until the server has answered, each with its id and its time, so that
// it counts once and for when it happened. Sent by itself when the network is back, by the person who scanned.
import { openDB, type IDBPDatabase } from "idb";
import { post } from "./scan";

export interface KeptScan {
  id: string;
  /** Where it is sent: the bin or the count that was open. */
  address: string;
  code: string;
  /** Milliseconds since 1970 by this device; only its age is sent. */
  at: number;
  who: string;
}

export interface KeptListener {
  /** How many wait, and how many of them for somebody else to sign in. */
  onCount(count: number, ofOthers: number): void;
  onSent(scan: KeptScan, html: string): void;
  /** The server will never take it: the page must say so, since only the person can scan it again. */
  onLost(scan: KeptScan): void;
}

const STORE = "scans";
const AGAIN_MS = 10_000;

export class KeptScans {
  private sending = false;

  private constructor(
    private readonly database: IDBPDatabase | null,
    private readonly who: string,
    private readonly listener: KeptListener,
  ) {}

  static async open(listener: KeptListener): Promise<KeptScans> {
    const who = document.querySelector(".staff-name")?.textContent?.trim() ?? "";
    const database = await openDB("lostfound-scans", 1, { upgrade: (fresh) => void fresh.createObjectStore(STORE, { keyPath: "id" }) }).catch(() => null);
    const kept = new KeptScans(database, who, listener);
    addEventListener("online", () => void kept.flush());
    document.addEventListener("visibilitychange", () => void (document.hidden || kept.flush()));
    setInterval(() => void kept.flush(), AGAIN_MS);
    await kept.flush();
    return kept;
  }

  async count(): Promise<number> {
    return (await this.all()).length;
  }

  /** False where the browser keeps nothing: then the person has to know. */
  async keep(scan: Omit<KeptScan, "who">): Promise<boolean> {
    if (!this.database) return false;
    await this.database.put(STORE, { ...scan, who: this.who });
    await this.tell();
    return true;
  }

  /** Sends what waits, oldest first; stops at the first that the server did not answer. */
  async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      for (const scan of (await this.all()).filter((kept) => kept.who === this.who)) if (!(await this.send(scan))) break;
    } finally {
      this.sending = false;
    }
    await this.tell();
  }

  private async send(scan: KeptScan): Promise<boolean> {
    const response = await sendScan(scan).catch(() => null);
    if (!response) return false;
    if (response.status === 404 || response.status === 409) this.listener.onLost(scan);
    else if (!(await isAnswer(response))) return false;
    await this.database?.delete(STORE, scan.id);
    if (response.ok) this.listener.onSent(scan, await response.text());
    return true;
  }

  private async tell(): Promise<void> {
    const all = await this.all();
    this.listener.onCount(all.length, all.filter((kept) => kept.who !== this.who).length);
  }

  private async all(): Promise<KeptScan[]> {
    const kept = ((await this.database?.getAll(STORE)) ?? []) as KeptScan[];
    return kept.sort((a, b) => a.at - b.at);
  }
}

export function sendScan(scan: Pick<KeptScan, "id" | "address" | "code" | "at">): Promise<Response> {
  return post(scan.address, { request: scan.id, code: scan.code, age: String(Math.max(0, Date.now() - scan.at)) });
}

/** A page to sign in, or one with an error of its own, is no answer to a scan. */
export async function isAnswer(response: Response): Promise<boolean> {
  return response.headers.get("Content-Type")?.includes("json") === true || (await response.clone().text()).includes("data-scan-answer");
}
