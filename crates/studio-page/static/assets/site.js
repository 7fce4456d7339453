// Publishes a site, as a ZIP or into the browser's own store. The page starts a worker of its own for it, which
// ends with it: cancelling is ending it.
import { loadFonts } from "./fonts.js";
import start, { Site } from "./publisher.js";

/** The sides of the icons of a site, in pixels. */
const ICONS = [180, 192, 512];
const TYPES = {
  bib: "application/x-bibtex",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
  png: "image/png",
  ris: "application/x-research-info-systems",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
  xml: "application/xml",
};
/** Bytes that are handed out at once, at least: a page of a message alone is a few thousand. */
const CHUNK = 1 << 20;
const UNREACHABLE = "A part of the studio could not be loaded. Check the connection, then try again.";
/** The script that keeps a site that is tried out from storing itself, and where it lies in it. */
const TRIED = ["not-stored.js", 'Object.defineProperty(navigator, "serviceWorker", { value: undefined });\n'];

export default start;

/**
 * Publishes a site as a ZIP, which is handed out in parts as `{ bytes }`. Returns what was published, as JSON.
 *
 * @param {string} text the dataset
 * @param {string} options as JSON
 * @param {[string, Uint8Array][]} added files for the root of the site
 * @param {ImageBitmap} mark the icon of the site, as a square
 */
export async function zip(text, options, added, mark, emit) {
  const site = await begun(text, options, added, mark);
  let parts = [];
  let size = 0;
  const handOut = () => {
    if (size > 0) emit({ bytes: parts }, parts.map((part) => part.buffer));
    [parts, size] = [[], 0];
  };
  for (let part; (part = site.nextBytes()) !== undefined; ) {
    parts.push(part);
    size += part.byteLength;
    if (size >= CHUNK) handOut();
    emit({ progress: site.progress() });
  }
  handOut();
  return site.published();
}

/**
 * Publishes a site into the browser's own store, under an address below the studio; see `zip` for the rest.
 *
 * @param {string} id the part of the address that is the site's own
 */
export async function keep(text, options, added, mark, id, emit) {
  const site = await begun(text, options, added, mark);
  const scope = new URL("../", import.meta.url).href;
  const base = `${scope}try/${encodeURIComponent(id)}/`;
  const [name, whole] = [`atlas-studio:${scope}:try:${id}`, ".whole"];
  await caches.delete(name);
  const cache = await caches.open(name);
  const put = (path, content) => {
    const type = TYPES[path.split(".").pop()] ?? "application/octet-stream";
    return cache.put(base + path, new Response(content, { headers: { "content-type": type } }));
  };
  for (let files; (files = site.nextFiles()) !== undefined; ) {
    await Promise.all(files.map(([path, bytes]) => put(path, prepared(path, bytes, base))));
    emit({ progress: site.progress() });
  }
  await put(...TRIED);
  // Without this, the site was interrupted.
  await put(whole, "");
  return site.published();
}

/** A file as the store has it: pages do not ask to be stored a second time. */
function prepared(path, bytes, base) {
  if (!path.endsWith(".html")) return bytes;
  const page = new TextDecoder().decode(bytes);
  const tried = page.replace("</head>", `<script src="${base}${TRIED[0]}"></script></head>`);
  return new TextEncoder().encode(path === "404.html" ? tried.replace(/<base href="[^"]*">/, `<base href="${base}">`) : tried);
}

async function begun(text, options, added, mark) {
  const icons = Promise.all(ICONS.map(async (side) => [String(side), await icon(mark, side)]));
  const fonts = loadFonts(new URL("client/fonts/", import.meta.url).href).catch(() => {
    throw new Error(UNREACHABLE);
  });
  const [files] = await Promise.all([client(), fonts]);
  return new Site(text, options, files, added, await icons, mark);
}

/** The files of the client, each with its name. */
async function client() {
  const names = await (await fetched("client.json")).json();
  return Promise.all(
    names.map(async (name) => [name, new Uint8Array(await (await fetched(`client/${name}`)).arrayBuffer())]),
  );
}

async function fetched(path) {
  const address = new URL(path, import.meta.url);
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) {
    throw new Error(UNREACHABLE);
  }
  return response;
}

/** The mark as a PNG. */
async function icon(mark, side) {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(mark, 0, 0, side, side);
  const blob = await canvas.convertToBlob({ type: "image/png" });
  return new Uint8Array(await blob.arrayBuffer());
}
