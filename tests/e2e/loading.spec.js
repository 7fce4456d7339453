import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { cards, dataset, expect, measureShift, open, serve, sites, test, unwritten } from "./fixtures.js";

test.use({ expectedErrors: [/Failed to (load resource|fetch)|integrity/] });

const problem = (page, text) => page.getByRole("alert").getByText(text);

/** Serves one page as a slow line does: its frame at once, and the rest piece by piece. */
async function slowly(file, use) {
  const html = readFileSync(new URL(`../../${file}`, import.meta.url));
  const frame = html.indexOf("<main");
  const server = createServer(async (_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.write(html.subarray(0, frame));
    for (let at = frame; at < html.length; at += 2000) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      response.write(html.subarray(at, at + 2000));
    }
    response.end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.close();
  }
}

for (const name of ["at the root", "with the second collection"]) {
  for (const path of ["/", "/countries/"]) {
    for (const width of [360, 768, 1280]) {
      test(`${path} ${name} does not move while it arrives, ${width} px wide`, async ({ browser }) => {
        await slowly(`${sites[name].folder}${path}index.html`, async (slow) => {
          const page = await browser.newPage({ viewport: { width, height: 900 } });
          // The line is busy with the page.
          await page.route(/\.\w+$/, () => {});
          await measureShift(page);
          await page.goto(slow + path, { waitUntil: "domcontentloaded" });
          const painted = () => performance.getEntriesByName("first-contentful-paint").length;
          await expect.poll(() => page.evaluate(painted)).toBe(1);
          expect(await page.evaluate(() => window.shift)).toBe(0);
          await page.close();
        });
      });
    }
  }
}

test("says quietly that it is loading", async ({ page }) => {
  await unwritten(page);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/messages-*.json", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByText("Loading messages")).toBeVisible();
  release();
  await expect(cards(page)).toHaveCount(17);
});

test("a program that cannot be loaded is explained", async ({ page }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("couldn’t be loaded");
  await expect(page.locator("article.card")).toHaveCount(17);
});

test("a page written by the build stays if the messages cannot be loaded", async ({ page }) => {
  await page.route("**/messages-*.json", (route) => route.abort());
  await page.goto("/m/essf/");
  await expect(page.getByRole("alert")).toContainText("couldn’t be loaded");
  await expect(page.getByText("We have known you for many years")).toBeVisible();
});

test("a missing file is explained, and trying again works", async ({ page }) => {
  await unwritten(page);
  await page.route("**/messages-*.json", (route) => route.fulfill({ status: 404, body: "<h1>Not found</h1>" }));
  await page.goto("/");
  await expect(problem(page, "The server couldn’t send the messages (error 404).")).toBeVisible();
  await expect(problem(page, "the messages file is missing")).toBeVisible();
  await expect(problem(page, /messages-[0-9a-f]{16}\.json/)).toBeVisible();
  await page.unroute("**/messages-*.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(cards(page)).toHaveCount(17);
});

test("a connection that fails is explained", async ({ page }) => {
  await unwritten(page);
  await page.route("**/messages-*.json", (route) => route.abort());
  await page.goto("/");
  await expect(problem(page, "The connection failed")).toBeVisible();
});

test("being offline is explained", async ({ page }) => {
  await unwritten(page);
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "onLine", { get: () => false });
  });
  await page.route("**/messages-*.json", (route) => route.abort());
  await page.goto("/");
  await expect(problem(page, "You’re offline.")).toBeVisible();
});

const spoilt = {
  "changed on the way": (text) => text.replace("solidarity", "hostility"),
  "cut off": (text) => text.slice(0, -20),
};
for (const [how, spoil] of Object.entries(spoilt)) {
  test(`messages that were ${how} are not shown, and trying again works`, async ({ page }) => {
    await unwritten(page);
    await page.route("**/messages-*.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: spoil(await response.text()) });
    });
    await page.goto("/");
    await expect(problem(page, "The connection failed")).toBeVisible();
    await expect(cards(page)).toHaveCount(0);
    await page.unroute("**/messages-*.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(cards(page)).toHaveCount(17);
  });
}

for (const [name, body, texts] of [
  ["a page instead of JSON", "<!doctype html>", ["This is not valid JSON", "line 1, column 1"]],
  ["JSON that breaks off", '{\n"collection": {\n"title"', ["This is not valid JSON", "line 3"]],
  ["another shape", '{"posts": []}', ["This is not in the expected format", "posts"]],
  [
    "no messages",
    '{"collection": {"title": "T", "language": "en"}, "messages": []}',
    ["There are no messages to show."],
  ],
]) {
  test(`${name} is explained, with its position and the remedy`, async ({ page }) => {
    await serve(page, { body });
    await page.goto("/");
    for (const text of texts) await expect(problem(page, text).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  });
}

test("one bad message is left out and named, the others are shown", async ({ page }) => {
  const broken = structuredClone(dataset);
  broken.messages[3].senders[0].country = "Holland";
  await serve(page, { json: broken });
  await open(page, "/");
  await expect(cards(page)).toHaveCount(16);
  const note = page.getByRole("group").filter({ hasText: "1 message left out" });
  await expect(note).toContainText("npa");
  await expect(note).toContainText("messages[3].senders[0].country");
  await expect(note).toContainText("“Holland” is not a country code.");
});

test("hostile text is shown as text", async ({ page }) => {
  const hostile = structuredClone(dataset);
  hostile.messages[0].senders[0].names = ["<img src=x onerror=alert(1)>"];
  hostile.messages[0].body = ["<script>alert(2)</script>"];
  await serve(page, { json: hostile });
  await open(page, "/");
  await expect(cards(page).first()).toHaveText("<img src=x onerror=alert(1)>");
  await expect(page.locator("main img:not(.map-land), main script")).toHaveCount(0);
});
