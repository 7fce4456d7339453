// Ten thousand messages: what is rendered at first, what is loaded on demand, and what is found.
import { cards, dataset, expect, serve, test } from "./fixtures.js";

const COUNT = 10_000;
const countries = ["FR", "NP", "ID", "PH", "TN", "SE"];

// The site was built without QR codes.
test.use({ expectedErrors: [/404/] });

test.beforeEach(async ({ page }) => {
  const message = (_, at) => ({
    id: `message-${at + 1}`,
    senders: [{ names: [`Union ${at + 1}`], country: countries[at % countries.length] }],
    body: [at === COUNT - 1 ? "Only the last has the word zephyr." : `Greetings from branch ${at + 1}.`],
  });
  const messages = Array.from({ length: COUNT }, message);
  await serve(page, { json: { collection: dataset.collection, messages } });
});

test("more cards appear before the end of the grid is reached", async ({ page }) => {
  await page.goto("/");
  await expect(cards(page)).toHaveCount(24);
  await expect(page.getByRole("status").first()).toHaveText(/^10.?000 messages$/);
  await page.locator("#more").scrollIntoViewIfNeeded();
  await expect(cards(page).nth(24)).toHaveText("Union 25");
  expect(await cards(page).count()).toBeLessThan(300);
});

test("the keyboard moves on to the new cards", async ({ page }) => {
  await page.goto("/countries/");
  await expect(cards(page)).toHaveCount(24);
  await page.locator("#more").focus();
  await page.keyboard.press("Enter");
  await expect(cards(page)).toHaveCount(36);
  await expect(page.locator(".card-heading a").nth(24)).toBeFocused();
});

test("the last message is found, and the places show the number of matches", async ({ page }) => {
  await page.goto("/");
  await expect(cards(page)).toHaveCount(24);
  await page.getByRole("searchbox", { name: "Search" }).fill("zephyr");
  await expect(cards(page)).toHaveText(["Union 10000"]);
  await expect(page.locator("#more")).toBeHidden();
  await expect(page.locator(".tile-link:not(.tile-none)")).toHaveCount(1);
});

test("leaving a message opened far down returns to its place", async ({ page }) => {
  await page.goto("/");
  await expect(cards(page)).toHaveCount(24);
  await page.locator("#more").scrollIntoViewIfNeeded();
  const far = page.getByRole("link", { name: "Union 33", exact: true });
  await far.click();
  await expect(page.getByRole("heading", { level: 1, name: "Union 33" })).toBeVisible();
  await page.goBack();
  await expect(far).toBeInViewport();
});
