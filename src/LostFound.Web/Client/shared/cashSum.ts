// The sum of counted cash, live. The server works it out again; this only spares a person the wait.
export function cashSum(root: HTMLElement): void {
  const sum = root.querySelector<HTMLOutputElement>("[data-cash-sum]");
  if (!sum) return;
  // With the sum live, the button that asks the server for it would only stand in the way of Enter.
  root.querySelector("[data-cash-ask]")?.remove();
  const places = Number(root.dataset["places"]);
  const show = (): void => {
    let total = 0;
    for (const input of root.querySelectorAll<HTMLInputElement>("[data-cash-value]")) {
      if (/^\d+$/.test(input.value.trim())) total += Number(input.dataset["cashValue"]) * Number(input.value);
    }
    const amount = total.toLocaleString("en", { minimumFractionDigits: places, maximumFractionDigits: places });
    sum.textContent = `${root.dataset["symbol"] ?? ""}${amount}`;
  };
  root.addEventListener("input", show);
  show();
}
