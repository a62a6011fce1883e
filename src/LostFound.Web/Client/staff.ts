// What every staff page needs; pages with more to do import this first.
import { filterNames } from "./shared/filterNames";
import { focusErrors } from "./shared/focusErrors";
import { idleLock } from "./shared/idleLock";
import { keepTyped } from "./shared/keepTyped";
import { pinPad } from "./shared/pinPad";
import { whenReachable } from "./shared/whenReachable";
import { startScanning } from "./scan/startScanning";

// Before anything else that listens to keys.
startScanning();
focusErrors();
pinPad();
filterNames();
keepTyped();
idleLock();

const count = document.querySelector<HTMLElement>("[data-cash-count]");
if (count) whenReachable(() => import("./shared/cashSum").then(({ cashSum }) => cashSum(count)));

if (document.querySelector("[data-fragment][data-watch]")) {
  whenReachable(() => import("./shared/liveStaff").then(({ keepStaffPageLive }) => keepStaffPageLive()));
}
