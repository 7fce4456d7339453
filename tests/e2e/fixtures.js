// `test` fails when the page logs an error or throws, and when it asks anyone but its own host.
//
// What must hold of any collection is tested on two, with `onEachCollection`.
import { test as base, expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ids, second } from "./second.js";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

export { expect };

export const dataset = JSON.parse(
  readFileSync(new URL("../../public/messages.json", import.meta.url), "utf8"),
);

/** A collection and its site; words that some of its messages have, and one; a country;
 *  how many places the map shows, the host's among them; some messages. */
const first = {
  address: "http://127.0.0.1:4173/",
  folder: "dist",
  dataset,
  query: "climate",
  rare: "oxfam",
  places: 17,
  country: "FR",
  messages: ["prp", "international-peoples-assembly", "essf", "kpri"],
};

/** The sites that `cargo xtask test site` builds, and where they are served. */
export const sites = {
  "at the root": first,
  "below a folder": { ...first, address: "http://127.0.0.1:4174/any/sub/path/", folder: "target/below" },
  "with the second collection": {
    address: "http://127.0.0.1:4175/",
    folder: "target/second/site",
    dataset: second(),
    query: "المنارة",
    rare: "boya",
    places: 40,
    country: "EG",
    messages: [ids.mixed, ids.several, "ar-manara", ids.hostile, ids.longWord, ids.longest, "hi-prakash"],
  },
};

/** Defines tests for each collection, which is then at the root of its host. */
export function onEachCollection(define) {
  const { "at the root": one, "with the second collection": other } = sites;
  for (const [name, site] of Object.entries({ "the first collection": one, "the second collection": other })) {
    test.describe(name, () => {
      test.use({ baseURL: site.address });
      define(site);
    });
  }
}

/** So many cards are there at first. */
export const CARDS_AT_FIRST = 24;

/** The texts of a message's paragraphs. */
export const paragraphs = (message) => message.body.map((paragraph) => paragraph.text ?? paragraph);

/** What the first sender of a message calls itself. */
export const own = (message) => message.senders[0].names[0].text ?? message.senders[0].names[0];

export const test = base.extend({
  // Set to patterns for the errors that a test provokes.
  expectedErrors: [[], { option: true }],
  page: async ({ page, baseURL, expectedErrors }, use) => {
    const errors = [];
    const note = (text) => {
      if (!expectedErrors.some((pattern) => pattern.test(text))) errors.push(text);
    };
    page.on("console", (message) => {
      // That a page was asked for which is not there is no error of the site.
      const notThere = /status of 404/.test(message.text()) && message.location().url === page.url();
      if (message.type() === "error" && !notThere) note(message.text());
    });
    page.on("pageerror", (error) => note(error.message));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL) && !url.startsWith("data:") && !url.startsWith("blob:")) {
        errors.push(`a request to ${url}`);
      }
    });
    await use(page);
    expect(errors).toEqual([]);
  },
});

/** Opens an address and waits until its page is there and alive. */
export async function open(page, address) {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAlive(page);
}

/** Waits until the program is there; the booklet has none. */
export async function expectAlive(page) {
  const program = page.locator(":root[data-program=alive], #app:not([data-page])");
  await expect(program.first()).toBeAttached();
}

/** The names of the senders on the cards, first names only, in order. */
export function cards(page) {
  return page.locator("article.card .sender:first-child .sender-own");
}

/** Serves another dataset than the one that is built in. */
export async function serve(page, fulfill) {
  await unwritten(page);
  await page.route("**/messages-*.json", (route) => route.fulfill(fulfill));
}

/**
 * Makes pages look as if the build had written them for another address, so that the program makes them
 * anew; until it does they are not alive.
 */
export async function unwritten(page) {
  await page.route(
    (url) => url.pathname.endsWith("/"),
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/ data-page="[^"]*"/, ' data-page="another"');
      await route.fulfill({ response, body });
    },
  );
}

/** Text at 200 %, as a browser's setting does it. */
export async function doubleText(page) {
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
}

/** Fails when the text of a tile stands out of it. */
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

/** Runs axe on the page as it is, or on the part that matches a selector. */
export async function expectAccessible(page, part = "html") {
  // Not as a script element: the policy of the page forbids those.
  await page.evaluate(axe);
  const violations = await page.evaluate(async (part) => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await window.axe.run(part, { runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join("\n")}`);
  }, part);
  expect(violations).toEqual([]);
}
