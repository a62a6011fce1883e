// Names of kinds in every language, and brands with their misspellings: one answer that the browser keeps, asked
// for when nothing else is going on. Without it, the names on the page itself can be searched.
const ADDRESS = "/kiosk/words";
const KEPT = "lostfound-words";

export interface Words {
  kinds: Record<string, string[]>;
  /** Each as it is to be written, then its other spellings; the usual ones first. */
  brands: string[][];
}

let asked: Promise<Words> | undefined;

export function loadWords(): Promise<Words> {
  return (asked ??= ask());
}

async function ask(): Promise<Words> {
  // The words of another day are as good, and a network that hangs must not keep somebody waiting who types: what
  // was kept counts now, and what comes is for the next time.
  const known = await kept();
  const fresh = fetched();
  const words = known ?? (await fresh);
  // Asked for again when somebody types next.
  if (!words) asked = undefined;
  return words ?? { kinds: {}, brands: [] };
}

async function fetched(): Promise<Words | null> {
  try {
    const response = await fetch(ADDRESS, { headers: { "X-Background": "1" } });
    if (!response.ok) return null;
    await keep(response.clone());
    return (await response.json()) as Words;
  } catch {
    return null;
  }
}

/** Not left to the browser's own cache, which would insist on asking. */
async function keep(response: Response): Promise<void> {
  try {
    await (await caches.open(KEPT)).put(ADDRESS, response);
  } catch {
    // No room, or a browser that keeps nothing: then there are words only while there is a network.
  }
}

async function kept(): Promise<Words | null> {
  try {
    const response = await (await caches.open(KEPT)).match(ADDRESS);
    return response ? ((await response.json()) as Words) : null;
  } catch {
    return null;
  }
}
