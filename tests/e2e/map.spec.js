// The map of places: dots with names where there is room, otherwise tiles.
import { readFileSync } from "node:fs";
import {
  cards,
  dataset,
  expect,
  expectAddress,
  expectAccessible,
  expectAlive,
  onHost,
  open,
  serve,
  test,
} from "./fixtures.js";

// Tests that serve another dataset cannot intercept a service worker's requests.
test.use({ serviceWorkers: "block" });

const table = readFileSync(new URL("../../crates/core/src/places/table.rs", import.meta.url), "utf8");
const codes = [...table.matchAll(/at\("(..)"/g)].map(([, code]) => code);

/** A collection with a message from each of these countries. */
function from(countries) {
  const message = (country, at) => ({
    id: `message-${at}`,
    senders: [{ names: [`Union ${at}`], country }],
    body: ["Greetings."],
  });
  return { collection: dataset.collection, messages: countries.map(message) };
}

const collections = {
  "one country": from(["NZ"]),
  "twenty-five countries of Europe": from([
    "FR", "DE", "NL", "BE", "LU", "CH", "AT", "IT", "ES", "PT", "GB", "IE", "DK", "SE", "NO", "FI",
    "EE", "LV", "LT", "PL", "CZ", "SK", "HU", "SI", "HR",
  ]),
  "thirty-six countries of the world": from(codes.filter((_, at) => at % 7 === 2)),
  "fifty countries": from(codes.filter((_, at) => at % 5 === 0)),
  "two hundred countries": from(codes.filter((_, at) => at % 5 !== 0)),
};

const places = (page) => page.getByRole("navigation", { name: "Where the messages come from" });
const place = (page, name) => places(page).getByRole("link", { name });

async function openWith(page, json) {
  await serve(page, { json });
  await page.goto("/");
  // Until then the old page's places are shown.
  await expectAlive(page);
  await expect(places(page)).toBeVisible();
}

for (const [name, collection] of Object.entries(collections)) {
  for (const width of [360, 768, 1280]) {
    test(`${name} at ${width} px: nothing overlaps, everything can be clicked`, onHost, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await openWith(page, collection);
      const links = page.locator(".tile-link");
      await expect(links).toHaveCount(new Set(collection.messages.map((m) => m.senders[0].country)).size);
      const boxes = await page.locator(".tile-link, .tile-host").evaluateAll((all) =>
        all.map((e) => ({ text: e.innerText, ...e.getBoundingClientRect().toJSON() })),
      );
      const least = width < 640 ? 44 : 24;
      const small = boxes.filter((a) => Math.min(a.width, a.height) < least);
      const outside = boxes.filter((a) => a.left < 0 || a.right > width);
      const overlap = (a, b) =>
        a.right > b.left + 0.5 && b.right > a.left + 0.5 &&
        a.bottom > b.top + 0.5 && b.bottom > a.top + 0.5;
      const clashes = boxes.flatMap((a, at) =>
        boxes.slice(at + 1).filter((b) => overlap(a, b)).map((b) => [a, b]),
      );
      expect({ small, outside, clashes }).toEqual({ small: [], outside: [], clashes: [] });
      await expectAccessible(page, ".places");
    });
  }
}

test("where there is room, the places are dots on the land", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, "/");
  const land = page.locator(".map-land");
  await expect(land).toBeVisible();
  expect(await land.evaluate((image) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(0);
  await expect(page.locator(".dot")).toHaveCount(16);
  await expect(page.locator(".map-lines path")).toHaveCount(15);
  // Sweden lies north of Italy, and India east of France.
  const at = async (name) => (await place(page, name).boundingBox()) ?? {};
  expect((await at(/^Sweden/)).y).toBeLessThan((await at(/^Italy/)).y);
  expect((await at(/^France/)).x).toBeLessThan((await at(/^India/)).x);
});

test("a phone does not fetch the land", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, "/");
  await page.evaluate(() => scrollTo(0, 400));
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => url.includes("land.svg"))).toEqual([]);
});

test("name, dot and card choose the same place", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const france = ["Europe solidaire sans frontières", "Nouveau Parti anticapitaliste"];
  const ways = {
    name: () => place(page, /^France/).click(),
    dot: async () => {
      // Hovering over the name of France highlights its dot.
      await place(page, /^France/).hover();
      const dot = page.locator(".dot-on");
      await expect(dot).toHaveCount(1);
      const { x, y, width, height } = await dot.boundingBox();
      await page.mouse.click(x + width / 2, y + height / 2);
    },
    card: () => page.locator(".card-place").getByRole("link", { name: "France" }).first().click(),
  };
  for (const [way, choose] of Object.entries(ways)) {
    await open(page, "/");
    await choose();
    await expectAddress(page, "/?country=FR");
    await expect(cards(page), way).toHaveText(france);
    await expect(page.locator(".dot-chosen")).toHaveCount(1);
    await page.goBack();
    await expect(cards(page), way).toHaveCount(17);
  }
});

test("only clickable places look clickable", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, "/");
  const cursor = (dot) => dot.evaluate((element) => getComputedStyle(element).cursor);
  // Malaysia is the host, and sent no message.
  expect(await cursor(page.locator(".dot-host"))).not.toBe("pointer");
  expect(await cursor(page.locator(".dot:not(.dot-host)").first())).toBe("pointer");
});

for (const width of [360, 1280]) {
  test(`the chosen place stands out in forced colours at ${width} px`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.setViewportSize({ width, height: 900 });
    await open(page, "/?country=FR");
    const background = (name) =>
      place(page, name).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background(/^France/)).not.toBe(await background(/^Nepal/));
  });
}

test("while searching, dots without a match are muted", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, "/");
  await expect(page.locator(".dot-none")).toHaveCount(0);
  await page.getByRole("searchbox").fill("climate");
  const without = await page.locator(".tile-link.tile-none").count();
  expect(without).toBeGreaterThan(3);
  // International has a name, but no dot.
  const international = await place(page, /^International 0/).count();
  await expect(page.locator(".dot-none")).toHaveCount(without - international);
});

for (const width of [360, 1280]) {
  test(`at ${width} px arrow keys move to the neighbour, and Tab to every place`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, "/");
    const box = () => page.evaluate(() => document.activeElement.getBoundingClientRect().toJSON());
    await place(page, /^France/).focus();
    for (const [key, side, sign] of [["ArrowRight", "x", 1], ["ArrowDown", "y", 1], ["ArrowLeft", "x", -1], ["ArrowUp", "y", -1]]) {
      const before = await box();
      await page.keyboard.press(key);
      const after = await box();
      const middle = (b) => b[side] + (side === "x" ? b.width : b.height) / 2;
      expect(Math.sign(middle(after) - middle(before)), key).toBe(sign);
      await expect(page.locator(".tile-link:focus")).toHaveCount(1);
    }
    await place(page, /^Egypt/).focus();
    const reached = [];
    for (let step = 0; step < 16; step += 1) {
      reached.push(await page.locator(".tile-link:focus .tile-name").textContent());
      await page.keyboard.press("Tab");
    }
    expect(reached).toEqual(await page.locator(".tile-link .tile-name").allTextContents());
  });
}

test("with many places a box finds a country, and a region lists its countries", onHost, async ({ page }) => {
  await openWith(page, collections["two hundred countries"]);
  const finder = page.getByRole("group", { name: "Find a country" });
  const box = finder.getByRole("searchbox");
  // A tile shows a code; its accessible name is the country's name.
  await expect(place(page, /^Vanuatu \d+ messages?$/)).toHaveCount(1);
  await box.fill("guin");
  await expect(finder.getByRole("link")).toHaveText(["Equatorial Guinea", "Guinea-Bissau"]);
  await expect(finder.getByRole("status")).toHaveText("2 places");
  await box.fill("zzz");
  await expect(finder.getByRole("status")).toHaveText("0 places");
  await finder.getByRole("button", { name: "Oceania" }).click();
  await expect(box).toHaveValue("");
  await expect(finder.getByText("Melanesia", { exact: true })).toBeVisible();
  await expect(finder.getByRole("link", { name: "Vanuatu" })).toBeVisible();
  await expect(finder.getByRole("link", { name: "France" })).toHaveCount(0);
  await finder.getByRole("link", { name: "Vanuatu" }).click();
  await expectAddress(page, "/?country=VU");
  await expect(cards(page)).toHaveCount(1);
  await expectAccessible(page, ".places");
  await box.fill("x");
  await box.press("Escape");
  await expect(finder.getByRole("link")).toHaveCount(0);
});

test("a continental body is placed beside the land, in its continent's region", onHost, async ({ page }) => {
  const own = structuredClone(dataset);
  own.messages[14].senders[0].region = "europe";
  await openWith(page, own);
  const names = await page.locator(".tile-link .tile-name").allTextContents();
  expect(names.slice(names.indexOf("Europe"), names.indexOf("Europe") + 2)).toEqual(["Europe", "France"]);
  const box = (name) => place(page, name).boundingBox();
  const [europe, international, land] = [
    await box(/^Europe 1/), await box(/^International 2/), await page.locator(".map-land").boundingBox(),
  ];
  expect(europe.y).toBeGreaterThanOrEqual(land.y + land.height);
  expect(europe.x + europe.width).toBeLessThanOrEqual(international.x);
  await place(page, /^Europe 1/).click();
  await expectAddress(page, "/?country=europe");
  await expect(cards(page)).toHaveText(["Party of the European Left"]);
});

test("few places need no box", async ({ page }) => {
  await open(page, "/");
  await expect(page.getByRole("group", { name: "Find a country" })).toHaveCount(0);
});

test("the caption names the first senders of many, and says how many more", onHost, async ({ page }) => {
  const many = from(Array.from({ length: 30 }, () => "FR"));
  await openWith(page, many);
  await place(page, /^France 30 messages/).focus();
  await expect(page.locator(".places-caption")).toHaveText(
    "France: Union 0, Union 1, Union 2, Union 3, Union 4, Union 5 and 24 more",
  );
});

test.describe("without the program", () => {
  test.use({ javaScriptEnabled: false });

  test("the map is there, and its names are links", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto("/");
    await expect(page.locator(".map-land")).toBeVisible();
    await expect(page.locator(".dot").first()).toBeVisible();
    await expect(page.locator(".tile-link").filter({ hasText: "France" })).toHaveAttribute(
      "href", "countries/#place-FR",
    );
  });
});
