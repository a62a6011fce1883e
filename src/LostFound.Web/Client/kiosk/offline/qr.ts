// A QR code as one SVG path in units of modules, quiet zone included: as the server draws it.
import { encode } from "uqr";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4;
const LEVELS: Record<string, "M" | "Q" | "H"> = { Medium: "M", Quartile: "Q", High: "H" };

export function qrCode(text: string, level: string, title: string): SVGElement {
  const { data, size } = encode(text, { ecc: LEVELS[level] ?? "M", border: QUIET });
  const svg = element("svg", { class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "shape-rendering": "crispEdges" });
  const name = element("title", {});
  name.textContent = title;
  // Dark on white, whatever the theme: many readers fail on the reverse.
  svg.append(name, element("rect", { width: String(size), height: String(size), fill: "#fff" }), element("path", { d: pathOf(data), fill: "#000" }));
  return svg;
}

function pathOf(rows: readonly (readonly boolean[])[]): string {
  let path = "";
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x]) x++;
      path += `M${start} ${y}h${x - start}v1H${start}z`;
    }
  });
  return path;
}

function element(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
