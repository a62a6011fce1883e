// The conversation on a guest's page. What is typed and chosen stays in this browser, photos too, until the server has
// taken it: a message sent without a network waits and goes out by itself, under the request id it was given first,
// so that however often it is sent it is there once.
import { DraftBox, type Draft } from "./draft";
import { swap } from "./live";
import { shrinkPhoto } from "./shrinkPhoto";

const RETRY_MS = 20_000;
const RELOADED = "lostfound-talk-reloaded";
const TOKEN = "__RequestVerificationToken";
/** Stands among the kept fields once "Send" was tapped. */
const SENDING = "sending";

export function startTalk(root: HTMLElement): void {
  const form = root.querySelector<HTMLFormElement>("[data-talk-form]");
  const list = root.querySelector<HTMLElement>("[data-talk-list]");
  if (form && list) void new Talk(root, form, list).start();
}

class Talk {
  private readonly text: HTMLTextAreaElement;
  private readonly files: HTMLInputElement;
  private readonly request: HTMLInputElement;
  private readonly state: HTMLElement;
  private readonly chosen: HTMLElement;
  private photos: Blob[] = [];
  private box: DraftBox | null = null;
  private waiting = false;
  private busy = false;

  constructor(private readonly root: HTMLElement, private readonly form: HTMLFormElement, private readonly list: HTMLElement) {
    this.text = form.querySelector("textarea")!;
    this.files = form.querySelector("input[type=file]")!;
    this.request = form.querySelector("input[name=request]")!;
    this.state = form.querySelector("[data-talk-state]")!;
    this.chosen = form.querySelector("[data-talk-chosen]")!;
  }

  async start(): Promise<void> {
    this.form.addEventListener("submit", (event) => this.submit(event));
    this.form.addEventListener("input", () => void this.keep());
    this.files.addEventListener("change", () => void this.choose());
    this.chosen.addEventListener("click", (event) => this.remove(event));
    document.addEventListener("claim-news", () => void this.refresh());
    document.addEventListener("visibilitychange", () => void this.markRead());
    addEventListener("online", () => void this.send());
    setInterval(() => void this.send(), RETRY_MS);
    this.box = await DraftBox.open(`lostfound-message-${this.root.dataset["talk"] ?? ""}`);
    await this.restore();
    await this.markRead();
  }

  private async restore(): Promise<void> {
    const draft = await this.box?.read();
    if (!draft) return;
    const fields = new Map(draft.fields);
    this.request.value = draft.requestId;
    // What the server shows again after a refusal is what was typed last.
    this.text.value ||= fields.get("text") ?? "";
    this.photos = draft.photos;
    this.drawChosen();
    this.waiting = fields.has(SENDING);
    this.say(this.waiting ? "waiting" : this.text.value || this.photos.length > 0 ? "kept" : "");
    await this.send();
  }

  private keep(): Promise<void> {
    const draft: Draft = { requestId: this.request.value, fields: [["text", this.text.value]], photos: this.photos };
    if (this.waiting) draft.fields.push([SENDING, "yes"]);
    return this.box?.write(draft) ?? Promise.resolve();
  }

  private async choose(): Promise<void> {
    const picked = [...(this.files.files ?? [])];
    this.files.value = "";
    this.photos.push(...(await Promise.all(picked.map((file) => shrinkPhoto(file)))));
    this.drawChosen();
    await this.keep();
  }

  private remove(event: Event): void {
    const at = (event.target as Element).closest("button")?.dataset["at"];
    if (at === undefined) return;
    this.photos.splice(Number(at), 1);
    this.drawChosen();
    void this.keep();
  }

  private drawChosen(): void {
    for (const image of this.chosen.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    this.chosen.hidden = this.photos.length === 0;
    this.chosen.replaceChildren(
      ...this.photos.map((photo, at) => {
        const [item, button, image] = [document.createElement("li"), document.createElement("button"), document.createElement("img")];
        image.src = URL.createObjectURL(photo);
        image.alt = this.chosen.dataset["alt"] ?? "";
        button.type = "button";
        button.dataset["at"] = String(at);
        button.setAttribute("aria-label", this.chosen.dataset["remove"] ?? "");
        button.textContent = "×";
        item.append(image, button);
        return item;
      }),
    );
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    this.waiting = true;
    void this.keep().then(() => this.send());
  }

  private async send(): Promise<void> {
    if (!this.waiting || this.busy) return;
    this.busy = true;
    this.say("sending");
    try {
      await this.deliver();
    } catch {
      this.say("waiting");
    } finally {
      this.busy = false;
    }
  }

  private async deliver(): Promise<void> {
    const fields = new FormData(this.form);
    fields.delete(this.files.name);
    this.photos.forEach((photo, at) => fields.append(this.files.name, photo, `photo-${at}.jpg`));
    const answer = await fetch(this.form.action, { method: "POST", body: fields, headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
    const said = (await answer.json()) as { next?: string; message?: string };
    if (answer.status === 409 && !sessionStorage.getItem(RELOADED)) {
      // The page has grown old. What was written is kept; a fresh page sends it.
      sessionStorage.setItem(RELOADED, "yes");
      location.reload();
      return;
    }
    sessionStorage.removeItem(RELOADED);
    this.waiting = false;
    if (answer.ok) await this.sent(said.next ?? "");
    else this.refused(said.message ?? "");
  }

  private async sent(next: string): Promise<void> {
    await this.box?.clear();
    this.text.value = "";
    this.photos = [];
    this.request.value = next;
    this.drawChosen();
    this.say("sent");
    await this.refresh();
  }

  private refused(message: string): void {
    this.state.textContent = message;
    this.state.dataset["state"] = "refused";
    void this.keep();
  }

  private async refresh(): Promise<void> {
    const answer = await fetch(this.list.dataset["address"] ?? "", { cache: "no-store", credentials: "same-origin", headers: { "X-Background": "1" } });
    if (answer.ok) swap(this.list, await answer.text());
    await this.markRead();
  }

  /** Read is what stood before a person's eyes: a page in the background marks nothing. */
  private async markRead(): Promise<void> {
    if (document.hidden || !this.list.querySelector("[data-unread]")) return;
    const fields = new FormData();
    fields.append(TOKEN, this.form.querySelector<HTMLInputElement>(`input[name=${TOKEN}]`)?.value ?? "");
    const answer = await fetch(`${this.form.action}/read`, { method: "POST", body: fields, credentials: "same-origin", redirect: "manual" });
    // Marked once; what is new stays marked on the page until it is read again.
    if (answer.type === "opaqueredirect" || answer.ok) this.list.querySelector("[data-unread]")?.removeAttribute("data-unread");
    const button = this.root.querySelector<HTMLElement>("[data-talk-read]");
    if (button) button.hidden = true;
  }

  private say(what: "kept" | "waiting" | "sending" | "sent" | ""): void {
    this.state.dataset["state"] = what;
    this.state.textContent = what ? (this.form.dataset[`${what}Text`] ?? "") : "";
  }
}
