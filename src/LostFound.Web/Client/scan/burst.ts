// Tells a scanner that types (a "keyboard wedge") from a person, by speed alone. Pure: keys and times in, a verdict out.

/** A person's fastest keys are about 60 ms apart, a slow scanner's 20 ms. */
export const LARGEST_GAP_MS = 35;

/** Shorter bursts are a person rolling over keys. */
export const SHORTEST_CODE = 6;

export type Verdict =
  /** Nothing that a scanner would send. */
  | { kind: "other" }
  /** Might be the beginning of a scan. */
  | { kind: "first" }
  /** Belongs to the burst before it. */
  | { kind: "more" }
  /** The Enter that ends a scan. */
  | { kind: "scan"; code: string };

export class Burst {
  private code = "";
  private lastAt = Number.NEGATIVE_INFINITY;

  /**
   * @param key as a KeyboardEvent names it
   * @param at when it was pressed, in milliseconds of any clock
   */
  press(key: string, at: number): Verdict {
    // A scanner presses Shift for each capital; that neither adds to a code nor ends it.
    if (key === "Shift") return { kind: "other" };
    const follows = at - this.lastAt <= LARGEST_GAP_MS;
    this.lastAt = at;
    if (key === "Enter") {
      const code = follows ? this.code : "";
      this.code = "";
      return code.length >= SHORTEST_CODE ? { kind: "scan", code } : { kind: "other" };
    }
    // Named keys (Tab, Backspace) are longer than one character; no code of ours holds a space.
    if (key.length !== 1 || key === " ") {
      this.code = "";
      return { kind: "other" };
    }
    const begins = !follows || this.code === "";
    this.code = begins ? key : this.code + key;
    return { kind: begins ? "first" : "more" };
  }
}
