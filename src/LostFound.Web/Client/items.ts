// Searching as somebody types. The page's own form is what is asked, so without this script its button does the same.
import "./staff";

const AFTER_MS = 120;

class ItemSearch {
  private waiting = 0;
  private asking: AbortController | undefined;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly results: HTMLElement,
    private readonly news: HTMLElement,
  ) {}

  start(): void {
    this.form.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => void this.ask(), AFTER_MS);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.waiting);
      void this.ask();
    });
  }

  private markStale(stale: boolean): void {
    this.results.classList.toggle("is-stale", stale);
    this.news.classList.toggle("visually-hidden", !stale);
  }

  private async ask(): Promise<void> {
    const chosen = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (typeof value === "string" && value) chosen.set(name, value);
    const query = chosen.size > 0 ? `?${chosen}` : "";
    // An older answer must never come after a newer one.
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const response = await fetch(`/items/results${query}`, { signal: asking.signal, cache: "no-store" });
      if (response.status === 401) {
        location.assign(`/items${query}`);
        return;
      }
      if (!response.ok) throw new Error(String(response.status));
      const html = await response.text();
      if (asking.signal.aborted) return;
      this.results.innerHTML = html;
      this.markStale(false);
      history.replaceState(null, "", `/items${query}`);
      this.news.textContent = this.results.querySelector("[data-results-count]")?.textContent ?? "";
    } catch {
      if (asking.signal.aborted) return;
      // What stands there is the answer to an earlier question: say so, and leave it to be read.
      this.markStale(true);
      this.news.textContent = "No connection. The list below is from before; search again when you are connected.";
    }
  }
}

const form = document.querySelector<HTMLFormElement>("form[data-item-search]");
const results = document.querySelector<HTMLElement>("[data-results]");
const news = document.querySelector<HTMLElement>("[data-results-news]");
if (form && results && news) new ItemSearch(form, results, news).start();
