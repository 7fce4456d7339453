// Keeps the site readable without a connection. The build puts before this: VERSION; FILES, which are
// kept from the first visit on; and DIGESTS, the first digits of the SHA-256 digests of files.
//
// What the network answers goes to the page first, and waits for no store, so that corrections and
// what was taken down show at once; what was kept is for when there is no network. Only files whose
// names change with what they hold come from the store first. What is kept is checked when it arrives
// and again when it is used: an answer may be the page of a network that asks to log in, or half a
// file. A store that is full or refuses costs nothing but what it would have kept.
const PREFIX = `atlas:${registration.scope}:`;
const CACHE = PREFIX + VERSION;
// A connection or a store that takes longer than this to answer counts as none, in milliseconds.
const PATIENCE = 5000;
// Nothing larger is kept, in bytes: the booklet of ten thousand messages is.
const LARGEST = 8_000_000;

const address = (path) => new URL(path, registration.scope).href;
const isPage = (path) => /(^|\/)[^./]*$|\.html$/.test(path);
const isNamedByContent = (path) => /-[0-9a-f]{12,64}(_bg)?[./]/.test(path);
const after = (time) => new Promise((resolve) => setTimeout(resolve, time));

let filling;

addEventListener("install", (event) => {
  event.waitUntil(
    fill().then(async (answered) => {
      // What is kept of the version before is better than half of this one. The browser tries again at
      // the next visit.
      if (!answered && (await others()).length > 0) throw new Error("The connection was lost.");
    }),
  );
});

// The old version's files go when its last window has closed, and not before.
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
    if (isPage(path)) event.respondWith(page(event, path));
  } else if (isNamedByContent(path)) {
    event.respondWith(keptFirst(event, path));
  } else if (Object.hasOwn(DIGESTS, path) || request.destination === "image") {
    event.respondWith(networkFirst(event, path));
  }
});

/** A page; without a network, as it was kept, or what can be said in its place. */
function page(event, path) {
  return networkFirst(event, path, async () => {
    const [, id] = path.match(/^m\/([a-z0-9-]+)\/?$/) ?? [];
    return ((await hasMessage(id)) && (await stored("404.html"))) || stored("offline.html");
  });
}

/** Whether the data that is kept has a message, which the program shows on whatever page it starts. */
async function hasMessage(id) {
  const data = id && (await stored(FILES.find((file) => /^messages-/.test(file))));
  return data && new RegExp(`"id"\\s*:\\s*"${id}"`).test(await data.text());
}

/** What the network answers; what was kept where that takes too long, or where there is none. */
async function networkFirst(event, path, otherwise = () => undefined) {
  let answered = false;
  const network = fetch(event.request).finally(() => (answered = true));
  const kept = network.then((response) => keep(path, response.clone()));
  // What could not be kept before may be there now: asked once in the life of a worker.
  event.waitUntil(kept.then((sound) => sound && isPage(path) && (filling ??= fill())).catch(() => {}));
  const late = after(PATIENCE).then(() => (answered ? undefined : stored(path)));
  try {
    return (await Promise.race([network, late])) ?? (await network);
  } catch {
    return (await stored(path)) ?? (await otherwise()) ?? Response.error();
  }
}

/** A file as it was kept; else from the network, to be kept from then on. */
async function keptFirst(event, path) {
  const kept = await Promise.race([stored(path), after(PATIENCE)]);
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(keep(path, response.clone()));
  return response;
}

/** Fetches and keeps what is missing; whether the network had an answer for all of it. */
async function fill() {
  const answers = (await missing()).map(async (path) => {
    try {
      // What the browser has of it will do, if it is that.
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

/** Which files are not kept; none where nothing can be. */
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

/** What is kept at a path, if it is what it should be; it goes if it is not. */
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

/** Keeps an answer if it is what it should be, which is the result; what was taken down goes. */
async function keep(path, response) {
  const gone = [404, 410].includes(response.status);
  const copy = await checked(path, response).catch(() => undefined);
  try {
    const cache = await caches.open(CACHE);
    if (copy) await cache.put(address(path), copy);
    else if (gone) await cache.delete(address(path));
  } catch {
    // The store refuses: the visit goes on without it.
  }
  return copy !== undefined;
}

/** A copy of an answer that a store can take, if it is what it should be. */
async function checked(path, response) {
  if (!response.ok || response.redirected) return undefined;
  const content = await response.arrayBuffer();
  const type = response.headers.get("content-type") ?? "";
  if (content.byteLength > LARGEST || !(await isSound(path, type, content))) return undefined;
  const headers = new Headers(response.headers);
  // They are about the way here, and no store takes `Vary: *`.
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  return new Response(content, { headers });
}

/** Whether content of this type is a page of this site, or the file that it should be. */
async function isSound(path, type, content) {
  const text = () => new TextDecoder().decode(content);
  if (isPage(path)) return /^text\/html/i.test(type) && /<div[^>]*\sid=["']?app\b/.test(text());
  const expected = { js: /javascript/i, svg: /^image\/svg/i, png: /^image\/png/i };
  const kind = path.split(".").pop();
  if (/html/i.test(type) || expected[kind]?.test(type) === false) return false;
  const digest = DIGESTS[path] ?? path.match(/-([0-9a-f]{16})\.(?:json|bin)$/)?.[1];
  if (digest) return (await digestOf(content)) === digest;
  if (kind === "json") return isJson(text());
  // A program of which nothing is known does not wait here to be run.
  return kind !== "js" && kind !== "wasm";
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
