// The tests of the studio, which is built by `cargo xtask studio` and served below /studio/, as beside a site.
import { defineConfig } from "@playwright/test";
import own from "./playwright.config.js";

const port = 4180;
const address = `http://127.0.0.1:${port}/studio/`;

export default defineConfig({
  testDir: "studio",
  testMatch: "*.spec.js",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: own.reporter,
  // Those tests that are about the service worker allow it: it stores the whole studio.
  use: { ...own.use, baseURL: address, viewport: { width: 1440, height: 900 }, serviceWorkers: "block" },
  webServer: {
    command: `node server.js ${port} dist-studio studio`,
    url: address,
    reuseExistingServer: false,
  },
});
