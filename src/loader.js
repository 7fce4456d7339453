// Fetches the program while the page is read, checked against its digest, and starts it.
const program = fetch("{program}", { integrity: "{integrity}", priority: "low" });
import("{script}").then(({ default: start }) => start({ module_or_path: program }));
// Keeps what was visited for the times without a connection. A browser that refuses, as some do in
// private windows, loses only that.
addEventListener("load", () => navigator.serviceWorker?.register("sw.js").catch(console.info));
