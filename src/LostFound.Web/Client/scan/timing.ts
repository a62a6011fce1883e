// How long a scan takes, from what the scanner gave to the answer on screen: measures in the browser's own timeline,
// where its tools and the tests read them.

/** @param from when the picture was taken, or the last key pressed, by performance.now() */
export function measureUntilPainted(way: string, from: number): void {
  requestAnimationFrame(() => {
    // A task queued in the frame runs after that frame was painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      performance.measure(`scan-${way}`, { start: from, end: performance.now() });
      port1.close();
    };
    port2.postMessage(null);
  });
}
