// Reloads the page when the site has been rebuilt, and shows why if that failed.
{
  // The build that this page belongs to, or 0, and the last build that it knows of.
  const [ours, known] = document.currentScript.src.split("?")[1].split("-").map(Number);

  // A site that was served here before may have left copies, which would hide changes.
  navigator.serviceWorker?.getRegistrations().then((all) => all.forEach((one) => one.unregister()));
  globalThis.caches?.keys().then((names) => names.forEach((name) => caches.delete(name)));

  const note = document.createElement("div");
  note.setAttribute("role", "alert");
  Object.assign(note.style, {
    position: "fixed", inset: "auto 0 0", zIndex: 9999, margin: 0, padding: "1rem", maxHeight: "60vh",
    overflow: "auto", whiteSpace: "pre-wrap", font: "0.9rem/1.4 monospace", color: "#fff", background: "#7a1015",
  });
  const show = (error) => {
    note.remove();
    if (!error) return;
    const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
    close.onclick = () => note.remove();
    note.replaceChildren("You see the site as it was before this error. ", close, "\n\n", error);
    document.body.append(note);
  };

  const pause = (seconds) => new Promise((go) => setTimeout(go, seconds * 1000));
  (async () => {
    for (let seen = known; ; ) {
      try {
        const answer = await fetch(`/.solidarity-atlas/after/${seen}`);
        const { number, served, error } = await answer.json();
        if (number === seen) continue;
        if (!ours || served !== ours) return location.reload();
        show(error);
        seen = number;
      } catch {
        // The program has been stopped; it may be started again.
        await pause(1);
      }
    }
  })();
}
