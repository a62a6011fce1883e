// Which brands somebody may mean who has typed so far. Pure: text in, names out.
import { foldText } from "../shared/foldText";

const SHORTEST_INSIDE = 3;
// In shorter words a slip makes another word.
const SHORTEST_FORGIVEN = 4;
const LONG = 8;

/**
 * @param brands each as it is to be written, then its other spellings; the usual ones first
 * @returns at most so many, those that fit best first, the usual ones first among equals
 */
export function suggestBrands(typed: string, brands: readonly (readonly string[])[], limit: number): string[] {
  const wanted = foldText(typed);
  if (wanted === "") return [];
  return brands
    .map((spellings, order) => ({ name: spellings[0] ?? "", rank: Math.min(...spellings.map((spelling, at) => rank(wanted, foldText(spelling), at > 0))), order }))
    .filter((brand) => brand.rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, limit)
    .map((brand) => brand.name);
}

function rank(wanted: string, spelling: string, isOther: boolean): number {
  if (spelling === wanted) return isOther ? 1 : 0;
  if (spelling.startsWith(wanted)) return isOther ? 3 : 2;
  if (spelling.includes(` ${wanted}`)) return 4;
  if (wanted.length >= SHORTEST_INSIDE && spelling.includes(wanted)) return 5;
  if (wanted.length < SHORTEST_FORGIVEN) return Infinity;
  const slips = slipsToBegin(wanted, spelling);
  return slips <= (wanted.length >= LONG ? 2 : 1) ? 5 + slips : Infinity;
}

/** The fewest letters wrong, missing, too many or swapped until the text is how the name begins. */
export function slipsToBegin(text: string, name: string): number {
  let before: number[] = [];
  let last = Array.from({ length: name.length + 1 }, (_, at) => at);
  for (let i = 1; i <= text.length; i++) {
    const next = [i];
    for (let j = 1; j <= name.length; j++) {
      const same = text[i - 1] === name[j - 1];
      let slips = Math.min(last[j]! + 1, next[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && text[i - 1] === name[j - 2] && text[i - 2] === name[j - 1]) slips = Math.min(slips, before[j - 2]! + 1);
      next.push(slips);
    }
    before = last;
    last = next;
  }
  return Math.min(...last);
}
