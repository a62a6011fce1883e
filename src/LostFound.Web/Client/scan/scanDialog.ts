// A scan on a page that has no scan box: the item appears over the page, which stays as it is with all that was typed.
import { answerIn, post, type Scan, wasGood } from "./scan";
import { ScanSound } from "./sound";
import { measureUntilPainted } from "./timing";

export class ScanDialog {
  private readonly sound = new ScanSound();
  private dialog: HTMLDialogElement | null = null;

  async take(scan: Scan): Promise<void> {
    try {
      const response = await post("/scan", { code: scan.code, how: scan.way });
      if (response.status === 401) {
        location.reload();
        return;
      }
      this.show(await this.contentOf(response), scan);
    } catch {
      this.show(words("No connection", `${scan.code} was scanned. Showing an item needs the server: scan it again when the network is back.`), scan);
    }
  }

  private async contentOf(response: Response): Promise<HTMLElement> {
    if (response.headers.get("Content-Type")?.includes("json")) {
      const { next, words: name } = (await response.json()) as { next: string; words: string };
      const content = words(name, "Leave this page for it?");
      const link = document.createElement("a");
      link.className = "btn btn-primary";
      link.href = next;
      link.textContent = `Open ${name}`;
      content.append(link);
      return content;
    }
    const { answer, error } = answerIn(await response.text());
    return answer ?? words("That could not be looked up", error);
  }

  private show(content: HTMLElement, scan: Scan): void {
    const dialog = (this.dialog ??= makeDialog());
    dialog.firstElementChild?.replaceChildren(content);
    if (!dialog.open) dialog.showModal();
    content.focus({ preventScroll: true });
    measureUntilPainted(scan.way, scan.at);
    if (wasGood(content)) this.sound.taken();
    else this.sound.refused();
  }
}

function makeDialog(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "scan-dialog";
  dialog.setAttribute("aria-label", "Scanned");
  const close = document.createElement("button");
  close.type = "button";
  close.className = "btn btn-secondary";
  close.textContent = "Back to the page";
  close.addEventListener("click", () => dialog.close());
  dialog.append(document.createElement("div"), close);
  document.body.append(dialog);
  return dialog;
}

function words(title: string, text: string): HTMLElement {
  const content = document.createElement("div");
  content.className = "stack-tight";
  content.tabIndex = -1;
  content.dataset["scanGood"] = "false";
  const [heading, paragraph] = [document.createElement("h2"), document.createElement("p")];
  heading.textContent = title;
  paragraph.textContent = text;
  content.append(heading, paragraph);
  return content;
}
