// All that a claim's own page needs, in one piece: apart, each would come with headers that weigh more than itself.
import { keepClaimLive } from "./liveClaim";
import { startTalk } from "./talk";
import { startTellMe } from "./tellMe";

export function startClaimPage(): void {
  const claim = document.querySelector<HTMLElement>("[data-claim][data-live]");
  if (claim) keepClaimLive(claim);

  // The conversation: what is written is sent when it can be.
  const talk = document.querySelector<HTMLElement>("[data-talk]");
  if (talk) startTalk(talk);

  // News told on the phone itself.
  startTellMe();
}
