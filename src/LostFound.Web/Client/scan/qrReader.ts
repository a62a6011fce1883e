// Reads a QR code from a video frame: with the browser's own detector where there is one, else with zxing in
// WebAssembly, which is loaded only then and only from our own server.

import { mendPrint } from "./mendPrint";

export interface QrReader {
  /** What the code says; null when there is none in the frame. */
  read(video: HTMLVideoElement): Promise<string | null>;
}

interface NativeDetector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}

interface NativeDetectorClass {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats(): Promise<string[]>;
}

/** A tag fills a good part of the frame, so more pixels only cost time. */
const WIDEST = 1024;

/** Of so many frames one is looked at twice, for codes that are skewed or small, and one is mended, for worn ones; each costs several times as much. */
const ROUND = 6;
const THOROUGH = 0;
const MENDED = 3;

/** Ready to read when it is there: loaded, compiled, and run once on an empty picture. */
export async function openQrReader(wasmAddress: string): Promise<QrReader> {
  return (await nativeReader()) ?? (await wasmReader(wasmAddress));
}

async function nativeReader(): Promise<QrReader | null> {
  const detectorClass = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  try {
    // Some browsers have the class and, lacking a service of the system, not one format.
    if (!detectorClass || !(await detectorClass.getSupportedFormats()).includes("qr_code")) return null;
    const detector = new detectorClass({ formats: ["qr_code"] });
    await detector.detect(emptyPicture());
    return { read: async (video) => (await detector.detect(video))[0]?.rawValue ?? null };
  } catch {
    return null;
  }
}

async function wasmReader(wasmAddress: string): Promise<QrReader> {
  const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
  // Left to itself it would fetch the module from a public network that is none of ours.
  await prepareZXingModule({ overrides: { locateFile: () => wasmAddress }, fireImmediately: true });
  const decode = async (frame: ImageData, tryHarder: boolean): Promise<string | null> => {
    const codes = await readBarcodes(frame, { formats: ["QRCode"], tryHarder, tryRotate: tryHarder, tryInvert: tryHarder, maxNumberOfSymbols: 1 });
    return codes[0]?.text || null;
  };
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  await decode(new ImageData(64, 64), true);
  const mended = document.createElement("canvas");
  let frames = 0;
  return {
    read: async (video) => {
      if (!context || video.videoWidth === 0) return null;
      const scale = Math.min(1, WIDEST / video.videoWidth);
      const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
      // Setting a size clears the canvas and makes its buffer anew, also when it is the same.
      if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
      context.drawImage(video, 0, 0, width, height);
      const turn = frames++ % ROUND;
      const picture = turn === MENDED ? mendPrint(canvas, Math.floor(frames / ROUND), mended) : null;
      return decode(picture ?? context.getImageData(0, 0, width, height), turn === THOROUGH || turn === MENDED);
    },
  };
}

function emptyPicture(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 16;
  canvas.getContext("2d")?.fillRect(0, 0, 16, 16);
  return canvas;
}
