// A phone: what the first screen shows, how far down the last card is, the state of buttons after a tap,
// and large text.
import {
  brokenWords, doubleText, expect, expectTilesToHoldTheirText, onEachCollection, open, overprints, test,
} from "./fixtures.js";

test.describe("at 360 px", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the search is on the first screen, before the places", async ({ page }) => {
    await open(page, "/");
    const box = page.getByRole("search", { name: "Search" }).getByRole("searchbox", { name: "Search" });
    await expect(box).toBeInViewport({ ratio: 1 });
    await expect(box).toHaveAttribute("placeholder", "Search words, people, countries");
    const [search, places] = [await box.boundingBox(), await page.locator(".tiles").boundingBox()];
    expect(search.y + search.height).toBeLessThan(places.y);
    // The icon before it.
    expect(search.x).toBeGreaterThan(40);
  });

  test("the seventeen cards take no more than eight screens", async ({ page }) => {
    await open(page, "/");
    const [first, last] = [page.locator(".card").first(), page.locator(".card").last()];
    const [from, to] = [await first.boundingBox(), await last.boundingBox()];
    expect(to.y + to.height - from.y).toBeLessThan(6000);
  });

  for (const query of ["", "?q=solidarity", "?q=congress"]) {
    test(`a card shows at most five whole lines, ending at a good place${query}`, async ({ page }) => {
      await open(page, `/${query}`);
      const texts = await page.locator(".card-text").evaluateAll((all) =>
        all.map((p) => ({
          lines: p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight),
          shown: p.innerText.trim(),
        })),
      );
      expect(texts.length).toBeGreaterThan(10);
      for (const { lines, shown } of texts) {
        expect(Math.abs(lines - Math.round(lines)), shown).toBeLessThan(0.05);
        expect(Math.round(lines), shown).toBeLessThanOrEqual(5);
        expect(shown).not.toMatch(/(^|\s)(to|of|the|and|a|in|for|with|from|our|is|by)\s*…$/i);
        expect(shown).not.toMatch(/^(… )?In solidarity,?(\s*…)?$/);
      }
    });
  }
});

test.describe("a finger", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("leaves no button in its hover state", async ({ page }) => {
    await open(page, "/m/npa/");
    for (const button of await page.getByRole("button", { name: "Copy link" }).all()) {
      const colours = () =>
        button.evaluate((element) => {
          const { color, borderColor, backgroundColor } = getComputedStyle(element);
          return [color, borderColor, backgroundColor];
        });
      const before = await colours();
      await button.tap();
      expect(await colours()).toEqual(before);
    }
  });
});

/** Names, headings and controls. */
const names = [
  "h1", "h2", "h3", ".tile-name", ".tile-host", ".sender", ".card-place", ".message-place", ".signatory",
  ".theme-switch", ".back", ".belongs-to", ".view-controls", ".card-length", "button", "summary",
].join(", ");

onEachCollection(({ messages }) => {
  for (const width of [320, 360]) {
    for (const size of [100, 200]) {
      test(`at ${width} px and ${size} % nothing overlaps and no name is broken`, async ({ page }) => {
        await page.setViewportSize({ width, height: 740 });
        for (const address of ["/", "/countries/", "/about/", ...messages.map((id) => `/m/${id}/`)]) {
          await open(page, address);
          if (size === 200) await doubleText(page);
          await page.evaluate(() => document.fonts.ready);
          expect(await overprints(page), address).toEqual([]);
          expect(await brokenWords(page, names), address).toEqual([]);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(wide, address).toBeLessThanOrEqual(0);
          if (address === "/") await expectTilesToHoldTheirText(page);
        }
      });
    }
  }
});
