// Bundles the browser half into wwwroot/dist: one script an entry (a role), one stylesheet, and the
// data that the server needs from npm packages. Called by `dotnet build`; see LostFound.Web.csproj.
import { build } from "esbuild";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const client = dirname(fileURLToPath(import.meta.url));
const project = dirname(client);
const dist = join(project, "wwwroot", "dist");
const modules = join(project, "node_modules");

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

const target = ["chrome109", "firefox115", "safari16"];
const options = {
  outdir: dist,
  bundle: true,
  format: "esm",
  splitting: true,
  minify: true,
  sourcemap: "linked",
  target,
  metafile: true,
  chunkNames: "chunk-[hash]",
  legalComments: "linked",
  logLevel: "warning",
};
const { metafile } = await build({
  ...options,
  entryPoints: {
    staff: join(client, "staff.ts"),
    kiosk: join(client, "kiosk.ts"),
    amend: join(client, "amend.ts"),
    label: join(client, "label.ts"),
    labels: join(client, "labels.ts"),
    board: join(client, "board.ts"),
    display: join(client, "display.ts"),
    desk: join(client, "desk.ts"),
    items: join(client, "items.ts"),
    app: join(client, "styles", "app.css"),
    "staff-style": join(client, "styles", "staff.css"),
  },
});

// Apart: what guests' pages share with staff's would be a dozen pieces, and a phone pays for the headers of each.
await build({ ...options, entryPoints: { guest: join(client, "guest.ts") } });

// The kiosk's page is kept on the device, which needs every piece of its script; the server names the rest.
const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [resolve(path), output]));
const pieces = new Set();
const add = (path) => {
  for (const piece of outputs.get(path)?.imports ?? []) {
    const file = resolve(piece.path);
    if (!outputs.has(file) || pieces.has(file)) continue;
    pieces.add(file);
    add(file);
  }
};
add(join(dist, "kiosk.js"));
await build({
  entryPoints: { serviceWorker: join(client, "serviceWorker.ts") },
  outdir: dist,
  bundle: true,
  // As a plain script: not every browser takes a module here.
  format: "iife",
  minify: true,
  target,
  define: { PIECES: JSON.stringify([...pieces].map((file) => `/dist/${file.slice(dist.length + 1)}`)) },
  logLevel: "warning",
});
await build({
  entryPoints: { tellMeWorker: join(client, "tellMeWorker.ts") },
  outdir: dist,
  bundle: true,
  format: "iife",
  minify: true,
  target,
  logLevel: "warning",
});

// The QR reader for browsers without a BarcodeDetector of their own.
await cp(join(modules, "zxing-wasm", "dist", "reader", "zxing_reader.wasm"), join(dist, "zxing_reader.wasm"));

// Every emoji that a venue might name in categories.json, without the skin-tone variants; the server
// puts the named ones into one sprite, so that a category added at the venue needs no rebuild.
const fluent = JSON.parse(await readFile(join(modules, "@iconify-json", "fluent-emoji-flat", "icons.json"), "utf8"));
const names = JSON.parse(await readFile(join(modules, "@iconify-json", "fluent-emoji-flat", "chars.json"), "utf8"));
const skinTone = /1f3f[b-f]/;
const byEmoji = {};
for (const [codePoints, name] of Object.entries(names)) {
  if (!skinTone.test(codePoints) && fluent.icons[name]) byEmoji[codePoints.replaceAll("-fe0f", "")] = fluent.icons[name].body;
}
const lucide = JSON.parse(await readFile(join(modules, "@iconify-json", "lucide", "icons.json"), "utf8"));
const wanted = JSON.parse(await readFile(join(client, "interface-icons.json"), "utf8"));
const byName = {};
for (const name of wanted) {
  if (!lucide.icons[name]) throw new Error(`interface-icons.json: lucide has no icon named '${name}'`);
  byName[name] = lucide.icons[name].body;
}
await mkdir(join(project, "obj"), { recursive: true });
await writeFile(join(project, "obj", "icons.json"), JSON.stringify({ emoji: byEmoji, interface: byName }));
