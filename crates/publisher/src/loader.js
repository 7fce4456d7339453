// Without a host, the program starts as local.js says.
if (location.protocol !== "file:") {
  // After the first paint, so that on a slow line the text and its fonts come before the program.
  requestAnimationFrame(() =>
    setTimeout(() => {
      const { integrity, messages, page, parts, texts } = document.getElementById("app").dataset;
      const at = (path) => new URL(path, document.baseURI).href;
      const [index, order, folder] = parts?.split(" ") ?? [];
      const shown = texts ? texts.split(" ").map((part) => `${folder}${part}.json`) : [];
      const ofTexts = `${folder}integrity.json`;
      const files = (parts ? [messages, index, order, ofTexts, ...shown] : [messages]).map(at);
      const digests = integrity.split(" ");
      const isOtherText = (url) => parts && url.startsWith(at(folder)) && !files.includes(url);

      // The data is refused, as the program is, unless it is what the build wrote. What is asked for again has
      // failed before, perhaps because of a copy in the browser's cache.
      const { fetch } = window;
      const asked = new Map();
      let others;
      const digestOf = async (url) => {
        if (!isOtherText(url)) return digests[files.indexOf(url)];
        others ??= load(at(ofTexts), {}).then((answer) => answer.json());
        others.catch(() => (others = undefined));
        return (await others)[parseInt(url.slice(at(folder).length))];
      };
      const load = async (url, init) => {
        try {
          return await fetch(url, { ...init, integrity: await digestOf(url) });
        } catch (error) {
          // The digest hides what a host says of a missing file.
          const answer = await fetch(url, { method: "HEAD" });
          if (answer.ok) throw error;
          return answer;
        }
      };
      const begin = (path, init) => {
        const answer = load(at(path), init);
        answer.catch(() => {});
        asked.set(at(path), answer);
      };
      window.fetch = (request, init) => {
        const url = at(request.url ?? request);
        if (!files.includes(url) && !isOtherText(url)) return fetch(request, init);
        const answer = asked.get(url) ?? load(url, asked.has(url) ? { cache: "reload" } : {});
        asked.set(url);
        return answer;
      };
      for (const path of [messages, ...shown]) begin(path);
      // Where there is a search its index can set out with the rest.
      if (index && (page === "" || page === "countries/")) begin(index, { priority: "low" });

      const failed = (state) => (document.documentElement.dataset.program ??= state);
      if (typeof WebAssembly !== "object") return failed("unsupported");
      // What is imported has no place for a digest of its own: it takes this up.
      const script = { rel: "modulepreload", href: "{script}", integrity: "{script-integrity}", crossOrigin: "anonymous" };
      document.head.append(Object.assign(document.createElement("link"), script));
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
