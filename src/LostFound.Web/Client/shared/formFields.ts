// What a person put into a form, out of it and back into it. Hidden fields belong to the page, files to their list.
type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function readFields(form: HTMLFormElement): [name: string, value: string][] {
  return fieldsOf(form)
    .filter((field) => !isChoice(field) || field.checked)
    .map((field) => [field.name, field.value]);
}

export function writeFields(form: HTMLFormElement, values: [name: string, value: string][]): void {
  for (const field of fieldsOf(form)) {
    const typed = values.filter(([name]) => name === field.name).map(([, value]) => value);
    if (isChoice(field)) {
      field.checked = typed.includes(field.value);
      if (field.checked) field.closest("details")?.setAttribute("open", "");
    } else {
      field.value = typed[0] ?? "";
    }
  }
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>("input[name], select[name], textarea[name]")].filter(
    (field) => field.type !== "hidden" && field.type !== "file" && !field.disabled,
  );
}

function isChoice(field: Field): field is HTMLInputElement {
  return field.type === "radio" || field.type === "checkbox";
}
