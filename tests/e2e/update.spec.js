// A new deployment replaces an old one that the browser has visited.
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, expectAlive, test } from "./fixtures.js";

const port = 4176;
const address = `http://127.0.0.1:${port}/`;

test.use({ baseURL: address, expectedErrors: [/ERR_(FAILED|INTERNET_DISCONNECTED)/] });

test("shows at the next visit, never mixed with the old one", async ({ page, context }) => {
  const folder = mkdtempSync(join(tmpdir(), "atlas-"));
  cpSync(fileURLToPath(new URL("../../dist", import.meta.url)), folder, { recursive: true });
  let server = await host(folder);
  try {
    await page.goto(address);
    await expectAlive(page);
    await page.evaluate(() => navigator.serviceWorker.ready);

    server.kill();
    deployAnother(folder);
    server = await host(folder);
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    await expect(page.getByText("another deployment")).toBeVisible();
    await expectAlive(page);
    // The program is the one the new page refers to.
    expect(asked.filter((url) => url.includes("solidarity-atlas-another")).length).toBeGreaterThan(1);
    expect(asked.filter((url) => /solidarity-atlas-[0-9a-f]{8}/.test(url))).toEqual([]);

    // Once no tab uses the old version, the new one is the stored one.
    await expect
      .poll(() => page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration()).waiting))
      .toBe(true);
    await page.goto("about:blank");
    await context.setOffline(true);
    await page.goto(`${address}countries/`);
    await expectAlive(page);
    await expect(page.getByText("another deployment")).toBeVisible();
  } finally {
    server.kill();
    rmSync(folder, { recursive: true });
  }
});

/** Starts a static host for a folder, and waits until it responds. */
async function host(folder) {
  const server = spawn("node", ["server.js", port, folder], { stdio: "inherit" });
  await expect
    .poll(() => fetch(address).then(({ status }) => status, () => 0))
    .toBe(200);
  return server;
}

/** Replaces the build with another: other names, other pages, no old files. */
function deployAnother(folder) {
  const programs = readdirSync(folder).filter((name) => name.startsWith("solidarity-atlas-"));
  const renamed = (text) => text.replace(/solidarity-atlas-[0-9a-f]{12,16}/g, "solidarity-atlas-another");
  for (const name of programs) renameSync(join(folder, name), join(folder, renamed(name)));
  // The policy allows the script that starts the program by its digest.
  const digest = (script) => createHash("sha256").update(script).digest("base64");
  const [, starter] = read(folder, "index.html").match(/<script>(\/\/ Without a host[^]*?)<\/script>/);
  const html = ["index.html", "countries/index.html", "about/index.html", "404.html"];
  for (const name of [...html, "sw.js", "_headers"]) {
    const text = renamed(read(folder, name))
      .replaceAll(digest(starter), digest(renamed(starter)))
      .replaceAll("All messages as a feed", "Feed of another deployment")
      .replace(/VERSION = "\w+"/, 'VERSION = "another"');
    writeFileSync(join(folder, name), text);
  }
}

function read(folder, name) {
  return readFileSync(join(folder, name), "utf8");
}
