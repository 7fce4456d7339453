// `test` fails if the page logs an error, throws, or sends a request to another host.
//
// `onEachCollection` runs tests that must pass for any collection, on two of them.
import { test as base, expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ids, second } from "./second.js";
import { translate } from "./translate.js";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

export { expect };

export const dataset = JSON.parse(
  readFileSync(new URL("../collections/congress.json", import.meta.url), "utf8"),
);

/** A collection and its site: where it is served, the address it was published for, and its folder; a query that several messages match, and one that a single message does; a
 *  country; the number of places on the map, the host's included; some messages. */
const first = {
  address: "http://127.0.0.1:4173/",
  url: "http://127.0.0.1:4173/",
  folder: "dist",
  dataset,
  query: "climate",
  rare: "oxfam",
  places: 17,
  country: "FR",
  messages: ["prp", "international-peoples-assembly", "essf", "kpri"],
};

/** The sites that `cargo xtask test site` builds, and where they are served: one and the same folder at the root of
 *  a host and below a path. */
export const sites = {
  "at the root": first,
  "below a folder": { ...first, address: "http://127.0.0.1:4174/any/sub/path/" },
  "with the second collection": {
    address: "http://127.0.0.1:4175/",
    url: "http://127.0.0.1:4175/",
    folder: "target/second/site",
    dataset: second(),
    query: "المنارة",
    rare: "boya",
    places: 40,
    country: "EG",
    messages: [ids.mixed, ids.several, "ar-manara", ids.hostile, ids.longWord, ids.longest, "hi-prakash"],
  },
};

/** Defines tests for each collection, served at the root of its host. */
export function onEachCollection(define) {
  const { "at the root": one, "with the second collection": other } = sites;
  for (const [name, site] of Object.entries({ "the first collection": one, "the second collection": other })) {
    test.describe(name, () => {
      test.use({ baseURL: site.address });
      define(site);
    });
  }
}

/** For tests of what only a host can do: answer unknown addresses, serve another collection, or keep the page
 *  while its address changes. */
export const onHost = { tag: "@host" };

/** The number of cards rendered at first. */
export const CARDS_AT_FIRST = 24;

/** The text of each paragraph of a message. */
export const paragraphs = (message) => message.body.map((paragraph) => paragraph.text ?? paragraph);

/** The first name of a message's first sender. */
export const own = (message) => message.senders[0].names[0].text ?? message.senders[0].names[0];

export const test = base.extend({
  // Patterns of errors that a test provokes on purpose.
  expectedErrors: [[], { option: true }],
  // Whether the browser translates each page before the program runs.
  translated: [false, { option: true }],
  // Whether the site is opened from its files, without a host.
  local: [false, { option: true }],
  page: async ({ page, baseURL, expectedErrors, translated, local }, use) => {
    if (translated) await page.addInitScript(translate);
    if (local) openLocally(page, baseURL);
    const errors = [];
    // Preloads of fonts are for hosts.
    const expected = local ? [...expectedErrors, /^Access to font|^Failed to load resource/] : expectedErrors;
    const note = (text) => {
      if (!expected.some((pattern) => pattern.test(text))) errors.push(text);
    };
    page.on("console", (message) => {
      // A 404 for the requested page itself is no error of the site.
      const notThere = /status of 404/.test(message.text()) && message.location().url === page.url();
      if (message.type() === "error" && !notThere) note(message.text());
    });
    page.on("pageerror", (error) => note(error.message));
    page.on("request", (request) => {
      const url = request.url();
      const own = url.startsWith(local ? folderOf(baseURL) : baseURL);
      if (!own && !url.startsWith("data:") && !url.startsWith("blob:")) {
        errors.push(`a request to ${url}`);
      }
    });
    await use(page);
    expect(errors).toEqual([]);
  },
});

/** The address of a site's folder. */
const filesOf = ({ folder }) => new URL(`../../${folder}/`, import.meta.url).href;

/** The address of the folder of the site that is served at an address. */
function folderOf(address) {
  return filesOf(Object.values(sites).find((site) => site.address.startsWith(address)));
}

/** Makes a page open the file behind each address. */
function openLocally(page, baseURL) {
  const goto = page.goto.bind(page);
  page.goto = (address, options) => {
    const { pathname, search, hash } = new URL(address, baseURL);
    const file = pathname.slice(1).replace(/(^|\/)$/, "$1index.html");
    return goto(folderOf(baseURL) + file + search + hash, options);
  };
}

/** Waits until a page has an address, written from the root of the site. */
export async function expectAddress(page, address) {
  const now = () => {
    const url = page.url();
    const files = Object.values(sites).map(filesOf).find((files) => url.startsWith(files));
    if (files) return `/${url.slice(files.length).replace("index.html", "")}`;
    const { pathname, search, hash } = new URL(url);
    return pathname + search + hash;
  };
  await expect.poll(now).toBe(address);
}

/** Adds up in `window.shift` how far a page moves by itself. */
export function measureShift(page) {
  return page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** Opens an address and waits until its page is interactive. */
export async function open(page, address) {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAlive(page);
}

/** Waits until the program runs; the booklet has none. */
export async function expectAlive(page) {
  const program = page.locator(":root[data-program=alive], #app:not([data-page])");
  await expect(program.first()).toBeAttached();
}

/** The first name of each sender on the cards, in order. */
export function cards(page) {
  return page.locator("article.card .sender:first-child .sender-own");
}

/** Serves a dataset other than the one built in, as a build of it would: with pages that ask for no other. */
export async function serve(page, fulfill) {
  await unwritten(page, (html) => html.replace(/ data-integrity="[^"]*"/, ' data-integrity=""'));
  await page.route("**/messages-*.json", (route) => route.fulfill(fulfill));
}

/**
 * Makes pages look as if the build had written them for another address, so that the program has to
 * render them; until then they are not interactive.
 */
export async function unwritten(page, change = (html) => html) {
  await page.route(
    (url) => url.pathname.endsWith("/"),
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/ data-page="[^"]*"/, ' data-page="another"');
      await route.fulfill({ response, body: change(body) });
    },
  );
}

/** Sets the text size to 200 %, as the browser's setting does. */
export async function doubleText(page) {
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
}

/** Fails if a tile's text overflows it. */
export async function expectTilesToHoldTheirText(page) {
  const out = await page.locator(".tile-name").evaluateAll((names) =>
    names
      .filter((name) => {
        const range = document.createRange();
        range.selectNodeContents(name);
        const text = range.getBoundingClientRect();
        const tile = name.closest(".tile").getBoundingClientRect();
        return text.right > tile.right || text.left < tile.left || text.bottom > tile.bottom;
      })
      .map((name) => name.textContent),
  );
  expect(out).toEqual([]);
}

/** The words that are broken across lines in elements matching a selector, each with its context. Breaks
 *  are allowed after hyphens, anywhere in scripts without spaces, and in words longer than any line of a
 *  phone. */
export function brokenWords(page, selector) {
  return page.evaluate((selector) => {
    const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
    const broken = [];
    for (const element of document.querySelectorAll(selector)) {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (text.parentElement.closest(".vh, select") || !text.parentElement.checkVisibility()) continue;
        for (const { 0: word, index } of text.data.matchAll(/[^\s\-–/]+/g)) {
          if (unspaced.test(word) || word.length > 16) continue;
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
          if (lines.size > 1) broken.push(`${word} in ${element.textContent}`);
        }
      }
    }
    return broken;
  }, selector);
}

/** Pairs of texts that overlap. */
export function overprints(page) {
  return page.evaluate(() => {
    const lines = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!text.data.trim() || parent.closest(".vh, .skip, select, [hidden]") || !parent.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // Line boxes are taller than letters, so they may overlap a little.
        const space = (bottom - top) / 4;
        lines.push({ parent, text: text.data, left, right, top: top + space, bottom: bottom - space });
      }
    }
    return lines.flatMap((a, at) =>
      lines
        .slice(at + 1)
        .filter((b) =>
          a.parent !== b.parent && a.right > b.left + 1 && b.right > a.left + 1 &&
          a.bottom > b.top && b.bottom > a.top)
        .map((b) => `${a.text} | ${b.text}`),
    );
  });
}

/** Runs axe on the page, or on the part that matches a selector. */
export async function expectAccessible(page, part = "html") {
  // Evaluated, because the page's policy forbids added script elements.
  await page.evaluate(axe);
  const violations = await page.evaluate(async (part) => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await window.axe.run(part, { runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join("\n")}`);
  }, part);
  expect(violations).toEqual([]);
}
