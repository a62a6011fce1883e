// Every guest page works without this; it adds freshness and comfort.
import { wakeCopyButtons } from "./shared/copyLink";
import { focusErrors } from "./shared/focusErrors";
import { whenReachable } from "./shared/whenReachable";

focusErrors();
wakeCopyButtons();

// SignalR is the heaviest thing that a phone could load, and only an open claim needs it.
const claim = document.querySelector<HTMLElement>("[data-claim][data-live]");
if (claim) whenReachable(() => import("./shared/liveClaim").then(({ keepClaimLive }) => keepClaimLive(claim)));

// A place in line without a claim.
const place = document.querySelector<HTMLElement>("[data-line][data-live]");
if (place) whenReachable(() => import("./shared/livePlace").then(({ keepPlaceLive }) => keepPlaceLive(place)));

// What a guest types survives a reload and a lost network; most pages have nothing to type.
if (document.querySelector("form[data-keep], form[data-forget-kept]")) whenReachable(() => import("./shared/keepTyped").then(({ keepTyped }) => keepTyped()));
document.addEventListener("claim-news", () => {
  if (document.querySelector("form[data-keep]")) whenReachable(() => import("./shared/keepTyped").then(({ keepNew }) => keepNew(document)));
});

// The conversation: what is written is sent when it can be.
const talk = document.querySelector<HTMLElement>("[data-talk]");
if (talk) whenReachable(() => import("./shared/talk").then(({ startTalk }) => startTalk(talk)));

// News told on the phone itself.
if (document.querySelector("[data-tell-me]")) whenReachable(() => import("./shared/tellMe").then(({ startTellMe }) => startTellMe()));
