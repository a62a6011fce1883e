// Takes scratches and creases off a picture of a printed code. A scratch is thinner than a module: closing (dilate, then
// erode) fills the dark ones, opening (erode, then dilate) takes the light ones away, and modules stay as they were
// (Serra, Image Analysis and Mathematical Morphology, 1982). Neither order nor reach suits every scratch, so they take turns.

/** Of a wider picture a half or a third is enough, and the reach in pixels means the same part of a module. */
const WIDEST = 640;

const WAYS = [
  { darkFirst: true, reach: 2 },
  { darkFirst: false, reach: 2 },
  { darkFirst: true, reach: 3 },
] as const;

type Choose = (a: number, b: number) => number;

/** The frame without its scratches, in the way whose turn it is, as a picture of its own. */
export function mendPrint(frame: HTMLCanvasElement, turn: number, canvas: HTMLCanvasElement): ImageData | null {
  const scale = Math.min(1, WIDEST / frame.width);
  const [width, height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(frame, 0, 0, width, height);
  const picture = context.getImageData(0, 0, width, height);
  const { darkFirst, reach } = WAYS[turn % WAYS.length]!;
  const [first, second]: [Choose, Choose] = darkFirst ? [Math.max, Math.min] : [Math.min, Math.max];
  let grey = greyOf(picture);
  // The middle two are one pass of twice the reach.
  for (const [choose, far] of [[first, reach], [second, 2 * reach], [first, reach]] as const) grey = spread(grey, width, height, far, choose);
  const pixels = new Uint32Array(picture.data.buffer);
  for (let i = 0; i < grey.length; i++) pixels[i] = 0xff000000 | (grey[i]! * 0x010101);
  return picture;
}

function greyOf({ data }: ImageData): Uint8Array {
  const grey = new Uint8Array(data.length / 4);
  for (let i = 0; i < grey.length; i++) grey[i] = (data[4 * i]! * 77 + data[4 * i + 1]! * 150 + data[4 * i + 2]! * 29) >> 8;
  return grey;
}

/** The greatest or least value within a square of this reach: first along the rows, then along the columns. */
function spread(grey: Uint8Array, width: number, height: number, reach: number, choose: Choose): Uint8Array {
  const alongRows = spreadLines(grey, { lines: height, length: width, next: 1, nextLine: width }, reach, choose);
  return spreadLines(alongRows, { lines: width, length: height, next: width, nextLine: 1 }, reach, choose);
}

function spreadLines(grey: Uint8Array, { lines, length, next, nextLine }: { lines: number; length: number; next: number; nextLine: number }, reach: number, choose: Choose): Uint8Array {
  const result = new Uint8Array(grey.length);
  for (let line = 0; line < lines; line++) {
    const start = line * nextLine;
    for (let i = 0; i < length; i++) {
      let value = grey[start + i * next]!;
      const [from, to] = [Math.max(0, i - reach), Math.min(length - 1, i + reach)];
      for (let j = from; j <= to; j++) value = choose(value, grey[start + j * next]!);
      result[start + i * next] = value;
    }
  }
  return result;
}
