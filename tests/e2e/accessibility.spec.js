import { expect, expectAccessible, onEachCollection, open, serve, test } from "./fixtures.js";

onEachCollection(({ query, country, messages }) => {
  const views = {
    home: "/",
    grouped: "/countries/",
    "a search": `/?q=${encodeURIComponent(query)}`,
    "a place": `/?country=${country}`,
    "nothing found": "/?q=zzzxqy",
    ...Object.fromEntries(messages.map((id) => [`the message ${id}`, `/m/${id}/`])),
    "an unknown message": "/m/none/",
    about: "/about/",
    "the booklet": "/booklet/",
  };

  for (const [name, address] of Object.entries(views)) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        test(`axe finds nothing on ${name}, ${colorScheme}, ${width} px`, async ({ page }) => {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width, height: 900 });
          await open(page, address);
          await expectAccessible(page);
        });
      }
    }
  }

  test("the focus is visible", async ({ page }) => {
    await open(page, "/");
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const e = document.activeElement;
        const rings = [e, e.closest(".card")].filter(Boolean).map((x) => getComputedStyle(x));
        return rings.some((s) => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2);
      });
      const name = await page.evaluate(() => document.activeElement.outerHTML.slice(0, 80));
      expect(seen, name).toBe(true);
    }
  });
});

test.describe("failure", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("axe finds nothing on the failure page", async ({ page }) => {
    await serve(page, { status: 500, body: "" });
    await page.goto("/");
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    await expectAccessible(page);
  });
});

test("screen readers start at the top of a newly opened page", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("link", { name: "Socialist Alliance", exact: true }).click();
  await expect(page.getByRole("main")).toBeFocused();
});
