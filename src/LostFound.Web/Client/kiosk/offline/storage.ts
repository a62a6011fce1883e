// Asks the browser to keep what waits here, and says so when it will not or has no room.
const LITTLE_BYTES = 100 * 1024 * 1024;

let asked: Promise<boolean> | undefined;

/** Once a page: some browsers ask the person. */
function askToKeep(): Promise<boolean> {
  return (asked ??= navigator.storage?.persist?.() ?? Promise.resolve(false));
}

/** A warning in words; null when all is well. */
export async function storageWarning(waiting: number): Promise<string | null> {
  const kept = await askToKeep();
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  const free = quota - usage;
  if (free < LITTLE_BYTES) return `Little room is left on this device (${Math.max(0, Math.floor(free / 1024 / 1024))} MB): connect it soon, or free some space.`;
  // Nothing to lose, nothing to warn of.
  return kept || waiting === 0 ? null : "This browser may throw away what waits here when its disk is full. Connect it soon.";
}
