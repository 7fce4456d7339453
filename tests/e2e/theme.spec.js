import { expect, open, test } from "./fixtures.js";

const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const dark = "rgb(20, 22, 26)";
const light = "rgb(251, 250, 247)";

test("follows the system at first", async ({ page }) => {
  for (const [colorScheme, expected] of [["light", light], ["dark", dark]]) {
    await page.emulateMedia({ colorScheme });
    await open(page, "/");
    expect(await paper(page)).toBe(expected);
    const checked = await page.getByRole("switch", { name: "Dark theme" }).getAttribute("aria-checked");
    expect(checked).toBe(String(colorScheme === "dark"));
  }
});

test("a choice is remembered on the next page and at the next visit", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("switch", { name: "Dark theme" }).click();
  expect(await paper(page)).toBe(dark);
  await page.reload();
  await expect(page.getByRole("switch", { name: "Dark theme" })).toBeChecked();
  expect(await paper(page)).toBe(dark);
  await page.getByRole("switch", { name: "Dark theme" }).click();
  expect(await paper(page)).toBe(light);
});

test("follows the system while nothing is chosen", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, "/");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.getByRole("switch", { name: "Dark theme" })).toBeChecked();
  await page.getByRole("switch", { name: "Dark theme" }).click();
  expect(await paper(page)).toBe(light);
});

test("works without storage, and says that it won’t be remembered", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  await open(page, "/");
  await page.getByRole("switch", { name: "Dark theme" }).click();
  expect(await paper(page)).toBe(dark);
  await expect(page.getByText("the theme won’t be remembered")).toBeVisible();
});
