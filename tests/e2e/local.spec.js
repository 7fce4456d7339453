// What is special about a site that is opened from its files, without a host. The project “local” runs the tests
// of reading, searching and the map there as well.
import { readFileSync } from "node:fs";
import { cards, dataset, expect, expectAddress, open, own, sites, test } from "./fixtures.js";

test.use({ local: true });

test("every way leads from page to page, and back", async ({ page }) => {
  await open(page, "/");
  await page.locator(".card-heading a").nth(2).click();
  await expectAddress(page, `/m/${dataset.messages[2].id}/`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(own(dataset.messages[2]));
  await page.getByRole("link", { name: /^Next / }).click();
  await expectAddress(page, `/m/${dataset.messages[3].id}/`);
  await page.goBack();
  await expectAddress(page, `/m/${dataset.messages[2].id}/`);
  await page.getByRole("link", { name: "All messages", exact: true }).click();
  await expectAddress(page, "/");
  await page.getByRole("link", { name: "By country", exact: true }).click();
  await expectAddress(page, "/countries/");
  await page.getByRole("searchbox").fill("climate");
  await expectAddress(page, "/countries/?q=climate");
  await page.getByRole("link", { name: /booklet/ }).click();
  await expectAddress(page, "/booklet/");
  await page.getByRole("link", { name: "All messages", exact: true }).click();
  await expectAddress(page, "/");
});

test("a search that is sent before the program runs is answered", async ({ page }) => {
  await page.route("**/*_bg.wasm.local.js", () => {});
  await page.goto("/", { waitUntil: "domcontentloaded" });
  await page.getByRole("searchbox").fill("climate");
  await page.unroute("**/*_bg.wasm.local.js");
  await page.getByRole("searchbox").press("Enter");
  await expectAddress(page, "/?q=climate");
  await expect(page.getByText("5 of 17 messages")).toBeVisible();
});

test("a program whose copy is missing is explained, and the page can be read", async ({ page }) => {
  await page.route("**/*_bg.wasm.local.js", (route) => route.abort());
  await page.goto("/m/essf/");
  await expect(page.getByRole("alert")).toContainText("couldn’t be loaded");
  await expect(page.getByText("We have known you for many years")).toBeVisible();
});

test("a site without an address offers no link that nobody else could open", async ({ page }) => {
  const copies = page.getByRole("button", { name: "Copy link" });
  await open(page, "/m/essf/");
  await expect(copies).toHaveCount(2);
  await page.route("**/m/essf/index.html", async (route) => {
    const html = readFileSync(new URL(route.request().url()), "utf8");
    // Then the page is not as the program would write it: it has to render its own.
    const body = html.replace(/ data-url="[^"]*"/, "").replace(/ data-page="[^"]*"/, ' data-page="another"');
    await route.fulfill({ contentType: "text/html", body });
  });
  await open(page, "/m/essf/");
  await expect(page.getByRole("button", { name: "Copy quotation" })).toBeVisible();
  await expect(copies).toHaveCount(0);
});

test.describe("a divided collection", () => {
  const { address, rare } = sites["with the second collection"];
  test.use({ baseURL: address });

  test("is searched, and its texts arrive", async ({ page }) => {
    await open(page, `/?q=${encodeURIComponent(`"${rare}"`)}`);
    await expect(cards(page)).toHaveCount(1);
    await expect(page.locator("mark").first()).toBeVisible();
  });
});
