// What a kiosk keeps for itself: items that wait for the server, their photos, and the codes it may print.
// What somebody typed or photographed is sealed; the rest is what a label shows anyone.
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Sealed } from "./seal";

/** An item as its label and the server know it. */
export interface Registered {
  request: string;
  item: string;
  tag: string;
  /** When it was registered, in milliseconds of the venue's clock. */
  at: number;
}

export interface WaitingRow extends Registered {
  form: Sealed;
  photos: number;
  /** Why the server does not take it, in its own words. It stays until a person has decided. */
  refusal?: string;
}

/** Something that a person has to do after a delivery. */
export interface News {
  request: string;
  item: string;
  words: string;
}

export interface Person {
  id: string;
  name: string;
}

interface Schema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  waiting: { key: string; value: WaitingRow; indexes: { at: number } };
  photos: { key: [request: string, ordinal: number]; value: Sealed };
  /** What the server has, for a day: a form that comes back after a crash is known to be registered. */
  delivered: { key: string; value: Registered };
  news: { key: string; value: News };
  tags: { key: string; value: string };
  facts: { key: string; value: string };
}

export type Database = IDBPDatabase<Schema>;

/** Throws where the browser keeps no database. */
export function openDatabase(): Promise<Database> {
  return openDB<Schema>("lostfound-outbox", 1, {
    upgrade(database) {
      database.createObjectStore("keys");
      database.createObjectStore("waiting", { keyPath: "request" }).createIndex("at", "at");
      database.createObjectStore("photos");
      database.createObjectStore("delivered", { keyPath: "request" });
      database.createObjectStore("news", { keyPath: "request" });
      database.createObjectStore("tags");
      database.createObjectStore("facts");
    },
  });
}
