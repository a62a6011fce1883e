// A device's own choices, such as sound and keys. Where a browser keeps nothing, each page begins with the usual ones.
const ofThisPage = new Map<string, string>();

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return ofThisPage.get(name) ?? null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    ofThisPage.set(name, value);
  }
}
