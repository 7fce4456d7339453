import { defineConfig } from "@playwright/test";

const port = 4173;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  // The studio has a configuration of its own.
  testIgnore: "studio/**",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  projects: [
    { name: "as written" },
    {
      // Runs some of them on the same folder opened from files, without a host.
      name: "local",
      use: { local: true },
      grepInvert: /@host/,
      testMatch: ["home", "map", "message", "places", "search"].map((name) => `${name}.spec.js`),
    },
    {
      // Runs the tests of reading again, on pages translated by the browser.
      name: "translated",
      use: { translated: true },
      testMatch: ["address", "home", "map", "message", "places", "search"].map((name) => `${name}.spec.js`),
    },
  ],
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROME || "/usr/bin/chromium",
      // Chromium's sandbox does not work for root, as in containers.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  webServer: [
    {
      command: `node server.js ${port} dist`,
      url: `http://127.0.0.1:${port}/`,
      reuseExistingServer: false,
    },
    {
      command: "node server.js 4174 dist any/sub/path",
      url: "http://127.0.0.1:4174/any/sub/path/",
      reuseExistingServer: false,
    },
    {
      command: "node server.js 4175 target/second/site",
      url: "http://127.0.0.1:4175/",
      reuseExistingServer: false,
    },
  ],
});
