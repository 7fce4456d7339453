import {
  cards,
  expect,
  expectAddress,
  onEachCollection,
  onHost,
  open,
  own,
  paragraphs,
  test,
} from "./fixtures.js";

onEachCollection(({ dataset }) => {
  for (const message of dataset.messages) {
    test(`${message.id} is complete at its own address`, async ({ page }) => {
      await open(page, `/m/${message.id}/`);
      const shown = await page.locator(".message-body p").allTextContents();
      expect(shown).toEqual(paragraphs(message));
      const names = (message.signatures ?? []).map(({ name }) => name);
      expect(await page.locator(".signatory").allTextContents()).toEqual(names);
      expect((await page.title()).startsWith(own(message))).toBe(true);
    });
  }
});

test("opens from a card, and Back returns to the grid as it was", onHost, async ({ page }) => {
  await open(page, "/?q=solidarity&sort=sender");
  const link = page.getByRole("link", { name: /^Potere al Popolo/ });
  await link.focus();
  const at = await page.evaluate(() => window.scrollY);
  expect(at).toBeGreaterThan(300);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Potere al Popolo");
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  await page.goBack();
  await expect(link).toBeFocused();
  await expectAddress(page, "/?q=solidarity&sort=sender");
  await expect(page.getByRole("searchbox")).toHaveValue("solidarity");
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(at);
});

for (const way of ["link", "Escape"]) {
  test(`returns to the grid as it was by ${way}`, onHost, async ({ page }) => {
    await open(page, "/?country=FR");
    await page.getByRole("link", { name: /^Nouveau Parti/ }).click();
    await expectAddress(page, "/m/npa/");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Nouveau Parti");
    if (way === "link") await page.getByRole("link", { name: "Back to 2 results" }).click();
    else await page.keyboard.press("Escape");
    await expectAddress(page, "/?country=FR");
    await expect(page.getByRole("link", { name: /^Nouveau Parti/ })).toBeFocused();
    await expect(cards(page)).toHaveCount(2);
  });
}

test("leads to the previous and the next message", async ({ page }) => {
  await open(page, "/m/essf/");
  await page.getByRole("link", { name: /^Next / }).click();
  await expectAddress(page, "/m/npa/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nouveau Parti");
  await page.getByRole("link", { name: /^Previous / }).click();
  await expectAddress(page, "/m/essf/");
  await page.goBack();
  await page.goBack();
  await expectAddress(page, "/m/essf/");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Europe solidaire");
});

test("a message opened from a link has a link to all messages", onHost, async ({ page }) => {
  await open(page, "/m/plm");
  await page.getByRole("link", { name: "All messages", exact: true }).click();
  await expectAddress(page, "/");
  await expect(cards(page)).toHaveCount(17);
});

test("marks the language of names and paragraphs", async ({ page }) => {
  await open(page, "/m/prp/");
  const slogan = page.locator(".message-body p", { hasText: "Jangan pernah lelah memperjuangkan sosialisme!" });
  await expect(slogan).toHaveAttribute("lang", "id");
  await expect(page.locator("h1 [lang=id]")).toHaveText("Partai Rakyat Pekerja");
});

test("names its collection, on screen and in print", async ({ page }) => {
  await open(page, "/m/npa/");
  const line = page.locator(".belongs-to");
  await expect(line).toHaveText(
    "International Solidarity Messages to the 24th Annual Congress of PSM · " +
      "Sent to Parti Sosialis Malaysia · Klang, Selangor, Malaysia · 15–17 July 2022",
  );
  await page.emulateMedia({ media: "print" });
  await expect(line).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await line.getByRole("link").click();
  await expectAddress(page, "/");
  await expect(cards(page)).toHaveCount(17);
});

test("does not mention a key that does nothing there", async ({ page }) => {
  const line = page.getByRole("checkbox", { name: "Press / to search" });
  for (const address of ["/m/npa/", "/about/"]) {
    await open(page, address);
    await expect(line).toBeHidden();
  }
  await page.getByRole("link", { name: "All messages", exact: true }).click();
  await expect(line).toBeVisible();
  await page.getByRole("link", { name: /^Nouveau Parti/ }).click();
  await expect(line).toBeHidden();
});

test("copies its link", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/m/essf/");
  await page.getByRole("button", { name: "Copy link" }).first().click();
  await expect(page.getByText("Link copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/m/essf/`);
});

test("shows the link if the browser does not copy it", async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await open(page, "/m/essf/");
  await page.getByRole("button", { name: "Copy link" }).first().click();
  await expect(page.getByRole("textbox", { name: "Couldn’t copy. Select this:" })).toHaveValue(`${baseURL}/m/essf/`);
});

test("an unknown message gets a page that helps", onHost, async ({ page }) => {
  await open(page, "/m/lost-letter/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Page not found");
  await expect(page.getByText("lost-letter")).toBeVisible();
  await page.getByRole("searchbox").fill("egypt");
  await page.getByRole("button", { name: "Search" }).click();
  await expectAddress(page, "/?q=egypt");
  await expect(cards(page).first()).toHaveText("Socialist Popular Alliance Party");
});

test("prints the text without the controls", async ({ page }) => {
  await open(page, "/m/essf/");
  await page.getByRole("switch", { name: "Dark theme" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("We have known you for many years")).toBeVisible();
  await expect(page.getByText("Pierre Rousset", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy link" }).first()).toBeHidden();
  await expect(page.getByRole("switch")).toBeHidden();
  await expect(page.getByRole("link", { name: "All messages", exact: true })).toBeHidden();
  const ink = await page.locator(".message-body p").first().evaluate((p) => getComputedStyle(p).color);
  expect(ink).toBe("rgb(0, 0, 0)");
  const red = await page.locator(".message-place").evaluate((p) => getComputedStyle(p).color);
  expect(red, "the red of the light theme").toBe("rgb(195, 21, 28)");
});
