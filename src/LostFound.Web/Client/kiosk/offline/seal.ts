// Encrypts what waits on the device. The key can be used by this site in this browser and read by nobody, not even
// by this script: a copy of the profile's files tells what was typed no more than the disk's noise would.
import type { Database } from "./database";

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

const ALGORITHM = "AES-GCM";
const IV_BYTES = 12;

export class Seal {
  private constructor(private readonly key: CryptoKey) {}

  static async of(database: Database): Promise<Seal> {
    const fresh = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ["encrypt", "decrypt"]);
    // Of two tabs that come first at once, one key stays.
    const change = database.transaction("keys", "readwrite");
    const key = (await change.store.get("outbox")) ?? fresh;
    await change.store.put(key, "outbox");
    await change.done;
    return new Seal(key);
  }

  async close(content: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    return { iv, bytes: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, this.key, content) };
  }

  /** Throws when it was sealed with another key or changed since. */
  open(sealed: Sealed): Promise<ArrayBuffer> {
    return crypto.subtle.decrypt({ name: ALGORITHM, iv: sealed.iv }, this.key, sealed.bytes);
  }
}
