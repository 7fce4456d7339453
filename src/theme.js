// Before the first paint, so that nobody who chose dark sees a flash of white. Where storage is
// blocked the page follows the system.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch {}
