// The desk: scanning from anywhere on the page, the matches that wait, and the signature at a handover.
import "./staff";
import { startScanning } from "./scan/scanBox";
import { startInbox } from "./shared/inbox";
import { startSignaturePad } from "./shared/signaturePad";

// First: a scanner's keys must be caught before the inbox could take them for its shortcuts.
startScanning();
startInbox();
startSignaturePad();

const print = document.querySelector<HTMLButtonElement>("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
