// Photos leave the device no larger than the server keeps them: seconds less on a park's network, and
// whatever the camera wrote beside the pixels stays behind.
const LONGEST_SIDE = 1600;
const QUALITY = 0.85;

/** The picture as a JPEG of at most so many px (1600 when nothing is said), upright; the file itself where this browser cannot read it. */
export async function shrinkPhoto(file: Blob, longestSide = LONGEST_SIDE): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    try {
      return await drawn(bitmap, bitmap.width, bitmap.height, longestSide);
    } finally {
      bitmap.close();
    }
  } catch {
    // The server reads more formats than some browsers, and says clearly what is wrong with the rest.
    return file;
  }
}

/** What the video shows at this moment. */
export function photoOf(video: HTMLVideoElement): Promise<Blob> {
  return drawn(video, video.videoWidth, video.videoHeight);
}

function drawn(source: CanvasImageSource, width: number, height: number, longestSide = LONGEST_SIDE): Promise<Blob> {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser gives no canvas");
  // A see-through PNG would turn black in a JPEG.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be encoded"))), "image/jpeg", QUALITY);
  });
}
