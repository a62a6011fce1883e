// The desk: the matches that wait, and the signature at a handover. Scanning comes with every staff page, and before
// the inbox, which could otherwise take a scanner's keys for its shortcuts.
import "./staff";
import { startCounter } from "./shared/counter";
import { startInbox } from "./shared/inbox";
import { startSignaturePad } from "./shared/signaturePad";

startInbox();
startCounter();
startSignaturePad();

const print = document.querySelector<HTMLButtonElement>("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
