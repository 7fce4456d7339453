// A page translated by the browser, before and after the program takes over.
import { cards, dataset, expect, expectAlive, onEachCollection, open, own, paragraphs, test } from "./fixtures.js";
import { translate } from "./translate.js";

const box = (page) => page.getByRole("searchbox", { name: "Search" });
const count = (page) => page.locator(".count [role=status]");
const fonts = (page) => page.locator("font font");

/** Opens an address, translated before or after the program runs. */
const ways = {
  "before it is alive": async (page, address) => {
    await page.addInitScript(translate);
    await open(page, address);
    await expect(fonts(page).first()).toBeAttached();
  },
  "when it is alive": async (page, address) => {
    await open(page, address);
    await page.evaluate(translate);
    await expect(fonts(page).first()).toBeAttached();
  },
};

/** Expects a message's page to have its sender and text, and nothing of another message. */
async function expectMessage(page, message) {
  const article = page.locator("article.message");
  await expect(article).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`/m/${message.id}/$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const names = message.senders.map(({ names: [name] }) => name.text ?? name);
  await expect(page.locator("article.message h1 .sender-own")).toHaveText(names);
  await expect(page.locator(".message-body p")).toHaveText(paragraphs(message));
  await expect(page.locator(".signatory")).toHaveText((message.signatures ?? []).map(({ name }) => name));
  await expect(page.locator(".permalink")).toContainText(`/m/${message.id}/`);
  await expect(page.locator(".citation")).toContainText(`/m/${message.id}/`);
}

for (const [when, openTranslated] of Object.entries(ways)) {
  test.describe(`translated ${when}`, () => {
    test("a search counts and shows its results, with no duplicates", async ({ page }) => {
      await openTranslated(page, "/");
      await expect(cards(page)).toHaveCount(17);
      for (const [typed, found] of [["climate", 5], ["oxfam", 1], ["zzzxqy", 0]]) {
        await box(page).fill(typed);
        await expect(count(page)).toHaveText(`${found} of 17 messages`);
        await expect(cards(page)).toHaveCount(found);
      }
      await box(page).fill("oxfam");
      await expect(page.locator("article.card mark")).toHaveText("Oxfam");
      const text = await page.locator("article.card .card-text").innerText();
      expect(text.match(/Oxfam/g)).toHaveLength(1);
      await box(page).fill("");
      await expect(count(page)).toHaveText("17 messages");
      await expect(page.locator("article.card mark")).toHaveCount(0);
      await expect(cards(page)).toHaveCount(17);
    });

    test("a search in the address is shown", async ({ page }) => {
      await openTranslated(page, "/?q=oxfam");
      await expect(count(page)).toHaveText("1 of 17 messages");
      await expect(cards(page)).toHaveText(["Party of the European Left"]);
      await box(page).fill("climate");
      await expect(count(page)).toHaveText("5 of 17 messages");
      await expect(page).toHaveURL("/?q=climate");
      await page.goBack();
      await expect(count(page)).toHaveText("1 of 17 messages");
    });

    test("a chosen place is named, and its count follows the search", async ({ page }) => {
      await openTranslated(page, "/");
      const france = page.locator(".tile-link", { hasText: "France" });
      await france.click();
      await expect(cards(page)).toHaveCount(2);
      await expect(page.locator(".count")).toContainText("France");
      await box(page).fill("oxfam");
      await expect(page).toHaveURL("/?q=oxfam&country=FR");
      await expect(france).toContainText("0 messages");
      await expect(france.locator(".tile-count")).toHaveText("0");
      await page.goBack();
      await expect(cards(page)).toHaveCount(2);
      await page.goBack();
      await expect(count(page)).toHaveText("17 messages");
    });

    test("when grouped, every card is below its own country", async ({ page }) => {
      await openTranslated(page, "/countries/");
      await box(page).fill("climate");
      await expect(count(page)).toHaveText("5 of 17 messages");
      for (const country of await page.locator(".country:has(.country-heading)").all()) {
        const name = await country.locator(".country-heading").innerText();
        for (const card of await country.locator(".card-place").all()) await expect(card).toContainText(name);
      }
    });

    test("each message is complete, and the only one, from first to last and back", async ({ page }) => {
      const [first, second, third] = dataset.messages;
      await openTranslated(page, `/m/${first.id}/`);
      await expectMessage(page, first);
      await page.locator(".neighbour-next").click();
      await expectMessage(page, second);
      await expect(page).toHaveTitle(new RegExp(`^${own(second)}`));
      await page.locator(".neighbour-next").click();
      await expectMessage(page, third);
      await page.goBack();
      await expectMessage(page, second);
      await page.locator(".back a").click();
      await expect(cards(page)).toHaveCount(17);
      await page.goBack();
      await expectMessage(page, second);
      await page.goto("/");
      await expectAlive(page);
      await page.locator("article.card a[id]").nth(2).click();
      await expectMessage(page, third);
    });

    test("a copied link is confirmed once, and not on another page", async ({ page, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await openTranslated(page, `/m/${dataset.messages[0].id}/`);
      for (const name of ["Copy link", "Copy citation", "Copy link"]) {
        await page.getByRole("button", { name }).first().click();
        await expect(page.locator(".feedback:not(:empty)").first()).toHaveText(/copied/);
      }
    });
  });
}

onEachCollection(({ messages, dataset: { messages: all } }) => {
  for (const [when, openTranslated] of Object.entries(ways)) {
    test(`translated ${when}, messages in every script are complete`, async ({ page }) => {
      for (const id of messages.slice(0, 4)) {
        const at = all.findIndex((message) => message.id === id);
        await openTranslated(page, `/m/${id}/`);
        await expectMessage(page, all[at]);
        if (at + 1 < all.length) {
          await page.locator(".neighbour-next").click();
          await expectMessage(page, all[at + 1]);
        }
      }
    });
  }
});
