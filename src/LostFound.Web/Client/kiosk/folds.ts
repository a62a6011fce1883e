// What is folded away must never hide a mistake or something that somebody typed.
type Text = HTMLInputElement | HTMLTextAreaElement;

const WORDS = "textarea, input[type=text], input[type=number]";

const FOLDS = "details[data-fold], details[data-inside-rest]";

/** As on a fresh page. */
export function closeFolds(form: HTMLFormElement): void {
  for (const fold of form.querySelectorAll<HTMLDetailsElement>(FOLDS)) fold.open = false;
}

/** Opens every fold that holds an error, words, or a choice that its line does not show. */
export function openFilled(form: HTMLFormElement): void {
  for (const fold of form.querySelectorAll<HTMLDetailsElement>(FOLDS)) {
    const isFilled = [...fold.querySelectorAll<Text>(WORDS)].some((field) => field.value !== "");
    const isChosen = fold.querySelector("input[name=category]:checked") !== null;
    if (isFilled || isChosen || fold.querySelector(".has-error")) fold.open = true;
  }
}
