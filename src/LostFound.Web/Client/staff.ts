import { enhancePinPads } from "./pin-pad";

enhancePinPads();
