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
  try {
    const response = await fetch(ADDRESS, { headers: { "X-Background": "1" } });
    if (response.ok) return (await response.json()) as Words;
  } catch {
    // No network: asked again when somebody types next.
  }
  asked = undefined;
  return { kinds: {}, brands: [] };
}
