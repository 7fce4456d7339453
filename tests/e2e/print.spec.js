// The printed pages.
import { dataset, expect, expectAlive, paragraphs, sites, test } from "./fixtures.js";

const { address: site } = sites["at the root"];
const words = (message) => paragraphs(message).join(" ").split(/\s+/).length;
// A one-minute read, by the page's own measure.
const short = dataset.messages.filter((message) => words(message) <= 238);
const long = dataset.messages.filter((message) => words(message) > 238);

test.use({ baseURL: site });

/** The pages of a PDF, each given as the targets of its links. */
async function printed(page, format) {
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = "eager";
    await Promise.all([document.fonts.ready, ...[...document.images].map((picture) => picture.decode())]);
  });
  const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString("latin1");
  const objects = new Map(
    [...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, number, body]) => [number, body]),
  );
  const pages = [...objects.values()].filter((body) => /\/Type\s*\/Page\b/.test(body));
  return pages.map((body) => {
    const [, annotations = ""] = body.match(/\/Annots\s*\[([^]*?)\]\s*\n?\//) ?? [];
    const whole = annotations.replace(/(\d+) 0 R/g, (_, number) => objects.get(number) ?? "");
    return [...whole.matchAll(/\/URI\s*\((.*?)\)/g)].map(([, address]) => address);
  });
}

/** Turns the ends of texts and signatures into links, so that they can be found in the PDF. */
function markEnds(page) {
  return page.evaluate(() => {
    const mark = (element, name) => {
      const link = document.createElement("a");
      link.href = `https://marks.example/${name}`;
      link.style.cssText = "color: inherit; text-decoration: none";
      // The last letters only, because a link across two pages counts on both.
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let last;
      while (text.nextNode()) if (text.currentNode.data.trim()) last = text.currentNode;
      const end = last.data.trimEnd().length;
      const range = document.createRange();
      range.setStart(last, Math.max(0, end - 4));
      range.setEnd(last, end);
      range.surroundContents(link);
    };
    for (const [at, message] of [...document.querySelectorAll("article.message")].entries()) {
      mark([...message.querySelectorAll(".message-body p")].at(-1), `text-${at}`);
      mark(message.querySelector(".signatory, .unsigned"), `signature-${at}`);
      mark(message.querySelector("h1, h2"), `heading-${at}`);
    }
    const address = document.querySelector(".pass-on .permalink");
    if (address) mark(address, "address");
  });
}

const pageOf = (pages, name) => pages.findIndex((links) => links.includes(`https://marks.example/${name}`));

for (const format of ["A4", "Letter"]) {
  test(`a message of a minute is on one page of ${format}`, async ({ page }) => {
    for (const { id } of short) {
      await page.goto(`m/${id}/`);
      expect(await printed(page, format), id).toHaveLength(1);
    }
  });

  test(`no signature is alone on a page of ${format}`, async ({ page }) => {
    for (const path of ["booklet/", ...long.map(({ id }) => `m/${id}/`)]) {
      await page.goto(path);
      // Add the marks after the program has taken over: the written page must be unaltered until then.
      await expectAlive(page);
      await markEnds(page);
      const pages = await printed(page, format);
      const count = await page.locator("article.message").count();
      for (let at = 0; at < count; at += 1) {
        expect(pageOf(pages, `text-${at}`), `${path} ${at}`).toBeGreaterThanOrEqual(0);
        expect(pageOf(pages, `signature-${at}`), `${path} ${at}`).toBe(pageOf(pages, `text-${at}`));
      }
      if (path !== "booklet/") {
        expect(pageOf(pages, "address"), path).toBe(pageOf(pages, "signature-0"));
      }
    }
  });
}

test("each message of the booklet starts a new page", async ({ page }) => {
  await page.goto("booklet/");
  await markEnds(page);
  const pages = await printed(page, "A4");
  const starts = dataset.messages.map((_, at) => pageOf(pages, `heading-${at}`));
  expect(new Set(starts).size).toBe(dataset.messages.length);
  for (const [at, start] of starts.slice(1).entries()) {
    expect(pageOf(pages, `signature-${at}`)).toBeLessThan(start);
  }
});

test("print names the collection, the recipient and the full address", async ({ page }) => {
  const { host, source } = dataset.collection;
  await page.setViewportSize({ width: 658, height: 900 });
  await page.emulateMedia({ media: "print" });
  for (const { id } of dataset.messages) {
    await page.goto(`m/${id}/`);
    await expectAlive(page);
    const paper = await page.evaluate(
      ([host, source]) => {
        const top = (element) => element.getBoundingClientRect().top;
        const entry = (text) => {
          const entries = document.querySelectorAll(".site-foot dl > div");
          return [...entries].find(({ textContent }) => textContent.includes(text));
        };
        const address = document.querySelector(".pass-on .permalink");
        const texts = document.createTreeWalker(address, NodeFilter.SHOW_TEXT);
        while (texts.nextNode() && !texts.currentNode.data.startsWith("http"));
        const range = document.createRange();
        range.selectNode(texts.currentNode);
        return {
          order: [
            entry(host),
            document.querySelector("h1"),
            document.querySelector(".signatures, .unsigned"),
            address,
            entry(source),
          ].map(top),
          address: texts.currentNode.data,
          lines: new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size,
          buttons: [...document.querySelectorAll("button")].filter((button) => button.checkVisibility()).length,
        };
      },
      [host.name, source.name],
    );
    expect(paper, id).toMatchObject({ address: `${site}m/${id}/`, lines: 1, buttons: 0 });
    expect(paper.order, id).toEqual(paper.order.toSorted((one, other) => one - other));
  }
});
