import { cards, expect, open, test } from "./fixtures.js";

const byCountry = (page) => page.getByRole("link", { name: "By country", exact: true });

test("a link opened in a new visit gives the same view", async ({ page }) => {
  await open(page, "/countries/?q=party&country=NP&sort=length");
  await expect(page.getByRole("searchbox")).toHaveValue("party");
  await expect(page.getByRole("status").first()).toHaveText("2 of 17 messages · Nepal");
  await expect(page.getByLabel("Sort")).toHaveValue("length");
  await expect(byCountry(page)).toHaveAttribute("aria-current", "true");
  await expect(page).toHaveTitle("“party” · Nepal · By country · International Solidarity Messages");
});

test("Back and Forward step through the visitor's actions one by one", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("searchbox").pressSequentially("solidarity");
  await expect(page).toHaveURL("/?q=solidarity");
  await page.getByRole("navigation").getByRole("link", { name: /^Sweden/ }).click();
  await expect(page).toHaveURL("/?q=solidarity&country=SE");
  await byCountry(page).click();
  await expect(page).toHaveURL("/countries/?q=solidarity&country=SE");

  await page.goBack();
  await expect(byCountry(page)).not.toHaveAttribute("aria-current");
  await page.goBack();
  await expect(page).toHaveURL("/?q=solidarity");
  await expect(page.getByRole("status").first()).not.toContainText("Sweden");
  await page.goBack();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await expect(cards(page)).toHaveCount(17);
  await page.goForward();
  await expect(page.getByRole("searchbox")).toHaveValue("solidarity");
});

test("Back from typing returns to the view of a shared link", async ({ page }) => {
  await open(page, "/");
  await open(page, "/?q=party");
  await page.getByRole("searchbox").press("End");
  await page.getByRole("searchbox").pressSequentially(" nepal");
  await expect(page).toHaveURL("/?q=party+nepal");
  await page.goBack();
  await expect(page).toHaveURL("/?q=party");
  await expect(page.getByRole("searchbox")).toHaveValue("party");
});

test("a card opened before the address is updated is found again", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("searchbox").pressSequentially("pierre");
  await page.getByRole("link", { name: /^Europe solidaire/ }).click();
  await expect(page).toHaveURL("/m/essf/");
  await page.goBack();
  await expect(page).toHaveURL("/?q=pierre");
  await expect(cards(page)).toHaveText(["Europe solidaire sans frontières"]);
});

test("going back by more than one step stays in order", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("link", { name: "Socialist Alliance", exact: true }).click();
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect(page).toHaveURL("/m/socialist-popular-alliance-party-egypt/");
  await page.evaluate(() => history.go(-2));
  await expect(page).toHaveURL("/");
  await page.getByRole("link", { name: "Socialist Popular Alliance Party", exact: true }).click();
  await expect(page).toHaveURL("/m/socialist-popular-alliance-party-egypt/");
});

test("invalid parts of an address are ignored", async ({ page }) => {
  await open(page, "/?country=ZZ&sort=sideways&q=%E0%A4%A");
  await expect(page.getByRole("searchbox")).toBeVisible();
  await open(page, "/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
  await expect(page.locator("img:not(.map-land)")).toHaveCount(0);
});

test("a notice says that the browser refuses to change the address, and everything else works", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("too many", "SecurityError");
    };
    history.pushState = refuse;
    history.replaceState = refuse;
  });
  await open(page, "/");
  await page.getByRole("searchbox").fill("oxfam");
  await expect(cards(page)).toHaveText(["Party of the European Left"]);
  await expect(page.getByText("Your browser couldn’t update the address.")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("link", { name: "Party of the European Left" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Party of the European Left");
  await expect(page.getByText("Your browser couldn’t update the address.")).toBeVisible();
});

test("a link clicked with a modifier key opens elsewhere, and this page stays", async ({ page, context }) => {
  await open(page, "/");
  const [other] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("navigation").getByRole("link", { name: /^Sweden/ }).click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await expect(other).toHaveURL("/?country=SE");
  await expect(cards(page)).toHaveCount(17);
});
