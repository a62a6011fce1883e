// Items registered here that the server has not acknowledged yet, and the codes for their labels.
import type { Database, News, Registered, WaitingRow } from "./database";
import { Seal } from "./seal";

/** What a person entered, with who they were. */
export interface Entry {
  fields: [name: string, value: string][];
  staff: string;
  staffName: string;
}

export interface Waiting {
  row: WaitingRow;
  entry: Entry;
  photos: Blob[];
}

export interface Counts {
  waiting: number;
  oldest: number | null;
  codes: number;
  refused: WaitingRow[];
  news: News[];
}

/** No code is left for a label, and none can be had without the server. */
export class OutOfCodes extends Error {}

const REMEMBER_MS = 24 * 60 * 60 * 1000;

export class Outbox {
  private constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  static async over(database: Database): Promise<Outbox> {
    return new Outbox(database, await Seal.of(database));
  }

  /** Whether this form was registered, whatever became of the page since. */
  async knows(request: string): Promise<boolean> {
    return (await this.find(request)) !== undefined;
  }

  /**
   * Puts an item into the box and takes its code, in one transaction: no crash and no second tab can give one code
   * to two items, or lose the item that has it. The same request again is answered as before.
   */
  async add(request: string, at: number, entry: Entry, photos: readonly Blob[], printedTag: string | null): Promise<Registered> {
    // Sealed first: a transaction does not wait for anything but the database.
    const form = await this.seal.close(new TextEncoder().encode(JSON.stringify(entry)));
    const sealed = await Promise.all(photos.map(async (photo) => this.seal.close(await photo.arrayBuffer())));
    const known = await this.find(request);
    if (known) return known;
    const change = this.database.transaction(["waiting", "photos", "tags"], "readwrite", { durability: "strict" });
    const tag = printedTag ?? (await change.objectStore("tags").getKey(IDBKeyRange.lowerBound("")));
    if (!tag) {
      change.abort();
      await change.done.catch(() => undefined);
      throw new OutOfCodes();
    }
    const row: WaitingRow = { request, item: crypto.randomUUID(), tag, at, form, photos: photos.length };
    await Promise.all([
      change.objectStore("waiting").add(row),
      change.objectStore("tags").delete(tag),
      ...sealed.map((photo, index) => change.objectStore("photos").put(photo, [request, index])),
      change.done,
    ]);
    return row;
  }

  /** The oldest that the server has not refused, and that was not looked at since `after`. */
  async next(seen: ReadonlySet<string>): Promise<WaitingRow | undefined> {
    const rows = await this.database.getAllFromIndex("waiting", "at");
    return rows.find((row) => !row.refusal && !seen.has(row.request));
  }

  /** Throws when it can not be read any more. */
  async read(row: WaitingRow): Promise<Waiting> {
    const entry = JSON.parse(new TextDecoder().decode(await this.seal.open(row.form))) as Entry;
    const photos: Blob[] = [];
    for (let index = 0; index < row.photos; index++) {
      const sealed = await this.database.get("photos", [row.request, index]);
      if (sealed) photos.push(new Blob([await this.seal.open(sealed)], { type: "image/jpeg" }));
    }
    return { row, entry, photos };
  }

  /** The server has it: only now its photos and words go. */
  async acknowledge(row: WaitingRow, news: string | null): Promise<void> {
    const change = this.database.transaction(["waiting", "photos", "delivered", "news"], "readwrite", { durability: "strict" });
    await Promise.all([
      change.objectStore("waiting").delete(row.request),
      change.objectStore("photos").delete(photosOf(row.request)),
      change.objectStore("delivered").put({ request: row.request, item: row.item, tag: row.tag, at: row.at }),
      ...(news ? [change.objectStore("news").put({ request: row.request, item: row.item, words: news })] : []),
      change.done,
    ]);
  }

  /** The server does not take it. Nothing is thrown away: a person reads why, and decides. */
  async refuse(request: string, words: string): Promise<void> {
    await this.change(request, (row) => ({ ...row, refusal: words }));
  }

  async tryAgain(request: string): Promise<void> {
    await this.change(request, ({ refusal: _, ...row }) => row);
  }

  async forgetNews(request: string): Promise<void> {
    await this.database.delete("news", request);
  }

  async forgetOld(now: number): Promise<void> {
    for (const row of await this.database.getAll("delivered")) {
      if (row.at < now - REMEMBER_MS) await this.database.delete("delivered", row.request);
    }
  }

  async addCodes(codes: readonly string[]): Promise<void> {
    const change = this.database.transaction("tags", "readwrite", { durability: "strict" });
    await Promise.all([...codes.map((code) => change.store.put(code, code)), change.done]);
  }

  /** Codes belong to the device that they were leased to; enrolled anew, it is another one. */
  async dropCodes(): Promise<void> {
    await this.database.clear("tags");
  }

  async count(): Promise<Counts> {
    const rows = await this.database.getAllFromIndex("waiting", "at");
    const refused = rows.filter((row) => row.refusal);
    return {
      waiting: rows.length,
      oldest: rows[0]?.at ?? null,
      codes: await this.database.count("tags"),
      refused,
      news: await this.database.getAll("news"),
    };
  }

  private async find(request: string): Promise<Registered | undefined> {
    return (await this.database.get("waiting", request)) ?? (await this.database.get("delivered", request));
  }

  private async change(request: string, how: (row: WaitingRow) => WaitingRow): Promise<void> {
    const change = this.database.transaction("waiting", "readwrite");
    const row = await change.store.get(request);
    if (row) await change.store.put(how(row));
    await change.done;
  }
}

function photosOf(request: string): IDBKeyRange {
  return IDBKeyRange.bound([request, 0], [request, Infinity]);
}
