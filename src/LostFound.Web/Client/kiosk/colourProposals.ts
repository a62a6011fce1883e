// Puts the colours that the first photo shows before the others, one tap each. An offer and nothing more: no
// chip is ticked by itself, and where no answer comes (no network, an odd picture), nothing changes.
import { shrinkPhoto } from "../shared/shrinkPhoto";

const ADDRESS = "/kiosk/colours";
const TOKEN = "__RequestVerificationToken";
// Enough for colours, a few kilobytes on the way.
const LONGEST_SIDE = 256;
const TIMEOUT_MS = 8_000;

export class ColourProposals {
  private readonly chips: HTMLElement[];
  private readonly home: HTMLElement | null;
  private photo: Blob | undefined;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly row: HTMLElement,
    private readonly news: HTMLElement,
  ) {
    this.chips = [...form.querySelectorAll<HTMLElement>("label:has(> input[name=colours])")];
    this.home = this.chips[0]?.parentElement ?? null;
  }

  /** Follows one photo: asks when it is another than before, and takes the offer back when it is gone. */
  async follow(photo: Blob | undefined): Promise<void> {
    if (photo === this.photo) return;
    this.photo = photo;
    const colours = photo ? await this.ask(photo) : [];
    // Somebody may have taken another picture meanwhile: its answer counts.
    if (photo === this.photo) this.show(colours);
  }

  private async ask(photo: Blob): Promise<string[]> {
    try {
      const small = await shrinkPhoto(photo, LONGEST_SIDE);
      // What this browser cannot shrink stays for the sending itself.
      if (small === photo) return [];
      const body = new FormData();
      body.set(TOKEN, String(new FormData(this.form).get(TOKEN)));
      body.set("photo", small, "photo.jpg");
      const response = await fetch(ADDRESS, {
        method: "POST",
        body,
        headers: { "X-Requested-With": "fetch", Accept: "application/json" },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return response.ok ? ((await response.json()) as { colours: string[] }).colours : [];
    } catch {
      return [];
    }
  }

  private show(colours: readonly string[]): void {
    const focused = document.activeElement;
    // Back into the venue's order first, so that an offer taken back leaves no trace.
    this.home?.append(...this.chips);
    const proposed = colours.flatMap((key) => this.chips.find((chip) => valueOf(chip) === key) ?? []);
    this.row.append(...proposed);
    this.row.hidden = proposed.length === 0;
    const names = proposed.map((chip) => chip.textContent.trim());
    this.news.textContent = names.length > 0 ? `Colours in the photo: ${names.join(", ")}. They come first now; choose those that are right.` : "";
    // A chip that was moved has lost the focus.
    if (focused instanceof HTMLElement && this.chips.some((chip) => chip.contains(focused))) focused.focus();
  }
}

function valueOf(chip: HTMLElement): string | undefined {
  return chip.querySelector("input")?.value;
}
