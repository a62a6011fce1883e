import { startInbox } from "./shared/inbox";

startInbox();
