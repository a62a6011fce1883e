// One scan, however it came in, and how it is sent.

/** How a code came in: only the first two prove that somebody holds the thing. */
export type Way = "camera" | "wedge" | "typed";

export interface Scan {
  code: string;
  way: Way;
  /** When the picture was taken or the last key pressed, by performance.now(). */
  at: number;
}

const TOKEN = "__RequestVerificationToken";

/** Posts as the page's own forms do, and asks for the part of the page that answers. */
export function post(address: string, fields: Record<string, string>): Promise<Response> {
  const token = document.querySelector<HTMLInputElement>(`input[name=${TOKEN}]`)?.value ?? "";
  return fetch(address, {
    method: "POST",
    body: new URLSearchParams({ ...fields, [TOKEN]: token }),
    headers: { "X-Fragment": "1", "X-Requested-With": "fetch" },
  });
}

/** The part that answers; null when the server sent something else, such as the page with its errors. */
export function answerIn(html: string): { answer: HTMLElement | null; error: string } {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return {
    answer: parsed.querySelector<HTMLElement>("[data-scan-answer]"),
    error: parsed.querySelector(".field-error")?.textContent?.trim() ?? "That did not work. Reload the page and scan again.",
  };
}

export function wasGood(answer: HTMLElement): boolean {
  return answer.dataset["scanGood"] !== "false";
}
