import {
  cards,
  dataset,
  expect,
  expectAddress,
  expectTilesToHoldTheirText,
  onEachCollection,
  onHost,
  open,
  serve,
  test,
} from "./fixtures.js";

// Tests that serve another dataset cannot intercept a service worker's requests.
test.use({ serviceWorkers: "block" });

const place = (page, name) =>
  page.getByRole("navigation", { name: "Where the messages come from" }).getByRole("link", { name });

test("choosing a place filters, choosing it again clears", async ({ page }) => {
  await open(page, "/");
  await place(page, /^France/).click();
  await expect(cards(page)).toHaveText([
    "Europe solidaire sans frontières",
    "Nouveau Parti anticapitaliste",
  ]);
  await expect(page.getByRole("status").first()).toHaveText("2 of 17 messages · France");
  await expectAddress(page, "/?country=FR");
  await expect(page).toHaveTitle("France · International Solidarity Messages");
  await expect(place(page, /^France/)).toHaveAttribute("aria-current", "true");
  await place(page, /^France/).click();
  await expect(cards(page)).toHaveCount(17);
  await expectAddress(page, "/");
});

test("senders of no single country have a place, too", async ({ page }) => {
  await open(page, "/");
  await place(page, /^International 3 messages/).click();
  await expect(cards(page)).toHaveText([
    "Party of the European Left",
    "Progressive International",
    "International Peoples Assembly",
  ]);
});

test("a message of several countries is found in each", async ({ page }) => {
  for (const code of ["NP", "BD", "PK", "international"]) {
    await open(page, `/?country=${code}`);
    await expect(cards(page).filter({ hasText: "International Peoples Assembly" })).toHaveCount(1);
  }
});

test("a place can be chosen by keyboard, and says how many messages and whose", async ({ page }) => {
  await open(page, "/");
  await place(page, /^Nepal 2 messages/).focus();
  await expect(page.locator(".places-caption")).toHaveText(
    "Nepal: Madan Bhandari School of Asia and Communist Party of Nepal (Unified Socialist)",
  );
  await page.keyboard.press("Enter");
  await expect(cards(page)).toHaveCount(2);
});

test("while searching the places show how many match", async ({ page }) => {
  await open(page, "/?q=climate");
  await expect(place(page, /^Indonesia 1 message$/)).toBeVisible();
  await expect(place(page, /^France 0 messages$/)).toBeVisible();
});

test("the places are one list, in the order of their regions", async ({ page }) => {
  await open(page, "/");
  const list = page.locator(".tiles");
  await expect(list).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - text: Africa, 1 message
        - list:
          - listitem:
            - link "Egypt 1 message"
            - list:
              - listitem: Socialist Popular Alliance Party
      - listitem:
        - text: Asia, 8 messages
        - list:
          - listitem:
            - link "Bangladesh 1 message"
            - list:
              - listitem: Workers Party of Bangladesh
  `);
  const names = await list.locator(".region .tile-name").allTextContents();
  expect(names).toEqual([
    "Egypt", "Bangladesh", "India", "Indonesia", "Nepal", "Pakistan", "Philippines", "Thailand",
    "Vietnam", "France", "Germany", "Italy", "Netherlands", "Sweden", "Australia", "International",
  ]);
});

onEachCollection(({ places }) => {
  for (const width of [360, 768, 1280]) {
    test(`at ${width} px the places are large enough, and apart`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(page, "/");
      const boxes = await page.locator(".tile-link, .tile-host").evaluateAll((tiles) =>
        tiles.map((tile) => tile.getBoundingClientRect().toJSON()),
      );
      expect(boxes).toHaveLength(places);
      for (const [i, a] of boxes.entries()) {
        expect(Math.min(a.width, a.height)).toBeGreaterThanOrEqual(width < 640 ? 44 : 24);
        for (const b of boxes.slice(i + 1)) {
          const apart =
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart, JSON.stringify([a, b])).toBe(true);
        }
      }
      await expectTilesToHoldTheirText(page);
      // At the default text size no word in a name is broken.
      const broken = await page.locator(".tile-name").evaluateAll((names) =>
        names
          .filter((name) => {
            const range = document.createRange();
            range.selectNodeContents(name);
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            return lines.size > name.textContent.split(" ").length;
          })
          .map((name) => name.textContent),
      );
      expect(broken).toEqual([]);
    });
  }
});

test("when grouped, the cards are listed under region and country", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("link", { name: "By country", exact: true }).click();
  await expectAddress(page, "/countries/");
  const regions = page.locator(".region-heading");
  await expect(regions).toHaveText([
    "Africa 1 message", "Asia 8 messages, some from several countries", "Europe 6 messages", "Oceania 1 message",
    "International 3 messages",
  ]);
  const europe = page.locator(".region-section").nth(2);
  await expect(europe.getByRole("heading", { level: 3 })).toHaveText([
    "France", "Germany", "Italy", "Netherlands", "Sweden",
  ]);
  await page.getByRole("link", { name: "One list", exact: true }).click();
  await expectAddress(page, "/");
});

test("the host is on the map, as a link if it sent messages itself", onHost, async ({ page }) => {
  await open(page, "/");
  await expect(page.locator(".tile-host")).toHaveText("Malaysiahost");
  const own = structuredClone(dataset);
  own.messages[0].senders[0].country = "MY";
  await serve(page, { json: own });
  await open(page, "/?q=zzzxqy");
  await page.getByRole("button", { name: "Clear" }).click();
  await place(page, /^Malaysia 1 message host/).click();
  await expect(cards(page)).toHaveText(["Socialist Alliance"]);
});

test("a collection from one country is laid out, too", onHost, async ({ page }) => {
  await serve(page, {
    json: {
      collection: { title: "One", language: "en" },
      messages: [{ id: "a", senders: [{ names: ["A"], country: "NZ" }], body: ["Kia ora."] }],
    },
  });
  await open(page, "/");
  await expect(place(page, "New Zealand 1 message")).toBeVisible();
});
