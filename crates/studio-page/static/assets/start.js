// Starts the page, or says why it does not start.
import start from "./page.js";

start().catch((error) => {
  console.error(error);
  const status = document.querySelector("#studio [role=status]");
  if (status) {
    status.textContent = typeof WebAssembly === "object"
      ? "The studio could not be loaded. Check the connection, then load the page again."
      : "Your browser is too old for the studio: please use a current Firefox, Chrome, Edge or Safari.";
  }
});
