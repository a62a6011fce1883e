/** As the server folds names: without case, accents and the space around. */
export function foldText(text: string): string {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().trim();
}
