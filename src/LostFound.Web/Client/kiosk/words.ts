// Names of kinds in every language, and brands with their misspellings: one answer that the browser keeps, asked
// for when nothing else is going on. Without it, the names on the page itself can be searched.
const ADDRESS = "/kiosk/words";

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
  // Without a network the copy of another day is as good; without one too, it is asked for when somebody types next.
  const words = (await read({})) ?? (await read({ cache: "only-if-cached", mode: "same-origin" }));
  if (!words) asked = undefined;
  return words ?? { kinds: {}, brands: [] };
}

async function read(how: RequestInit): Promise<Words | null> {
  try {
    const response = await fetch(ADDRESS, { headers: { "X-Background": "1" }, ...how });
    return response.ok ? ((await response.json()) as Words) : null;
  } catch {
    return null;
  }
}
