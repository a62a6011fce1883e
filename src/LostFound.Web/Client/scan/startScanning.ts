// Scanning works on every staff page: in the page's scan box, or over a page that has none.
import { RunBox } from "./runBox";
import { ScanBox } from "./scanBox";
import { ScanDialog } from "./scanDialog";
import { startWedge } from "./wedge";

export function startScanning(): void {
  const bar = document.querySelector<HTMLElement>("[data-scan-prefix]");
  // Nobody is signed in: there is nothing to show, and a PIN is typed fast.
  if (!bar) return;
  const takes = startTaking();
  startWedge((code, at) => void takes.take({ code, way: "wedge", at }), bar.dataset["scanPrefix"] ?? "");
}

function startTaking(): ScanBox | ScanDialog {
  const root = document.querySelector<HTMLElement>("[data-scan]");
  if (!root) return new ScanDialog();
  const box = "scanRun" in root.dataset ? new RunBox(root) : new ScanBox(root);
  box.start();
  return box;
}
