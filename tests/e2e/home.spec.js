import {
  cards,
  dataset,
  doubleText,
  expect,
  expectAddress,
  expectTilesToHoldTheirText,
  measureShift,
  onEachCollection,
  open,
  test,
} from "./fixtures.js";

test("shows every message once, in the order of the source", async ({ page }) => {
  await open(page, "/");
  await expect(page).toHaveTitle("International Solidarity Messages");
  const first = dataset.messages.map(({ senders: [{ names }] }) => names[0].text ?? names[0]);
  await expect(cards(page)).toHaveText(first);
  await expect(page.getByText("17 messages · 21 organisations · 15 countries")).toBeVisible();
});

test("a card gives sender, country, signatories and reading time", async ({ page }) => {
  await open(page, "/");
  const card = page.getByRole("article").filter({ hasText: "Vänsterpartiet" });
  await expect(card).toContainText("Sweden");
  await expect(card).toContainText("Left Party");
  await expect(card).toContainText("an economy that works for everyone.");
  await expect(card).toContainText("Signed by Pål Brunnström");
  await expect(card).toContainText("1-minute read");
  await expect(card.getByRole("heading").getByRole("link")).toHaveAccessibleName("Vänsterpartiet / Left Party");
});

test("the whole card is the link", async ({ page }) => {
  await open(page, "/");
  const card = page.getByRole("article").first();
  const { width, height } = await card.boundingBox();
  await card.click({ position: { x: width / 2, y: height - 70 } });
  await expectAddress(page, "/m/socialist-alliance-australia/");
});

test("cards are reached by keyboard in reading order", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("combobox", { name: "Sort" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.locator("summary", { hasText: "Search tips" })).toBeFocused();
  // The places come between the search and the cards.
  await page.keyboard.press("Tab");
  await expect(page.locator(".tile-link").first()).toBeFocused();
  await page.locator(".tile-link").last().focus();
  for (const name of ["Australia", "Socialist Alliance", "Egypt", "Socialist Popular Alliance Party"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name, exact: true })).toBeFocused();
  }
});

test("the skip link leads past the header", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("article").getByRole("link", { name: "Australia" })).toBeFocused();
});

onEachCollection(({ query, messages }) => {
  const pages = ["/", ...messages.map((id) => `/m/${id}/`), "/booklet/"];

  test("nothing shifts once it is visible", async ({ page }) => {
    await measureShift(page);
    for (const address of pages) {
      await open(page, address);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => window.shift), address).toBeLessThan(0.01);
    }
  });

  for (const width of [320, 360, 768, 1280, 1600]) {
    test(`fits a window ${width} px wide`, async ({ page, local }) => {
      await page.setViewportSize({ width, height: 900 });
      const others = [`/countries/?q=${encodeURIComponent(query)}`, "/countries/", "/about/"];
      // Only a host has a page for this.
      const unknown = local ? [] : ["/m/none/"];
      for (const address of [...pages, ...others, ...unknown]) {
        await open(page, address);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow, address).toBeLessThanOrEqual(0);
      }
    });
  }

  test("text at 200 % is neither cut off nor wider than the window", async ({ page }) => {
    for (const width of [360, 768]) {
      await page.setViewportSize({ width, height: 900 });
      for (const address of pages) {
        await open(page, address);
        await doubleText(page);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth > window.innerWidth,
        );
        expect(wide, `${address} at ${width} px`).toBe(false);
        if (address === "/") await expectTilesToHoldTheirText(page);
      }
    }
  });
});
