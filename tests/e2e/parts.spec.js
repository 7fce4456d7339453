// A collection that the build has divided: what is fetched when, and what the page says if that fails.
import { expect, open, sites, test } from "./fixtures.js";
import { ids } from "./second.js";

const { address, dataset } = sites["with the second collection"];
const last = dataset.messages.at(-1);

test.use({ baseURL: address, expectedErrors: [/ERR_FAILED|integrity/] });

const paragraphs = (page) => page.locator(".message-body .paragraph p");

/** The names of the files that a page has requested so far. */
function asked(page) {
  const files = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname.slice(1)));
  return files;
}

test("opening one message fetches its text but no index", async ({ page }) => {
  const files = asked(page);
  await open(page, `/m/${last.id}/`);
  await expect(paragraphs(page).first()).toContainText(last.body[0].text ?? last.body[0]);
  await page.waitForLoadState("networkidle");
  expect(files.filter((file) => file.startsWith("texts-"))).toHaveLength(1);
  expect(files.filter((file) => /^(index|order)-/.test(file))).toEqual([]);
});

test("a text is loaded when its message is opened from the grid", async ({ page }) => {
  await open(page, "/?country=NO");
  const files = asked(page);
  await page.locator(`.card-heading a[href="m/${ids.longest}/"]`).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Society of the Long Letter");
  await expect(paragraphs(page).last()).toBeVisible();
  expect(await paragraphs(page).count()).toBeGreaterThan(20);
  expect(files.filter((file) => file.startsWith("messages-"))).toEqual([]);
});

test("a match far down shows the passage searched for", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("searchbox", { name: "Search" }).fill("lamps continent");
  const card = page.locator("article.card").first();
  await expect(card.locator("mark").first()).toBeVisible();
  await expect(card.locator(".card-text")).not.toBeEmpty();
});

test("the first phrase loads the word order, and is then exact", async ({ page }) => {
  await open(page, "/");
  const files = asked(page);
  const order = () => files.filter((file) => file.startsWith("order-")).length;
  const search = page.getByRole("searchbox", { name: "Search" });
  await search.fill("lamp burning");
  await expect(page.locator("article.card .sender-own").first()).toHaveText("Ice Watch");
  expect(order()).toBe(0);
  await search.fill('"burning lamp"');
  await expect(page.getByText("No messages found")).toBeVisible();
  await search.fill('"lamp burning"');
  await expect(page.locator("article.card .sender-own").first()).toHaveText("Ice Watch");
  await expect(page.getByText("Looking for those")).toBeHidden();
  expect(order()).toBe(1);
});

test("a search that could not be loaded says so, and is loaded on another try", async ({ page }) => {
  await page.route("**/index-*.bin", (route) => route.abort());
  await open(page, "/");
  await page.getByRole("searchbox", { name: "Search" }).fill("burning");
  await expect(page.getByText("Couldn’t load search")).toBeVisible();
  await page.unroute("**/index-*.bin");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Couldn’t load search")).toBeHidden();
  await expect(page.locator("article.card mark").first()).toHaveText("burning");
});

test("a text that could not be loaded says so, and is loaded on another try", async ({ page }) => {
  await page.route("**/texts-*/*.json", (route) => route.abort());
  await open(page, "/about/");
  await page.getByRole("link", { name: "All messages" }).first().click();
  await expect(page.getByText("Couldn’t load text").first()).toBeVisible();
  await page.locator(".card-heading a").first().click();
  await expect(page.getByRole("alert")).toContainText("Couldn’t load text");
  await page.unroute("**/texts-*/*.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(paragraphs(page).first()).toBeVisible();
});

test("a text that was changed on the way is not shown, and is loaded on another try", async ({ page }) => {
  const spoil = async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/"[A-Z]/, '"X') });
  };
  await page.route(/texts-.*\/\d+\.json$/, spoil);
  await open(page, "/about/");
  await page.getByRole("link", { name: "All messages" }).first().click();
  await page.locator(".card-heading a").first().click();
  await expect(page.getByRole("alert")).toContainText("Couldn’t load text");
  await expect(paragraphs(page)).toHaveCount(0);
  await page.unroute(/texts-.*\/\d+\.json$/, spoil);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(paragraphs(page).first()).toBeVisible();
});
