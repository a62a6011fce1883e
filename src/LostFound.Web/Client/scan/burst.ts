// Tells a scanner that types (a "keyboard wedge") from a person, by speed and, where the venue set one, by its prefix.
// Pure: keys and times in, a verdict out.

/** A person's fastest keys are about 60 ms apart, a slow scanner's 20 ms. */
export const LARGEST_GAP_MS = 35;

/** Shorter bursts are a person rolling over keys. */
export const SHORTEST_CODE = 6;

export type Verdict =
  /** Nothing that a scanner would send. */
  | { kind: "other" }
  /** Might be the beginning of a scan; sure when it is the prefix, which nobody types. */
  | { kind: "first"; sure: boolean }
  /** Belongs to the burst before it. */
  | { kind: "more" }
  /** The Enter that ends a scan. */
  | { kind: "scan"; code: string };

export class Burst {
  private keys = "";
  private lastAt = Number.NEGATIVE_INFINITY;

  /** @param prefix what the venue's scanners send before each code; empty when they send none */
  constructor(private readonly prefix = "") {}

  /**
   * @param key as a KeyboardEvent names it
   * @param at when it was pressed, in milliseconds of any clock
   */
  press(key: string, at: number): Verdict {
    // A scanner presses Shift for each capital; that neither adds to a code nor ends it.
    if (key === "Shift") return { kind: "other" };
    const follows = at - this.lastAt <= LARGEST_GAP_MS;
    this.lastAt = at;
    if (key === "Enter") return this.end(follows);
    // Named keys (Tab, Backspace) are longer than one character; no code of ours holds a space.
    if (key.length !== 1 || key === " ") return this.none();
    if (follows && this.keys !== "" && this.mayHold(this.keys + key)) {
      this.keys += key;
      return { kind: "more" };
    }
    if (!this.mayHold(key)) return this.none();
    this.keys = key;
    return { kind: "first", sure: this.prefix !== "" };
  }

  private end(follows: boolean): Verdict {
    const code = follows ? this.keys.slice(this.prefix.length) : "";
    this.keys = "";
    return code.length >= SHORTEST_CODE || (this.prefix !== "" && code !== "") ? { kind: "scan", code } : { kind: "other" };
  }

  private none(): Verdict {
    this.keys = "";
    return { kind: "other" };
  }

  private mayHold(keys: string): boolean {
    return keys.length < this.prefix.length ? this.prefix.startsWith(keys) : keys.startsWith(this.prefix);
  }
}
