// Makes the site work without a host, opened from files: from a USB stick, or an unpacked archive. Pages load it
// only there (`src/start.js`).
//
// Browsers then forbid modules and `fetch`, and do not open the index.html of a folder. So `local.rs` writes a
// copy of everything that the program fetches, in the form of a script, and links are changed to name their files.
{
  const TYPES = { bin: "application/octet-stream", json: "application/json", wasm: "application/wasm" };

  /** The content of the copy of a file. */
  const load = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${new URL(address, document.baseURI).href}.local.js`;
      script.arrived = resolve;
      script.onerror = () => reject(new TypeError(`cannot read ${script.src}`));
      document.head.append(script);
    });

  // Each copy calls this with its content.
  window.localFile = (content) => document.currentScript.arrived(content);

  window.fetch = async (request) => {
    const address = new URL(request.url ?? request, document.baseURI);
    const bytes = Uint8Array.from(atob(await load(address)), (byte) => byte.charCodeAt(0));
    const type = TYPES[address.pathname.split(".").pop()];
    return new Response(bytes, { headers: { "content-type": type } });
  };

  /** An address that names a file. */
  const withFile = (address) => {
    const url = new URL(address, document.baseURI);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url;
  };

  const mend = (element) => {
    const attribute = element.localName === "form" ? "action" : "href";
    const { href } = withFile(element[attribute]);
    if (element[attribute] !== href) element.setAttribute(attribute, href);
  };
  const mendIn = (part) => part.querySelectorAll?.("a[href], form[action]").forEach(mend);
  mendIn(document);
  new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      if (type === "attributes") mend(target);
      for (const node of addedNodes) {
        if (node.matches?.("a[href], form[action]")) mend(node);
        mendIn(node);
      }
    }
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["href", "action"] });

  // A page may change the query of its address, but not its path: the browser opens other pages itself.
  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      if (link?.protocol === "file:" && link.pathname !== location.pathname) event.stopImmediatePropagation();
    },
    true,
  );
  for (const method of ["pushState", "replaceState"]) {
    const original = history[method].bind(history);
    history[method] = (state, unused, address) => {
      const url = withFile(address ?? location.href);
      if (url.pathname === location.pathname) original(state, unused, url.href);
      else location.href = url.href;
    };
  }

  const start = async () => {
    const root = document.documentElement;
    const { page, url } = document.getElementById("app").dataset;
    if (page === undefined) return;
    // Nobody else could open a link to this page.
    if (url === undefined) root.dataset.unlinked = "";
    const failed = (state) => (root.dataset.program ??= state);
    if (typeof WebAssembly !== "object") return failed("unsupported");
    try {
      const program = await load("{script}");
      await program({ module_or_path: fetch("{program}") });
    } catch (error) {
      failed(error instanceof WebAssembly.CompileError ? "unsupported" : "unreachable");
    }
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
}
