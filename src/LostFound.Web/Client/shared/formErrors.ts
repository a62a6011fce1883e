// The server's refusals of a form sent by script, shown as the server shows them on a page: a summary first,
// each line leading to its field, and the same words beside the field.
export interface FormError {
  field: string;
  message: string;
}

export function showErrors(form: HTMLFormElement, place: HTMLElement, errors: FormError[]): void {
  clearErrors(form, place);
  const summary = element("div", "error-summary");
  summary.setAttribute("role", "alert");
  summary.setAttribute("aria-labelledby", "error-summary-title");
  summary.tabIndex = -1;
  const title = element("h2", "", "There is a problem");
  title.id = "error-summary-title";
  const list = document.createElement("ul");
  for (const error of errors) {
    const link = document.createElement("a");
    link.href = `#${error.field}`;
    link.textContent = error.message;
    const line = document.createElement("li");
    line.append(link);
    list.append(line);
    markField(error);
  }
  summary.append(title, list);
  place.append(summary);
  summary.focus();
  summary.scrollIntoView({ block: "start" });
}

export function clearErrors(form: HTMLFormElement, place: HTMLElement): void {
  place.replaceChildren();
  for (const words of form.querySelectorAll(".field-error")) words.remove();
  for (const field of form.querySelectorAll(".has-error")) field.classList.remove("has-error");
  for (const control of form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

function markField({ field, message }: FormError): void {
  const control = document.getElementById(field);
  const box = control?.closest(".field");
  if (!control || !box || box.classList.contains("has-error")) return;
  box.classList.add("has-error");
  control.setAttribute("aria-invalid", "true");
  const words = element("p", "field-error", message);
  words.id = `${field}-error`;
  box.querySelector(":scope > legend, :scope > .field-label")?.after(words);
  const described = new Set((control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  control.setAttribute("aria-describedby", [...described.add(words.id)].join(" "));
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
