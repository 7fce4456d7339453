// Runs before the WebAssembly is loaded.
{
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  // Links are relative to the folder of the page, which a host may show without the slash at its end.
  const base = document.querySelector("base");
  const home = base.getAttribute("href");
  if (home.startsWith(".") && !/(\/|\.html)$/.test(location.pathname)) {
    base.href = new URL(home, `${location.origin}${location.pathname}/`);
  }

  // Opened from files, without a host, the page needs help (crates/publisher/src/local.js).
  if (location.protocol === "file:") {
    document.head.append(Object.assign(document.createElement("script"), { src: "local.js" }));
  }

  // Set the theme before the first paint, so that a dark page never flashes white. If
  // storage is blocked, the page follows the system.
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  } catch {}

  // When a link to a search is opened, show the query at once and hide the written results, which
  // are not its own.
  const asked = new URLSearchParams(location.search);
  const query = asked.get("q");
  if (query || asked.get("country")) root.dataset.asked = "";

  // The page as the build wrote it, and its path, to restore if the program stops.
  let written, path, count;
  addEventListener("DOMContentLoaded", () => {
    written = byId("app").cloneNode(true);
    path = location.pathname;
    const box = byId("search");
    if (box && query) box.defaultValue = query;
    count = "asked" in root.dataset ? document.querySelector(".count [role=status]") : null;
    if (count) {
      count.hidden = true;
      count.after(byId("searching"));
      byId("searching").hidden = false;
    }
    byId("close-not-started").onclick = () => byId("not-started").remove();
  });

  // A click or choice made before the program runs is replayed once it does.
  let early;
  addEventListener("click", ({ target }) => {
    const pressed = !root.dataset.program && target.closest("#app :is(button, [type=checkbox])");
    if (pressed) early = () => pressed.click();
  });
  addEventListener("change", ({ target }) => {
    const { localName, value } = target;
    if (root.dataset.program || localName !== "select") return;
    early = () => {
      target.value = value;
      target.dispatchEvent(new Event("change", { bubbles: true }));
    };
  });
  new MutationObserver(() => {
    delete root.dataset.asked;
    if (count?.hidden) {
      count.hidden = false;
      byId("searching")?.remove();
    }
    if (root.dataset.program === "alive") early?.();
    early = undefined;
  }).observe(root, { attributeFilter: ["data-program"] });

  // After a panic the program must not be called again, and the page may be only half updated.
  // Replacing the elements removes their listeners; the other listeners are cut off here.
  const stopped = () => {
    if (root.dataset.program === "stopped") return;
    for (const type of ["click", "keydown", "popstate", "selectionchange"]) {
      addEventListener(
        type,
        (event) => {
          if (!event.target.closest?.("#not-started")) event.stopImmediatePropagation();
          if (type === "popstate") location.reload();
        },
        true,
      );
    }
    root.dataset.program = "stopped";
    // Restore the written page if it belongs to this address and is not the page that hosts send
    // for unknown addresses; otherwise reload, once.
    const here = location.pathname === path;
    const { page } = written.dataset;
    const [{ type } = {}] = performance.getEntriesByType("navigation");
    if (here && page !== undefined && page !== "404.html") byId("app").replaceWith(written);
    else if (navigator.onLine && !(here && type === "reload")) location.reload();
  };
  const hasPanicked = (error) =>
    typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  addEventListener("error", ({ error }) => hasPanicked(error) && stopped());
  addEventListener("unhandledrejection", ({ reason }) => hasPanicked(reason) && stopped());

  // Hide pictures that cannot be fetched, for instance offline, so that nothing looks broken.
  addEventListener(
    "error",
    ({ target }) => {
      if (target instanceof HTMLImageElement) target.hidden = true;
    },
    true,
  );
}
