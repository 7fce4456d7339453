// Makes the studio work without a connection, and shows the sites that are tried out. The build fills in what
// belongs to it: the name of the folder with its files, and the SHA-256 digest of each file.
//
// Only what is listed, and what lies below try/, is answered. All files of a build come from the store, so that
// those of two builds are never mixed: what is new is shown once all of it is there and the last window of the
// old build has been closed, or somebody has asked for it.
const BUILD = "{{assets}}";
const FILES = {{files}};
const PREFIX = `atlas-studio:${registration.scope}:`;
const BUILDS = `${PREFIX}build:`;
const CACHE = BUILDS + BUILD;
/** Where a store has the digests of its files. */
const LISTING = address(".files.json");

addEventListener("install", (event) => event.waitUntil(install()));

addEventListener("activate", (event) => event.waitUntil(activate()));

// Somebody has asked for the new build.
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());

addEventListener("fetch", (event) => {
  const { request } = event;
  const [url] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !url.startsWith(registration.scope)) return;
  const path = url.slice(registration.scope.length);
  const tried = path.match(/^try\/([^/]+)(\/?)(.*)$/);
  if (tried) {
    event.respondWith(ofSite(decodeURIComponent(tried[1]), tried[2], tried[3]));
  } else if (path === "" || path === "index.html") {
    event.respondWith(kept(event, "index.html"));
  } else if (Object.hasOwn(FILES, path)) {
    event.respondWith(kept(event, path));
  } else if (/^assets-[0-9a-f]+\//.test(path)) {
    event.respondWith(ofOther(event));
  }
});

/** Stores all files of this build: those that have not changed from the store of another, the rest from the host. */
async function install() {
  const others = await Promise.all((await builds()).map(listed));
  const cache = await caches.open(CACHE);
  const store = async ([path, digest]) => {
    if (await cache.match(address(path))) return;
    const before = others.find(({ paths }) => paths.has(digest));
    const copy = before && (await before.cache.match(address(before.paths.get(digest))));
    await cache.put(address(path), copy ?? (await fetched(path, digest)));
  };
  await Promise.all(Object.entries(FILES).map(store));
  await cache.put(LISTING, new Response(JSON.stringify(FILES)));
}

/** A file from the host, if it is that of this build and not, say, the login page of a public network. */
async function fetched(path, digest) {
  // Hosts may change a page on the way: it only has to be of this build.
  const isPage = path.endsWith(".html");
  const integrity = isPage ? "" : `sha256-${digest}`;
  const response = await fetch(address(path), { cache: "no-cache", integrity });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  if (!isPage) return response;
  const page = await response.text();
  if (!page.includes(BUILD)) throw new Error(`${path} is of another build`);
  return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
}

/** Deletes the stores of other builds, unless a window may still show one. */
async function activate() {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const isStudio = ({ url }) => !url.startsWith(`${registration.scope}try/`);
  if (windows.filter(isStudio).length < 2) {
    await Promise.all((await builds()).map((name) => caches.delete(name)));
  }
  await clients.claim();
}

/** The names of the stores of other builds. */
async function builds() {
  return (await caches.keys()).filter((name) => name.startsWith(BUILDS) && name !== CACHE);
}

/** A store, and the paths in it by the digests of their content. */
async function listed(name) {
  const cache = await caches.open(name);
  const listing = await cache.match(LISTING);
  const files = listing ? Object.entries(await listing.json()) : [];
  return { cache, paths: new Map(files.map(([path, digest]) => [digest, path])) };
}

/** A file of this build. */
async function kept(event, path) {
  const stored = await caches.match(address(path), { cacheName: CACHE });
  return stored ?? fetch(event.request);
}

/** A file of another build, for a window that still shows that one. */
async function ofOther(event) {
  for (const name of await builds()) {
    const stored = await caches.match(event.request.url, { cacheName: name });
    if (stored) return stored;
  }
  return fetch(event.request);
}

/** A file of a site that is tried out, as a host would answer. */
async function ofSite(id, slash, path) {
  const cacheName = `${PREFIX}try:${id}`;
  const base = address(`try/${encodeURIComponent(id)}/`);
  const find = (path) => caches.match(base + path, { cacheName });
  if (!(await find(".whole"))) {
    const text = "This site is no longer here. Go back to the studio and choose “Try it” again.";
    return new Response(text, { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
  if (!slash) return Response.redirect(base, 301);
  if (path === "" || path.endsWith("/")) path += "index.html";
  const file = await find(path);
  if (file) return file;
  if (await find(`${path}/index.html`)) return Response.redirect(`${base}${path}/`, 301);
  const notFound = await find("404.html");
  return new Response(notFound?.body, { status: 404, headers: notFound?.headers });
}

function address(path) {
  return new URL(path, registration.scope).href;
}
