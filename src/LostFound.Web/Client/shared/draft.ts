// One unfinished form a device, photos included, kept in the browser's own database: a reload, a crash or a
// flat battery loses nothing.
import { openDB, type IDBPDatabase } from "idb";

export interface Draft {
  /** Stays the same however often the form is sent, so that the server registers it once. */
  requestId: string;
  fields: [name: string, value: string][];
  photos: Blob[];
}

const STORE = "drafts";
const CURRENT = "current";

export class DraftBox {
  private constructor(private readonly database: IDBPDatabase | null) {}

  /** Opens the box; where the browser keeps no database (private windows), one that remembers nothing. */
  static async open(name: string): Promise<DraftBox> {
    try {
      return new DraftBox(await openDB(name, 1, { upgrade: (database) => void database.createObjectStore(STORE) }));
    } catch {
      return new DraftBox(null);
    }
  }

  get keeps(): boolean {
    return this.database !== null;
  }

  async read(): Promise<Draft | undefined> {
    return (await this.database?.get(STORE, CURRENT)) as Draft | undefined;
  }

  async write(draft: Draft): Promise<void> {
    const writing = this.database?.transaction(STORE, "readwrite");
    if (!writing) return;
    const put = writing.store.put(draft, CURRENT);
    // Left to itself it would be committed in a later turn, which a page that is going away no longer has.
    writing.commit();
    await Promise.all([put, writing.done]);
  }

  async clear(): Promise<void> {
    await this.database?.delete(STORE, CURRENT);
  }
}
