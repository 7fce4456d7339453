// After each change the results are in view, the page says how the grid is narrowed, and reading follows
// the results.
import { cards, expect, open, test } from "./fixtures.js";

const box = (page) => page.getByRole("searchbox", { name: "Search" });
const count = (page) => page.locator(".count [role=status]");
const first = (page) => page.locator("#results :is(.card, .nothing)").first();

/** Expects the number of messages and the first card to be in view, and not behind the sticky search box. */
async function expectAnswerInSight(page) {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const top = (selector) => document.querySelector(selector).getBoundingClientRect();
        const seen = (rect, by) => rect.top >= 0 && rect.top + by <= innerHeight;
        const [number, card] = [top(".count"), top("#results :is(.card, .nothing)")];
        const bar = top(".finder .search-box");
        const hidden = card.top < bar.bottom - 1 && card.bottom > bar.top;
        return seen(number, number.height) && seen(card, Math.min(card.height, 120)) && !hidden;
      }),
    )
    .toBe(true);
}

for (const [name, viewport] of Object.entries({
  "on a phone": { width: 360, height: 740 },
  "on a phone with its keyboard open": { width: 360, height: 440 },
  "on a wide screen": { width: 1280, height: 900 },
})) {
  test.describe(name, () => {
    test.use({ viewport });

    test("a link to a search opens at its results", async ({ page }) => {
      for (const address of ["/?q=oxfam", "/?country=FR", "/countries/?q=climate"]) {
        await open(page, address);
        await expectAnswerInSight(page);
        await page.goto("about:blank");
      }
    });

    test("typing far down the page shows results below the box", async ({ page }) => {
      await open(page, "/");
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight - innerHeight * 2));
      await box(page).focus();
      await box(page).pressSequentially("climate");
      await expect(cards(page)).toHaveCount(5);
      await expectAnswerInSight(page);
      await expect(box(page)).toBeFocused();
    });

    test("choosing a place brings its messages into view, and Back returns to the place", async ({ page }) => {
      await open(page, "/");
      const place = page.locator(".tile-link", { hasText: "France" });
      await place.scrollIntoViewIfNeeded();
      await place.focus();
      const at = await page.evaluate(() => scrollY);
      await page.keyboard.press("Enter");
      await expect(cards(page)).toHaveCount(2);
      await expectAnswerInSight(page);
      await expect(place).toBeFocused();
      await page.goBack();
      await expect(count(page)).toHaveText("17 messages");
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(at);
    });
  });
}

test("the search and the place are named, and removed one by one", async ({ page }) => {
  await open(page, "/?q=solidarity&country=FR");
  await page.getByRole("button", { name: "Remove “solidarity”" }).click();
  await expect(page).toHaveURL("/?country=FR");
  await expect(page.getByRole("region", { name: "Messages" })).toBeFocused();
  await page.goBack();
  await page.getByRole("button", { name: "Remove France" }).press("Enter");
  await expect(page).toHaveURL("/?q=solidarity");
  await expect(box(page)).toHaveValue("solidarity");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page).toHaveURL("/");
  await expect(cards(page)).toHaveCount(17);
  await expect(page.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
});

test("a place without matches says so, and links to all matches", async ({ page }) => {
  await open(page, "/?q=oxfam&country=NP");
  await expect(first(page)).toContainText("No message from Nepal mentions “oxfam”.");
  await page.getByRole("button", { name: "Search all countries (1)" }).click();
  await expect(page).toHaveURL("/?q=oxfam");
  await expect(cards(page)).toHaveCount(1);
  await page.goto("/?q=zzzxqy&country=NP");
  await expect(first(page)).toContainText("No");
  await expect(page.getByRole("button", { name: /^Search all/ })).toHaveCount(0);
});

test("from a result, Next leads to the next result, with its matches marked", async ({ page }) => {
  await open(page, "/?q=climate");
  const names = await cards(page).allTextContents();
  expect(names.length).toBe(5);
  await page.locator("article.card a[id]").first().click();
  await expect(page.getByText("Result 1 of 5")).toBeVisible();
  await expect(page.locator(".message-body mark").first()).toHaveText(/climate/i);
  for (const [at, name] of names.slice(1).entries()) {
    await page.getByRole("link", { name: /^Next result/ }).click();
    await expect(page.getByText(`Result ${at + 2} of 5`)).toBeVisible();
    await expect(page.locator("article.message h1 .sender-own").first()).toHaveText(name);
  }
  await expect(page.getByRole("link", { name: /^Next/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Back to 5 results" }).click();
  await expect(page).toHaveURL("/?q=climate");
  await expect(cards(page)).toHaveCount(5);
});

test("without a search, Next leads to the next message of the collection", async ({ page }) => {
  await open(page, "/?q=climate");
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("link", { name: /^Europe solidaire/ }).first().click();
  await expect(page.getByText(/^Result/)).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Next Nouveau Parti/ })).toBeVisible();
});

test("when grouped, reading follows the cards", async ({ page }) => {
  await open(page, "/countries/");
  const names = await cards(page).allTextContents();
  await page.locator("article.card a[id]").first().click();
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect(page.locator("article.message h1 .sender-own").first()).toHaveText(names[1]);
});

test("a region with more cards than messages says why", async ({ page }) => {
  await open(page, "/countries/");
  for (const region of await page.locator(".region-section").all()) {
    const heading = await region.locator(".region-heading").innerText();
    const shown = await region.locator(".card").count();
    const said = Number(heading.match(/(\d+) messages?/)[1]);
    if (shown !== said) expect(heading).toContain("several countries");
  }
});

test("a quotation's link marks the passage, a paragraph's link the paragraph", async ({ page }) => {
  await open(page, "/m/kpri/#q5:~:text=anything");
  await expect(page.locator("#p5")).toBeInViewport();
  await expect(page.locator(".paragraph-named")).toHaveCount(0);
  await page.goto("/m/kpri/#p6");
  await expect(page.locator(".paragraph-named #p6")).toBeVisible();
});

test("clicking a paragraph's link does not move the page", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/m/kpri/");
  const link = page.locator(".paragraph-link").nth(5);
  await link.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await link.click();
  await expect(page).toHaveURL("/m/kpri/#p6");
  await expect(page.locator(".paragraph-named #p6")).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("whole words come first, and a line says where longer ones start", async ({ page }) => {
  await open(page, "/?q=war");
  const line = page.getByRole("listitem").filter({ hasText: "Also words beginning with “war”" });
  await expect(line).toHaveCount(1);
  const items = await page.locator(".grid > li").evaluateAll((items) =>
    items.map((item) => (item.className === "also" ? "line" : /\bwars?\b/i.test(item.innerText) ? "whole" : "longer")),
  );
  const at = items.indexOf("line");
  expect(at).toBeGreaterThan(0);
  expect(items.slice(at + 1)).toEqual(items.slice(at + 1).map(() => "longer"));
  await box(page).fill("warm");
  await expect(line).toHaveCount(0);
});

for (const [motion, expected] of [["no-preference", 2], ["reduce", 0]]) {
  test(`a card turns into its message and back, with motion ${motion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: motion });
    await page.addInitScript(() => {
      window.transitions = 0;
      const start = Document.prototype.startViewTransition;
      Document.prototype.startViewTransition = function (update) {
        window.transitions += 1;
        return start.call(this, update);
      };
    });
    await open(page, "/");
    const card = page.locator("article.card a[id]").nth(3);
    await card.click();
    await expect(page.locator("article.message")).toBeVisible();
    await page.goBack();
    await expect(card).toBeFocused();
    expect(await page.evaluate(() => window.transitions)).toBe(expected);
  });
}

test.describe("feedback on a button", () => {
  test("appears beside the button, is announced each time, and disappears by itself", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.clock.install();
    await open(page, "/m/essf/");
    const button = page.getByRole("button", { name: "Copy link" }).last();
    const said = page.locator(".feedback", { hasText: "Link copied" });
    for (const _ of [1, 2]) {
      await button.click();
      await expect(said).toBeVisible();
      const [{ x, y, width, height }, other] = [await button.boundingBox(), await said.boundingBox()];
      expect(other.x >= x + width || other.y >= y + height).toBe(true);
      const additions = page.evaluate(
        () =>
          new Promise((resolve) =>
            new MutationObserver(resolve).observe(document.body, { childList: true, subtree: true }),
          ).then(() => "announced"),
      );
      await button.click();
      expect(await additions).toBe("announced");
    }
    await page.mouse.move(0, 0);
    await page.clock.runFor(12_000);
    await expect(said).toHaveCount(0);
  });

  for (const width of [320, 1280]) {
    test(`shows at ${width} px the whole text that could not be copied, selected`, async ({ page, baseURL }) => {
      await page.setViewportSize({ width, height: 740 });
      await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      await open(page, "/m/essf/");
      const button = page.getByRole("button", { name: "Copy link" }).first();
      await button.click();
      const field = page.getByRole("textbox", { name: "Select this" });
      await expect(field).toHaveValue(`${baseURL}/m/essf/`);
      await expect(field).toBeFocused();
      const [selected, whole] = await field.evaluate((field) => [
        field.value.slice(field.selectionStart, field.selectionEnd),
        field.scrollWidth <= field.clientWidth + 1 && field.scrollHeight <= field.clientHeight + 1,
      ]);
      expect(selected).toBe(`${baseURL}/m/essf/`);
      expect(whole).toBe(true);
      await page.getByRole("button", { name: "Close" }).click();
      await expect(field).toHaveCount(0);
      await expect(button).toBeFocused();
    });
  }
});
