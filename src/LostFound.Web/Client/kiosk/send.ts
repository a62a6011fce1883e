// Sends the form until the server has answered. A lost answer is no harm: the request id makes the next
// sending give the same tag.
import type { FormError } from "../shared/formErrors";

export type Answer =
  | { kind: "registered"; address: string }
  | { kind: "refused"; errors: FormError[]; requestId: string }
  | { kind: "signed-out" }
  | { kind: "unreachable" };

interface Refused {
  errors?: FormError[];
  message?: string;
  request?: string;
  expired?: boolean;
}

const TIMEOUT_MS = 60_000;
const TOKEN = "__RequestVerificationToken";

export async function send(address: string, body: FormData): Promise<Answer> {
  try {
    const answer = await sendOnce(address, body);
    if (answer !== "expired") return answer;
    // The page stood open longer than its token lives: a fresh one, and again.
    await renewToken(address, body);
    const second = await sendOnce(address, body);
    return second === "expired" ? { kind: "signed-out" } : second;
  } catch {
    return { kind: "unreachable" };
  }
}

async function sendOnce(address: string, body: FormData): Promise<Answer | "expired"> {
  const response = await fetch(address, {
    method: "POST",
    body,
    headers: { "X-Requested-With": "fetch", Accept: "application/json" },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status === 401) return { kind: "signed-out" };
  if (response.status === 202) return { kind: "registered", address: ((await response.json()) as { address: string }).address };
  // Fair weather comes back by itself: a restarting server, a proxy without one, too many at once.
  if (response.status >= 500 || response.status === 429) return { kind: "unreachable" };
  const refused = (await response.json()) as Refused;
  if (refused.expired) return "expired";
  const errors = refused.errors ?? [{ field: "photos", message: refused.message ?? "The server did not take this. Try again." }];
  return { kind: "refused", errors, requestId: refused.request ?? String(body.get("request")) };
}

async function renewToken(address: string, body: FormData): Promise<void> {
  const page = await fetch(address, { headers: { Accept: "text/html" }, credentials: "same-origin" });
  const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector<HTMLInputElement>(`[name="${TOKEN}"]`);
  if (fresh) body.set(TOKEN, fresh.value);
}
