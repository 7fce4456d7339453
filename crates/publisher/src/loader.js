// Without a host, the program starts as local.js says.
if (location.protocol !== "file:") {
  // After the first paint, so that on a slow line the text and its fonts come before the program.
  requestAnimationFrame(() =>
    setTimeout(() => {
      const hint = (link) => document.head.append(Object.assign(document.createElement("link"), link));
      const { messages, page, parts, texts } = document.getElementById("app").dataset;
      const [index, , folder] = parts?.split(" ") ?? [];
      const shown = texts ? texts.split(" ").map((part) => `${folder}${part}.json`) : [];
      for (const href of [messages, ...shown]) {
        hint({ rel: "preload", as: "fetch", href, crossOrigin: "anonymous" });
      }
      // Where there is a search its index can set out with the rest.
      if (index && (page === "" || page === "countries/")) {
        hint({ rel: "preload", as: "fetch", href: index, crossOrigin: "anonymous", fetchPriority: "low" });
      }
      const failed = (state) => (document.documentElement.dataset.program ??= state);
      if (typeof WebAssembly !== "object") return failed("unsupported");
      // What is imported has no place for a digest of its own: it takes this up.
      hint({ rel: "modulepreload", href: "{script}", integrity: "{script-integrity}", crossOrigin: "anonymous" });
      const program = fetch("{program}", { integrity: "{program-integrity}" });
      import("{script}")
        .then(({ default: start }) => start({ module_or_path: program }))
        .catch((error) => failed(error instanceof WebAssembly.CompileError ? "unsupported" : "unreachable"));
    }),
  );
  // Keeps what was visited for the times without a connection. A browser that refuses, as some do in
  // private windows, loses only that.
  addEventListener("load", () => navigator.serviceWorker?.register("sw.js").catch(console.info));
}
