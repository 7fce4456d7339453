// Keeps the site readable without a connection. The build puts VERSION and FILES before this.
//
// A page comes from the network whenever there is one, so a new version shows at once; what was
// kept is for when there is none. A page names its program and its data by their digests, so old
// and new cannot mix: those files are kept for good, under names that never mean anything else.
const PREFIX = `atlas:${registration.scope}:`;
const CACHE = PREFIX + VERSION;
// A connection that takes longer than this to answer counts as none, in milliseconds.
const PATIENCE = 5000;

const address = (file) => new URL(file, registration.scope).href;
const hashed = /-[0-9a-f]{12,64}(\.|_bg\.|\/)/;

addEventListener("install", (event) => {
  const fresh = FILES.map((file) => new Request(address(file), { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

// The old version's files go when its last window has closed, and not before.
addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then((names) => {
      const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
      return Promise.all(old.map((name) => caches.delete(name)));
    }),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const ours = request.method === "GET" && request.url.startsWith(registration.scope);
  if (!ours) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (hashed.test(request.url) || /\.(woff2|svg|wasm|js)$/.test(new URL(request.url).pathname)) {
    event.respondWith(kept(event));
  }
});

/** A page from the network; without one, as it was kept; else the program, which shows it. */
async function page(event) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const network = fetch(request).then(async (response) => {
    if (response.ok && !response.redirected) {
      // Filters of the grid are no pages of their own.
      await cache.put(new URL(request.url).href.split(/[?#]/)[0], response.clone());
    }
    return response;
  });
  event.waitUntil(network.catch(() => {}));
  const old = async () =>
    (await cache.match(request, { ignoreSearch: true })) ?? (await cache.match(address("404.html")));
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(old);
  return Promise.race([network, patience]).then(
    (response) => response ?? network,
    async () => (await old()) ?? Response.error(),
  );
}

/** A file as it was kept, or from the network, to be kept from then on. */
async function kept(event) {
  const { request } = event;
  const cache = await caches.open(CACHE);
  const found = await cache.match(request, { ignoreVary: true });
  if (found) return found;
  const response = await fetch(request);
  // Some hosts send a page in place of what is not there.
  const page = response.headers.get("content-type")?.startsWith("text/html");
  if (response.ok && !page) {
    // A full store is no reason to withhold what has arrived.
    event.waitUntil(cache.put(request, response.clone()).catch(() => {}));
  }
  return response;
}
