// Choosing labels: one tap ticks them all, and once more none.
import "./staff";

const form = document.querySelector<HTMLFormElement>("form[data-choose-labels]");
const all = form?.querySelector<HTMLButtonElement>("[data-tick-all]");
if (form && all) {
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[name=item]")];
  const show = (): void => {
    all.textContent = boxes.every((box) => box.checked) ? "Tick none" : "Tick all";
  };
  all.hidden = false;
  all.addEventListener("click", () => {
    const ticked = !boxes.every((box) => box.checked);
    for (const box of boxes) box.checked = ticked;
    show();
  });
  form.addEventListener("change", show);
  show();
}
