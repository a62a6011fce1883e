// The desk: scanning from anywhere on the page, and the signature at a handover.
import "./staff";
import { startScanning } from "./scan/scanBox";
import { startSignaturePad } from "./shared/signaturePad";

startScanning();
startSignaturePad();

const print = document.querySelector<HTMLButtonElement>("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
