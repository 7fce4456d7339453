// Replaces sw.js to turn off offline reading: see deploy.md.
addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const off = async () => {
    await registration.unregister();
    const names = await caches.keys();
    // Leave the stores of other sites on the same host alone.
    const ours = names.filter((name) => name.startsWith(`atlas:${registration.scope}:`));
    await Promise.all(ours.map((name) => caches.delete(name)));
  };
  event.waitUntil(off());
});
