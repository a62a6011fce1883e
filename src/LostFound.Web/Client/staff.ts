import { filterNames } from "./shared/filterNames";
import { idleLock } from "./shared/idleLock";
import { keepTyped } from "./shared/keepTyped";
import { pinPad } from "./shared/pinPad";

pinPad();
filterNames();
keepTyped();
idleLock();
