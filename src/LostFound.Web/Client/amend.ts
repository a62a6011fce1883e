// Correcting an item: completes the brand and counts what is inside, as the kiosk does.
import "./staff";
import { startBrands } from "./kiosk/brands";
import { startContents } from "./kiosk/contents";

startBrands();
startContents();
