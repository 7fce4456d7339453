// Makes the site readable offline. The build prepends what belongs to this site: VERSION; BUILD, which
// each of its pages carries; PAGES and MESSAGES, the paths of its pages and the ids of its messages; TEXTS, the
// folder of the texts if the collection is divided; FILES, which are stored from the first visit on; and
// DIGESTS, the first digits of the files' SHA-256 digests.
//
// Only what is listed there is answered. Everything else goes to the network as if there were no service
// worker: below the folder of this site there may be another.
//
// The network comes first, and never waits for the store, so that corrections and removals show at
// once; stored copies are used only when there is no network. The exception is files named after their
// content, which come from the store first. Every copy is checked when it is stored and again when it
// is used: a response may be the login page of a public network, a page of another site or half a file. If the
// store is full or blocked, only the offline copies are lost.
const PREFIX = `atlas:${registration.scope}:`;
const CACHE = PREFIX + VERSION;
// A network or a store that takes longer than this, in milliseconds, is treated as missing.
const PATIENCE = 5000;
// Larger responses, in bytes, are not stored; the booklet of ten thousand messages is one.
const LARGEST = 8_000_000;

const address = (path) => new URL(path, registration.scope).href;
const isPage = (path) => /(^|\/)$|\.html$/.test(path);
const isNamedByContent = (path) => /-[0-9a-f]{12,64}(_bg)?[./]/.test(path);
// Hosts may show the page of a folder without the slash, or with the name of its file.
const pageAt = (path) => path.replace(/(^|\/)index\.html$/, "$1").replace(/[^/]$/, "$&/");
const messageAt = (path) => path.match(/^m\/([^/]+)\//)?.[1];
const isCode = (path) => MESSAGES.has(messageAt(path)) && /^m\/[^/]+\/qr\.svg$/.test(path);
const isText = (path) => TEXTS !== "" && path.startsWith(TEXTS);
const after = (time) => new Promise((resolve) => setTimeout(resolve, time));

let filling;

addEventListener("install", (event) => {
  event.waitUntil(
    fill().then(async (answered) => {
      // A complete copy of the old version is better than half of this one. The browser tries again at
      // the next visit.
      if (!answered && (await others()).length > 0) throw new Error("The connection was lost.");
    }),
  );
});

// The old version's files are deleted only once its last window has closed.
addEventListener("activate", (event) => {
  const tidy = others().then((names) => Promise.all(names.map((name) => caches.delete(name))));
  event.waitUntil(tidy.catch(() => {}));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const ours = request.method === "GET" && request.url.startsWith(registration.scope);
  if (!ours || request.headers.has("range")) return;
  const path = new URL(request.url).pathname.slice(new URL(registration.scope).pathname.length);
  if (request.mode === "navigate") {
    const listed = pageAt(path);
    const isMessage = MESSAGES.has(messageAt(listed)) && /^m\/[^/]+\/$/.test(listed);
    if (PAGES.has(listed) || isMessage) event.respondWith(page(event, listed));
  } else if (Object.hasOwn(DIGESTS, path)) {
    event.respondWith(isNamedByContent(path) ? keptFirst(event, path) : networkFirst(event, path));
  } else if (isText(path)) {
    event.respondWith(keptFirst(event, path));
  } else if (isCode(path)) {
    event.respondWith(networkFirst(event, path));
  }
});

/** A page; offline, its stored copy, or a page that says why there is none. */
function page(event, path) {
  return networkFirst(event, path, async () => {
    // With the data, the program can show a message from any page.
    const data = messageAt(path) && (await stored(FILES.find((file) => /^messages-/.test(file))));
    const other = (data && (await stored("404.html"))) || (await stored("offline.html"));
    return other && atHome(other);
  });
}

/** A page for whatever address, with the base that its links need there. */
async function atHome(page) {
  const home = new URL(registration.scope).pathname.replaceAll("&", "&amp;");
  const html = (await page.text()).replace(/<base href="[^"]*">/, () => `<base href="${home}">`);
  return new Response(html, { headers: page.headers });
}

/** The network's response, or the stored copy if the network fails or takes too long. */
async function networkFirst(event, path, otherwise = () => undefined) {
  let answered = false;
  const network = fetch(event.request).finally(() => (answered = true));
  const kept = network.then((response) => keep(path, response.clone()));
  // Files missing from the store may be available now; each worker tries once.
  event.waitUntil(kept.then((sound) => sound && isPage(path) && (filling ??= fill())).catch(() => {}));
  const late = after(PATIENCE).then(() => (answered ? undefined : stored(path)));
  try {
    return (await Promise.race([network, late])) ?? (await network);
  } catch {
    return (await stored(path)) ?? (await otherwise()) ?? Response.error();
  }
}

/** The stored copy of a file, or else the network's response, which is then stored. */
async function keptFirst(event, path) {
  const kept = await Promise.race([stored(path), after(PATIENCE)]);
  if (kept) return kept;
  const response = await fetch(event.request);
  // The digests of texts are known to the page, which has the browser check them.
  if (!isText(path) || event.request.integrity) event.waitUntil(keep(path, response.clone()));
  return response;
}

/** Stores the missing files, those that have changed from the network; says whether it responded to every
 *  request. */
async function fill() {
  const answers = (await missing()).map(async (path) => {
    if (!isPage(path) && (await keptBefore(path))) return true;
    try {
      // The browser's cached copy will do, if it is sound.
      for (const cache of isPage(path) ? ["no-cache"] : ["default", "reload"]) {
        if (await keep(path, await fetch(address(path), { cache }))) break;
      }
      return true;
    } catch {
      return false;
    }
  });
  return (await Promise.all(answers)).every(Boolean);
}

/** Takes a file over from the store of another version, if it is still the same. */
async function keptBefore(path) {
  try {
    for (const name of await others()) {
      const kept = await (await caches.open(name)).match(address(path));
      if (kept && (await keep(path, kept))) return true;
    }
  } catch {
    // The store cannot be used.
  }
  return false;
}

/** The files missing from the store; none if the store cannot be used. */
async function missing() {
  try {
    const cache = await caches.open(CACHE);
    const kept = new Set((await cache.keys()).map(({ url }) => url));
    return FILES.filter((path) => !kept.has(address(path)));
  } catch {
    return [];
  }
}

/** The stores of other versions of this site. */
async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

/** The stored copy of a path, if it is sound; otherwise it is deleted. */
async function stored(path) {
  try {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(address(path));
    const sound = kept && (await checked(path, kept));
    if (kept && !sound) await cache.delete(address(path));
    return sound;
  } catch {
    return undefined;
  }
}

/** Stores a response if it is sound, and says whether it is; deletes the copy of a removed file. */
async function keep(path, response) {
  const gone = [404, 410].includes(response.status);
  const copy = await checked(path, response).catch(() => undefined);
  try {
    const cache = await caches.open(CACHE);
    if (copy) await cache.put(address(path), copy);
    else if (gone) await cache.delete(address(path));
  } catch {
    // The store cannot be used: the visit goes on without it.
  }
  return copy !== undefined;
}

/** A copy of a response that can be stored, if it is sound. */
async function checked(path, response) {
  if (!response.ok || response.redirected) return undefined;
  const content = await response.arrayBuffer();
  const type = response.headers.get("content-type") ?? "";
  if (content.byteLength > LARGEST || !(await isSound(path, type, content))) return undefined;
  const headers = new Headers(response.headers);
  // The first two describe the transfer, and the Cache API refuses `Vary: *`.
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  return new Response(content, { headers });
}

/** Whether the content is what belongs at this path: a page of this build of this site, or the right file. */
async function isSound(path, type, content) {
  const text = () => new TextDecoder().decode(content);
  if (isPage(path)) return /^text\/html/i.test(type) && isOfThisBuild(text());
  const expected = { js: /javascript/i, svg: /^image\/svg/i, png: /^image\/png/i };
  const kind = path.split(".").pop();
  if (/html/i.test(type) || expected[kind]?.test(type) === false) return false;
  if (Object.hasOwn(DIGESTS, path)) return (await digestOf(content)) === DIGESTS[path];
  if (isText(path)) return isJson(text());
  return isCode(path) && text().includes("<svg");
}

/** Whether a page says that this build wrote it. Hosts may take the quotes away. */
function isOfThisBuild(html) {
  return new RegExp(`<div[^>]*\\sdata-build=["']?${BUILD}\\b`).test(html);
}

function isJson(text) {
  try {
    return JSON.parse(text) !== null;
  } catch {
    return false;
  }
}

/** The first 16 hexadecimal digits of a SHA-256 digest. */
async function digestOf(content) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
