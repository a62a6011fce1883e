// Every guest page works without this; it adds freshness and comfort.
import { wakeCopyButtons } from "./shared/copyLink";
import { focusErrors } from "./shared/focusErrors";
import { whenReachable } from "./shared/whenReachable";

focusErrors();
wakeCopyButtons();

// SignalR is the heaviest thing that a phone could load, and only a claim's page and a place in line need it.
if (document.querySelector("[data-claim]")) whenReachable(() => import("./shared/claimPage").then(({ startClaimPage }) => startClaimPage()));

// A place in line without a claim.
const place = document.querySelector<HTMLElement>("[data-line][data-live]");
if (place) whenReachable(() => import("./shared/livePlace").then(({ keepPlaceLive }) => keepPlaceLive(place)));

// What a guest types survives a reload and a lost network; most pages have nothing to type.
if (document.querySelector("form[data-keep], form[data-forget-kept]")) whenReachable(() => import("./shared/keepTyped").then(({ keepTyped }) => keepTyped()));
document.addEventListener("claim-news", () => {
  if (document.querySelector("form[data-keep]")) whenReachable(() => import("./shared/keepTyped").then(({ keepNew }) => keepNew(document)));
});
