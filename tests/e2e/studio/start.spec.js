// The first minute: a table becomes messages, and the page that visitors will see.
import { choose, drop, expect, expectAccessible, expectPreview, file, open, table, test } from "./fixtures.js";

test("the start is accessible", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test("a table that is chosen becomes messages with a preview", async ({ page }) => {
  await open(page);
  await choose(page, file("answers.csv", table));
  await expect(page.getByRole("button", { name: /Harmonia/ })).toBeVisible();
  await expectPreview(page, "Kami mengucapkan selamat.");
});

test("a table that is dropped becomes messages", async ({ page }) => {
  await open(page);
  await drop(page, ".drop-zone", file("answers.csv", table));
  await expect(page.getByRole("button", { name: /Harmonia/ })).toBeVisible();
});

test("the field for files is not shown when the keyboard reaches it, only its frame", async ({ page }) => {
  await open(page);
  await page.locator("input[type=file]").first().focus();
  const { width } = await page.locator("input[type=file]").first().boundingBox();
  expect(width).toBeLessThanOrEqual(2);
});
