// What cannot wait for WebAssembly.

// Before the first paint, so that nobody who chose dark sees a flash of white. Where storage is
// blocked the page follows the system.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch {}

// If the program does not arrive or does not run, the page says so.
for (const event of ["error", "unhandledrejection"]) {
  addEventListener(event, () => document.getElementById("not-started")?.removeAttribute("hidden"));
}
