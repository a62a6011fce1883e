// Reads a QR code from a video frame: with the browser's own detector where there is one, else with zxing in
// WebAssembly, which is loaded only then and only from our own server.

export interface QrReader {
  /** What the code says; null when there is none in the frame. */
  read(video: HTMLVideoElement): Promise<string | null>;
}

interface NativeDetector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

interface NativeDetectorClass {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats(): Promise<string[]>;
}

/** A tag fills a good part of the frame, so more pixels only cost time. */
const WIDEST = 1024;

export async function openQrReader(wasmAddress: string): Promise<QrReader> {
  return (await nativeReader()) ?? (await wasmReader(wasmAddress));
}

async function nativeReader(): Promise<QrReader | null> {
  const detectorClass = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  try {
    // Some browsers have the class and, lacking a service of the system, not one format.
    if (!detectorClass || !(await detectorClass.getSupportedFormats()).includes("qr_code")) return null;
    const detector = new detectorClass({ formats: ["qr_code"] });
    return { read: async (video) => (await detector.detect(video))[0]?.rawValue ?? null };
  } catch {
    return null;
  }
}

async function wasmReader(wasmAddress: string): Promise<QrReader> {
  const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
  // Left to itself it would fetch the module from a public network that is none of ours.
  await prepareZXingModule({ overrides: { locateFile: () => wasmAddress }, fireImmediately: true });
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return {
    read: async (video) => {
      if (!context || video.videoWidth === 0) return null;
      const scale = Math.min(1, WIDEST / video.videoWidth);
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const frame = context.getImageData(0, 0, canvas.width, canvas.height);
      const codes = await readBarcodes(frame, { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 1 });
      return codes[0]?.text || null;
    },
  };
}
