// Taking away what was made: the ZIP is the site that the program for organisers builds, and opens anywhere.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { choose, expect, expectAccessible, file, open, test } from "./fixtures.js";
import { build, expectSame, repository, saveData, saveSite } from "./saving.js";

/** A table of messages without errors. */
function letters(count) {
  const row = (n) => `"Choir ${n}","${["Portugal", "Malaysia", "Norway"][n % 3]}","Ana ${n}","Dear friends,\n\nGreetings, number ${n}: “água” 団結."`;
  return ["sender,country,signature,message", ...Array.from({ length: count }, (_, n) => row(n))].join("\n");
}

async function openLetters(page, count) {
  await open(page);
  await choose(page, file("letters.csv", letters(count)));
  await page.getByRole("button", { name: "Title, place, colours" }).click();
  await page.getByLabel("Title", { exact: true }).fill("Letters");
  await page.getByRole("button", { name: /Choir 0/ }).click();
}

test("a site without a title is not made, and the form shows what it lacks", async ({ page }) => {
  await open(page);
  await choose(page, file("letters.csv", letters(2)));
  const title = page.getByLabel("Title", { exact: true });
  await page.getByRole("button", { name: "Save site (ZIP)" }).click();
  await expect(title).toBeFocused();
  await expect(title).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator(".notices")).toContainText("first correct what is marked here");
  await expectAccessible(page);
});

test("the ZIP holds what the program builds, byte for byte", async ({ page }, info) => {
  test.setTimeout(240_000);
  await openLetters(page, 4);
  const saved = info.outputPath("saved");
  await saveSite(page, saved);
  await expect(page.getByRole("heading", { name: "The site is saved" })).toBeVisible();
  await expectAccessible(page, "dialog");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();

  const project = info.outputPath("project");
  mkdirSync(project, { recursive: true });
  await saveData(page, "File of messages", join(project, "messages.json"));
  build(project, info.outputPath("built"));
  expectSame(saved, info.outputPath("built"));
});

test("the site works below a folder of a host", async ({ page, context }, info) => {
  test.setTimeout(180_000);
  await openLetters(page, 3);
  await saveSite(page, info.outputPath("site"));
  const server = spawn("node", [join(repository, "tests/e2e/server.js"), "4181", info.outputPath("site"), "some/path"]);
  try {
    const visitor = await context.newPage();
    await expect(async () => visitor.goto("http://127.0.0.1:4181/some/path/")).toPass();
    await visitor.getByRole("link", { name: /Choir 1/ }).first().click();
    await expect(visitor.getByText("Greetings, number 1").last()).toBeVisible();
    await expect(visitor.locator(":root[data-program=alive]")).toBeAttached();
  } finally {
    server.kill();
  }
});

test("what is being made can be cancelled, and made again", async ({ page }) => {
  test.setTimeout(240_000);
  await openLetters(page, 150);
  let downloads = 0;
  page.on("download", () => downloads++);
  await page.getByRole("button", { name: "Save site (ZIP)" }).click();
  await expect(page.getByText(/^[1-9]\d* of 150 messages$/)).toBeVisible({ timeout: 120_000 });
  await expectAccessible(page, "dialog");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "Save site (ZIP)" }).click();
  await expect(page.getByText(/^[1-9]\d* of 150 messages$/)).toBeVisible({ timeout: 120_000 });
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(downloads).toBe(0);
});

test("messages with errors are left out only if somebody says so", async ({ page }, info) => {
  test.setTimeout(180_000);
  await openLetters(page, 3);
  await page.getByLabel("Country").fill("XX");
  await expect(page.locator(".badge")).toBeVisible({ timeout: 15_000 });
  await page.getByRole("button", { name: "Save site (ZIP)" }).click();
  await expect(page.getByText("One message has errors.")).toBeVisible();
  const downloading = page.waitForEvent("download", { timeout: 120_000 });
  await page.getByRole("button", { name: "Leave them out" }).click();
  await (await downloading).saveAs(info.outputPath("site.zip"));
  await expect(page.getByText("Left out: 1 message.")).toBeVisible();
  const listing = execFileSync("unzip", ["-Z1", info.outputPath("site.zip")], { encoding: "utf8" });
  expect(listing.match(/^m\/[^/]+\/index\.html$/gm)).toHaveLength(2);
});

test("a table is saved, too", async ({ page }, info) => {
  await openLetters(page, 2);
  await saveData(page, "Table (CSV)", info.outputPath("letters.csv"));
  expect(readFileSync(info.outputPath("letters.csv"), "utf8")).toContain("Greetings, number 1: “água” 団結.");
  await expect(page.getByText("Saved as letters.csv.")).toBeVisible();
});

test.describe("with the browser's store", () => {
  test.use({ serviceWorkers: "allow" });

  test("a site can be tried out, and the studio works without a connection", async ({ page, context }) => {
    test.setTimeout(300_000);
    await openLetters(page, 3);
    await kept(page);
    await context.setOffline(true);
    await page.reload();
    await openLetters(page, 3);
    await page.getByRole("button", { name: "Try it" }).click();
    const link = page.getByRole("link", { name: "Open the site" });
    await expect(link).toBeVisible({ timeout: 120_000 });
    const opening = context.waitForEvent("page");
    await link.click();
    const site = await opening;
    const errors = [];
    site.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await expect(site.locator(":root[data-program=alive]")).toBeAttached();
    expect(new URL(site.url()).pathname).toMatch(/^\/studio\/try\/[^/]+\/$/);
    await site.getByRole("link", { name: /Choir 1/ }).first().click();
    // The home page shows the same words.
    await expect(site).toHaveURL(/\/m\/[^/]+\/$/);
    await expect(site.getByText("Greetings, number 1").last()).toBeVisible();
    await site.reload();
    await expect(site.getByText("Greetings, number 1").last()).toBeVisible();
    expect(errors).toEqual([]);
    // The site has no service worker of its own: the studio answers for it.
    const scopes = await site.evaluate(async () => {
      const { value } = Object.getOwnPropertyDescriptor(navigator, "serviceWorker") ?? {};
      return [value, (await caches.keys()).filter((name) => name.startsWith("atlas:"))];
    });
    expect(scopes).toEqual([undefined, []]);
    const response = await site.goto(site.url().replace(/m\/.*$/, "m/nobody/"));
    expect(response.status()).toBe(404);
    await expect(site.getByRole("heading", { level: 1 })).toBeVisible();

    const downloading = page.waitForEvent("download", { timeout: 120_000 });
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Save site (ZIP)" }).click();
    await downloading;
  });

});

test.describe("a new version", () => {
  test.use({ serviceWorkers: "allow", baseURL: "http://127.0.0.1:4182/studio/" });

  test("waits until somebody asks for it, and takes over what has not changed", async ({ page }, info) => {
    test.setTimeout(300_000);
    const host = info.outputPath("host");
    cpSync(join(repository, "dist-studio"), host, { recursive: true });
    const server = spawn("node", [join(repository, "tests/e2e/server.js"), "4182", host, "studio"]);
    try {
      await expect(async () => page.goto("./")).toPass();
      await kept(page);
      await page.reload();
      const before = await page.locator("body").getAttribute("data-assets");
      const after = rebuilt(host, before);
      // What has not changed is not asked for again.
      rmSync(join(host, after, "publisher_bg.wasm"));
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      await expect(page.getByText("There is a new version of the studio.")).toBeVisible({ timeout: 60_000 });
      await expect(page.locator("body")).toHaveAttribute("data-assets", before);
      await page.getByRole("button", { name: "Reload" }).click();
      await expect(page.locator("body")).toHaveAttribute("data-assets", after);
      const stores = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(":build:")).length);
      await expect.poll(stores).toBe(1);
    } finally {
      server.kill();
    }
  });
});

/** Waits until the studio is kept for times without a connection. */
function kept(page) {
  const isActive = async () => Boolean((await navigator.serviceWorker.getRegistration())?.active);
  return expect.poll(() => page.evaluate(isActive), { timeout: 120_000 }).toBe(true);
}

/** Makes another build of the studio in a folder: one of its files has changed, and so the name of the folder. */
function rebuilt(host, before) {
  const after = before.replace(/.$/, (digit) => (digit === "0" ? "1" : "0"));
  cpSync(join(host, before), join(host, after), { recursive: true });
  const digest = (path) => execFileSync("openssl", ["dgst", "-sha256", "-binary", path]).toString("base64");
  const change = (path, change) => writeFileSync(path, change(readFileSync(path, "utf8")));
  change(join(host, after, "start.js"), (text) => `${text}// Changed.\n`);
  change(join(host, "index.html"), (text) => text.replaceAll(before, after));
  change(join(host, "sw.js"), (text) => {
    const files = JSON.parse(text.match(/const FILES = (.*);/)[1].replaceAll(before, after));
    for (const path of [`${after}/start.js`, "index.html"]) files[path] = digest(join(host, path));
    return text.replaceAll(before, after).replace(/const FILES = .*;/, () => `const FILES = ${JSON.stringify(files)};`);
  });
  return after;
}
