// Keeps every watched part of a staff page true. A part says in data-watch which hub method joins it, in
// data-watch-args that method's arguments as JSON, and in data-fragment where to read it again.
import { ConnectionState } from "./connectionState";
import { watch } from "./live";

const pollSecondsAtDesk = 15;

export function keepStaffPageLive(onSwap?: (element: HTMLElement) => void): void {
  const state = new ConnectionState(pollSecondsAtDesk);
  for (const element of document.querySelectorAll<HTMLElement>("[data-fragment][data-watch]")) {
    const args: unknown = JSON.parse(element.dataset["watchArgs"] ?? "[]");
    watch({
      method: element.dataset["watch"] ?? "",
      args: Array.isArray(args) ? args : [],
      element,
      pollSeconds: Number(element.dataset["pollSeconds"] ?? pollSecondsAtDesk),
      onState: (link) => state.show(link),
      onRead: () => state.fresh(),
      ...(onSwap ? { onSwap } : {}),
    });
  }
}
