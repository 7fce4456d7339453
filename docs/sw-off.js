// Put in place of sw.js, this switches off what keeps the site for reading offline: see deploy.md.
addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const off = async () => {
    await registration.unregister();
    const names = await caches.keys();
    // Other sites of this host have stores of their own.
    const ours = names.filter((name) => name.startsWith(`atlas:${registration.scope}:`));
    await Promise.all(ours.map((name) => caches.delete(name)));
  };
  event.waitUntil(off());
});
