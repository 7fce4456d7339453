// What only the second collection has: other scripts and directions, texts that look like markup,
// identical names, a very long text.
import { expect, open, own, paragraphs, sites, test } from "./fixtures.js";
import { found, hostile, ids, longWord, rightToLeft, sameNames } from "./second.js";

const { address, dataset } = sites["with the second collection"];

test.use({ baseURL: address });

const messageOf = (id) => dataset.messages.find((message) => message.id === id);
const countryOf = (id) => messageOf(id).senders[0].country;
const directionOf = (lang) => (rightToLeft.includes(lang) ? "rtl" : "ltr");
const marked = dataset.messages.filter(({ body }) => body.some(({ lang }) => lang));
/** The language and the direction that a text should have. */
const wanted = (text) => ({ lang: text.lang ?? "en", direction: directionOf(text.lang) });
/** The language and the direction of elements on the page. */
const shown = (elements) =>
  elements.evaluateAll((all) =>
    all.map((e) => ({ lang: e.closest("[lang]").lang, direction: getComputedStyle(e).direction })),
  );
const card = (page, id) =>
  page.locator("article.card").filter({ has: page.locator(`.card-heading a[href="m/${id}/"]`) });

/** Where the letters at these indices of an element's text are painted. */
const painted = (element, places) =>
  element.evaluate((element, places) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const letters = [];
    while (walker.nextNode()) {
      for (let at = 0; at < walker.currentNode.length; at += 1) letters.push([walker.currentNode, at]);
    }
    return places.map((place) => {
      const [node, at] = letters.at(place);
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().toJSON();
    });
  }, places);

test.describe("each paragraph is in its own language and direction", () => {
  for (const { id, body } of marked) {
    test(`on the page of ${id}`, async ({ page }) => {
      await open(page, `/m/${id}/`);
      expect(await shown(page.locator(".message-body p"))).toEqual(body.map(wanted));
    });
  }

  test("in the booklet", async ({ page }) => {
    await page.goto("/booklet/");
    for (const { id, body } of marked) {
      expect(await shown(page.locator(`article#${id} .message-body p`)), id).toEqual(body.map(wanted));
    }
  });

  for (const { id, senders, body } of marked) {
    test(`in the card of ${id}`, async ({ page }) => {
      await open(page, `/?country=${senders[0].country}`);
      await expect(card(page, id)).toBeVisible();
      // In a divided collection, texts are loaded after their cards.
      await expect(card(page, id).locator(".card-text-awaited")).toHaveCount(0);
      const passages = card(page, id).locator(".card-text > span");
      const count = await passages.count();
      expect(count).toBeGreaterThan(0);
      expect(await shown(passages)).toEqual(body.slice(0, count).map(wanted));
      // The card is aligned with its first words.
      const whole = await card(page, id).locator(".card-text").evaluate((e) => getComputedStyle(e).direction);
      expect(whole).toBe(directionOf(body[0].lang));
    });
  }

  test("in the feed", async ({ request }) => {
    const feed = await (await request.get(`${address}feed.xml`)).text();
    for (const lang of rightToLeft) expect(feed).toContain(`p lang="${lang}" dir="rtl"`.replaceAll('"', "&quot;"));
    expect(feed).toContain('p lang="ta" dir="ltr"'.replaceAll('"', "&quot;"));
  });

  test("an unmarked one takes its direction from its letters", async ({ page }) => {
    await open(page, `/m/${ids.unmarked}/`);
    expect(await shown(page.locator(".message-body p"))).toEqual([{ lang: "en", direction: "rtl" }]);
  });

  test("it starts on the right side, and its full stop is on the other", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, `/m/${ids.mixed}/`);
    for (const [at, text] of messageOf(ids.mixed).body.entries()) {
      const paragraph = page.locator(`#p${at + 1}`);
      const box = await paragraph.boundingBox();
      const [first, last] = await painted(paragraph, [0, -1]);
      const rightward = wanted(text).direction === "ltr";
      const gap = rightward ? first.left - box.x : box.x + box.width - first.right;
      expect(Math.abs(gap), `paragraph ${at + 1}`).toBeLessThan(3);
      expect(Math.sign(last.left - first.left), `paragraph ${at + 1}`).toBe(rightward ? 1 : -1);
    }
  });
});

test.describe("names", () => {
  test("of senders have their language and direction on cards, on pages and in the booklet", async ({ page }) => {
    const [name, english] = messageOf("he-migdalor").senders[0].names;
    for (const path of ["/?country=IL", "/m/he-migdalor/", "/booklet/"]) {
      await open(page, path);
      const sender = page.locator(".sender").filter({ hasText: name.text }).first();
      expect(await shown(sender.locator(".sender-own"))).toEqual([wanted(name)]);
      await expect(sender.locator(".sender-other")).toContainText(english);
      const [first, last] = await painted(sender.locator(".sender-own"), [0, -1]);
      expect(last.right, "the exclamation mark at the end is leftmost").toBeLessThan(first.left);
    }
  });

  test("do not affect the direction of the interface around them", async ({ page }) => {
    await open(page, "/m/ar-manara/");
    const next = page.getByRole("link", { name: /^Next/ });
    const [first, last] = await painted(next.locator("span").last(), [0, -1]);
    expect(last.right, "the exclamation mark at the end is leftmost").toBeLessThan(first.left);
    // A direction mark in a name does not affect what follows it.
    await open(page, `/m/${ids.override}/`);
    for (const text of ["Niall Quay", "Copy link"]) {
      const [n, y] = await painted(page.getByText(text, { exact: true }).first(), [0, -1]);
      expect(n.left, text).toBeLessThan(y.left);
    }
  });

  test("of signatories are on the same side as the text, with their positions", async ({ page }) => {
    await open(page, "/m/ar-manara/");
    const edges = await page.locator(".signatory, .role").evaluateAll((all) =>
      all.map((e) => {
        const range = document.createRange();
        range.selectNodeContents(e);
        return Math.round(range.getBoundingClientRect().right);
      }),
    );
    expect(new Set(edges).size).toBe(1);
    const body = await page.locator(".message-body p").first().boundingBox();
    expect(Math.abs(edges[0] - (body.x + body.width))).toBeLessThan(3);
  });

  for (const [where, same] of Object.entries(sameNames)) {
    test(`identical ${where} lead to two messages`, async ({ page }) => {
      for (const id of same) {
        await open(page, `/?country=${countryOf(id)}`);
        await expect(card(page, id).locator(".sender-own")).toHaveText(own(messageOf(id)));
        const place = await card(page, id).locator(".card-place").textContent();
        await card(page, id).locator(".card-heading a").click();
        await expect(page).toHaveURL(`${address}m/${id}/`);
        await expect(page.locator(".message-place")).toHaveText(place);
        await expect(page.locator(".signatory")).toHaveText(messageOf(id).signatures[0].name);
      }
    });
  }

  test("identical ones are distinguished by country, on cards and in the booklet", async ({ page }) => {
    const [one, other] = sameNames["in two countries"];
    await open(page, "/?q=from%3Adockside");
    await expect(card(page, one).locator(".card-place")).toHaveText("Ireland");
    await expect(card(page, other).locator(".card-place")).toHaveText("Canada");
    await open(page, "/booklet/");
    const entries = page.locator(".contents li").filter({ hasText: "Dockside Singers" });
    await expect(entries).toHaveText([/Ireland/, /Canada/]);
  });
});

test.describe("the search", () => {
  for (const [word, id] of Object.entries(found)) {
    test(`finds ${word} and marks it`, async ({ page }) => {
      await open(page, "/");
      await page.getByRole("searchbox", { name: "Search" }).fill(word);
      await expect(card(page, id)).toBeVisible();
      const marks = card(page, id).locator(".card-text mark");
      await expect(marks.first()).toContainText(word, { ignoreCase: true });
    });
  }

  test("is aligned with the text typed", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const box = page.getByRole("searchbox", { name: "Search" });
    // No API gives the position of letters in an input; compare pictures of its left half.
    await open(page, "/");
    // The page scrolls to the results, and the box with it.
    const left = async () => {
      const { x, y, height } = await box.boundingBox();
      return page.screenshot({ clip: { x: Math.ceil(x), y: Math.ceil(y), width: 200, height: Math.floor(height) - 1 } });
    };
    await box.fill(" ");
    const empty = await left();
    await box.fill("המגדלור");
    expect(empty.equals(await left())).toBe(true);
    await box.fill("lamp");
    expect(empty.equals(await left())).toBe(false);
  });
});

test.describe("what looks like markup", () => {
  const { signatures } = messageOf(ids.hostile);

  test("is text on every page, and never an element", async ({ page }) => {
    const paths = [`/m/${ids.hostile}/`, `/m/${ids.hostileName}/`, "/?country=DE", "/?country=US", "/booklet/"];
    for (const path of paths) {
      await open(page, path);
      const made = page.locator("main script, main b, main img:not(.map-land, .qr), [onerror]");
      await expect(made, path).toHaveCount(0);
      await expect(page.locator("a[href^='javascript:']"), path).toHaveCount(0);
      expect(await page.evaluate(() => window.ran), path).toBeUndefined();
    }
    await open(page, `/m/${ids.hostile}/`);
    expect(await page.locator(".message-body p").allTextContents()).toEqual(paragraphs(messageOf(ids.hostile)));
    await expect(page.locator(".signatory")).toHaveText(signatures.map(({ name }) => name));
    await expect(page.locator(".role")).toHaveText(signatures.map(({ role }) => role));
    await open(page, `/m/${ids.hostileName}/`);
    expect((await page.title()).startsWith(own(messageOf(ids.hostileName)))).toBe(true);
  });

  test("is found as text", async ({ page }) => {
    await open(page, `/?q=${encodeURIComponent(hostile[1])}`);
    await expect(card(page, ids.hostile)).toBeVisible();
    await expect(page.locator("main img:not(.map-land)")).toHaveCount(0);
  });

  test("is text in data, citations and the feed", async ({ request }) => {
    const text = async (path) => (await request.get(address + path)).text();
    const name = own(messageOf(ids.hostileName));
    const [csl] = JSON.parse(await text(`m/${ids.hostileName}/cite.json`));
    expect(csl.author[0].literal).toBe(name);
    const html = await text(`m/${ids.hostileName}/`);
    const [, json] = html.match(/<script type="application\/ld\+json">(.*?)<\/script>/);
    const [message] = JSON.parse(json)["@graph"];
    expect(message.author[0].name).toBe(name);
    expect(await text("feed.xml")).not.toContain("<script");
  });
});

test.describe("length", () => {
  test("5,000 words are shown in full, on lines of a readable length", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, `/m/${ids.longest}/`);
    await expect(page.locator(".message-meta")).toContainText("22-minute read");
    const { last, letters } = await page.locator(".message-body p").evaluateAll((all) => {
      const longest = all.toSorted((a, b) => b.textContent.length - a.textContent.length)[0];
      const lines = longest.getBoundingClientRect().height / parseFloat(getComputedStyle(longest).lineHeight);
      return { last: all.at(-1).id, letters: longest.textContent.length / Math.round(lines) };
    });
    expect(letters).toBeGreaterThan(45);
    expect(letters).toBeLessThan(80);
    await open(page, `/m/${ids.longest}/#${last}`);
    await expect(page.locator(`#${last}`)).toBeInViewport();
    await expect(page.locator(".signatory")).toHaveText("Odd Langebrev");
  });

  test("a word too long for a line is broken, on cards and on its page", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    for (const path of ["/?country=AT", `/m/${ids.longWord}/`]) {
      await open(page, path);
      const text = page.locator(".card-text, .message-body p").filter({ hasText: longWord });
      const { width } = await text.boundingBox();
      expect(await text.evaluate((e) => e.scrollWidth), path).toBeLessThanOrEqual(Math.ceil(width));
    }
  });

  test("a message of one word is a one-minute read", async ({ page }) => {
    await open(page, `/m/${ids.oneWord}/`);
    await expect(page.locator(".message-body p")).toHaveText("Shine!");
    await expect(page.locator(".unsigned")).toBeVisible();
    await expect(page.locator(".message-meta")).toContainText("1-minute read");
  });
});
