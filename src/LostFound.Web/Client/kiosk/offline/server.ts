// What the device and the server say to each other, in one place. Every refusal is a value: what to do differs.
import type { Waiting } from "./outbox";

export type Answer<T> =
  | { kind: "done"; value: T }
  | { kind: "unreachable" }
  | { kind: "expired" }
  | { kind: "not-enrolled"; words: string }
  | { kind: "refused"; words: string };

export interface Greeting {
  device: string;
  token: string;
  now: string;
}

const TOKEN = "__RequestVerificationToken";
const GREETING_TIMEOUT_MS = 10_000;
// A few photos over a line of the worst kind.
const DELIVERY_TIMEOUT_MS = 120_000;
// By itself the device keeps nobody signed in.
const BY_ITSELF = { "X-Background": "1", "X-Requested-With": "fetch", Accept: "application/json" };

export function greet(): Promise<Answer<Greeting>> {
  return ask("/api/v1/kiosk", { cache: "no-store" }, GREETING_TIMEOUT_MS);
}

export function lease(token: string, held: number): Promise<Answer<{ codes: string[] }>> {
  const body = new FormData();
  body.set(TOKEN, token);
  body.set("held", String(held));
  return ask("/api/v1/tags", { method: "POST", body }, GREETING_TIMEOUT_MS);
}

export function deliver(token: string, { row, entry, photos }: Waiting, now: number): Promise<Answer<{ id: string; tag: string }>> {
  const body = new FormData();
  body.set(TOKEN, token);
  body.set("request", row.request);
  body.set("item", row.item);
  body.set("tag", row.tag);
  body.set("staff", entry.staff);
  body.set("staff-name", entry.staffName);
  body.set("registered-at", new Date(row.at).toISOString());
  body.set("sent-at", new Date(now).toISOString());
  for (const [name, value] of entry.fields) body.append(name, value);
  photos.forEach((photo, index) => body.append("photos", photo, `photo-${index + 1}.jpg`));
  return ask("/api/v1/items", { method: "POST", body }, DELIVERY_TIMEOUT_MS);
}

async function ask<T>(address: string, request: RequestInit, timeout: number): Promise<Answer<T>> {
  try {
    const response = await fetch(address, { ...request, headers: BY_ITSELF, signal: AbortSignal.timeout(timeout) });
    if (response.ok) return { kind: "done", value: (await response.json()) as T };
    // Fair weather comes back by itself: a restarting server, a proxy without one, too many at once.
    if (response.status >= 500 || response.status === 429 || response.status === 408) return { kind: "unreachable" };
    const said = (await response.json()) as { message?: string; expired?: boolean };
    if (said.expired) return { kind: "expired" };
    const words = said.message ?? `The server answered ${response.status}.`;
    return response.status === 403 ? { kind: "not-enrolled", words } : { kind: "refused", words };
  } catch {
    // No network, or a proxy's own page in the place of an answer.
    return { kind: "unreachable" };
  }
}
