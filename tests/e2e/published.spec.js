// The built site, at the root of a host and below a folder: the pages without the program, and how the
// program takes them over.
import {
  CARDS_AT_FIRST,
  expect,
  expectAlive,
  measureShift,
  own,
  paragraphs,
  sites,
  test,
} from "./fixtures.js";

for (const [where, { address: site, url, dataset, messages, rare }] of Object.entries(sites)) {
  // When grouped, a message appears once for each of its places.
  const placesOf = ({ senders }) => new Set(senders.map(({ country, region }) => country ?? region)).size;
  const grouped = dataset.messages.reduce((sum, message) => sum + placesOf(message), 0);
  const counts = [dataset.messages.length, grouped].map((count) => Math.min(count, CARDS_AT_FIRST));
  const last = dataset.messages.at(-1);
  const folderOf = (message) => `m/${message.id}/`;

  test.describe(where, () => {
    test.use({ baseURL: site });

    test.describe("without scripts", () => {
      test.use({ javaScriptEnabled: false });

      for (const message of dataset.messages) {
        test(`${message.id} is complete and describes itself`, async ({ page }) => {
          const response = await page.goto(`m/${message.id}/`);
          expect(response.status()).toBe(200);
          const text = await page.locator(".message-body p").allTextContents();
          expect(text.map((paragraph) => paragraph.trim())).toEqual(
            paragraphs(message).map((paragraph) => paragraph.trim()),
          );
          const head = await page.evaluate(() => ({
            title: document.title,
            canonical: document.querySelector("link[rel=canonical]").href,
            ...Object.fromEntries(
              [...document.querySelectorAll("meta[property], meta[name]")].map((meta) => [
                meta.getAttribute("property") ?? meta.name,
                meta.content,
              ]),
            ),
          }));
          expect(head.title).toContain(own(message));
          expect(head["og:title"]).toBe(head.title);
          expect(head.canonical).toBe(`${url}m/${message.id}/`);
          expect(head["og:url"]).toBe(head.canonical);
          expect(head["og:image"]).toBe(`${url}m/${message.id}/preview.png`);
          const beginning = paragraphs(message)[0].trim().split(/\s+/).slice(0, 4).join(" ");
          expect(head.description.startsWith(beginning)).toBe(true);
        });
      }

      test("the site's general pages exist", async ({ page }) => {
        for (const [path, count] of [["", counts[0]], ["countries/", counts[1]], ["about/", 0]]) {
          const response = await page.goto(site + path);
          expect(response.status()).toBe(200);
          await expect(page.locator("article.card")).toHaveCount(count);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        }
      });

      test("the booklet has every message, whole and in order", async ({ page }) => {
        await page.goto(site);
        await page.getByRole("link", { name: /booklet/ }).click();
        await expect(page).toHaveURL(`${site}booklet/`);
        const chapters = await page.locator("article").evaluateAll((articles) =>
          articles.map((article) => ({
            id: article.id,
            text: [...article.querySelectorAll(".message-body p")].map((p) => p.textContent.trim()),
          })),
        );
        const trimmed = (message) => paragraphs(message).map((paragraph) => paragraph.trim());
        expect(chapters).toEqual(
          dataset.messages.map((message) => ({ id: message.id, text: trimmed(message) })),
        );
        await page.locator(".contents a").last().click();
        await expect(page).toHaveURL(`${site}booklet/#${last.id}`);
        await expect(page.getByRole("heading", { name: own(last) })).toBeInViewport();
      });

      test("links lead from page to page", async ({ page }) => {
        await page.goto(site);
        await page.getByRole("link", { name: "By country", exact: true }).click();
        await expect(page).toHaveURL(`${site}countries/`);
        const link = page.locator(".card-heading a").nth(5);
        const [, id] = (await link.getAttribute("href")).match(/m\/(.*)\/$/);
        await link.click();
        await expect(page).toHaveURL(`${site}m/${id}/`);
        await page.getByRole("link", { name: "All messages", exact: true }).click();
        await expect(page).toHaveURL(site);
      });

      // That page alone is made for one folder.
      if (site === url) {
        test("an unknown address gets the not-found page", async ({ page }) => {
          const response = await page.goto(`${site}m/lost/`);
          expect(response.status()).toBe(404);
          await expect(page.getByText("There’s no page at this link.")).toBeVisible();
        });
      }
    });

    const [one] = messages;
    const written = ["", "countries/", "about/", ...messages.map((id) => `m/${id}/`)];
    for (const path of [...written, `m/${one}/?fbclid=x`, `m/${one}`]) {
      test(`the program takes over the page /${path} unchanged`, async ({ page }) => {
        const messages = [];
        page.on("console", (message) => messages.push(message.text()));
        await measureShift(page);
        await page.addInitScript(() => {
          addEventListener("DOMContentLoaded", () => {
            window.before = document.querySelector("main");
            window.heading = document.querySelector("h1");
            window.text = window.before.innerText;
          });
        });
        await page.goto(site + path);
        await expectAlive(page);
        const after = await page.evaluate(() => ({
          kept:
            window.before === document.querySelector("main") &&
            window.heading === document.querySelector("h1"),
          text: document.querySelector("main").innerText === window.text,
          shift: window.shift,
        }));
        expect(after.kept).toBe(true);
        expect(after.text).toBe(true);
        // Far less than a line of text; rounding keeps it from being exactly 0.
        expect(after.shift).toBeLessThan(0.0001);
        expect(messages).toEqual([]);
      });
    }

    test("a page that a host shows without the slash at its end works", async ({ page }) => {
      await page.route(`${site}m/${one}`, async (route) => {
        await route.fulfill({ response: await route.fetch({ url: `${site}m/${one}/` }) });
      });
      await page.goto(`${site}m/${one}`);
      await expectAlive(page);
      await page.getByRole("link", { name: "All messages", exact: true }).click();
      await expect(page).toHaveURL(site);
      await expect(page.locator("article.card")).toHaveCount(counts[0]);
    });

    test("the program renders a page that the build did not write", async ({ page }) => {
      await page.goto(`${site}?q=${rare}`);
      await expect(page.locator("article.card")).toHaveCount(1);
    });

    test("robots, sitemap, feed, manifest and files exist", async ({ request }) => {
      const text = async (file) => {
        const response = await request.get(site + file);
        expect(response.status(), file).toBe(200);
        return response.text();
      };
      expect(await text("robots.txt")).toContain(`Sitemap: ${url}sitemap.xml`);
      const addresses = [...(await text("sitemap.xml")).matchAll(/<loc>(.*?)<\/loc>/g)];
      // The home page in both layouts, the about page, and the booklet.
      expect(addresses).toHaveLength(dataset.messages.length + 4);
      for (const [, address] of addresses) expect((await request.get(address)).status()).toBe(200);
      const feed = await text("feed.xml");
      expect(feed.match(/<entry>/g)).toHaveLength(dataset.messages.length);
      const { icons } = JSON.parse(await text("site.webmanifest"));
      for (const { src } of icons) expect((await request.get(site + src)).status()).toBe(200);
      for (const file of ["cite.bib", "cite.ris", "cite.json", "qr.svg", "preview.png"]) {
        expect((await request.get(`${site}m/${one}/${file}`)).status(), file).toBe(200);
      }
      for (const { id } of dataset.messages) {
        const picture = await request.get(`${site}m/${id}/preview.png`);
        expect((await picture.body()).length).toBeLessThan(300_000);
      }
    });

    test.describe("offline", () => {
      test.use({ expectedErrors: [/ERR_(FAILED|INTERNET_DISCONNECTED)/] });

      test("after one visit every message can be read", async ({ page, context }) => {
        await page.goto(site);
        await page.evaluate(() => navigator.serviceWorker.ready);
        await context.setOffline(true);
        await page.goto(site + folderOf(last));
        await expect(page.locator(".message-body p").first()).toBeVisible();
        await page.goto(`${site}countries/`);
        await expect(page.locator("article.card")).toHaveCount(counts[1]);
      });
    });
  });
}

for (const where of ["at the root", "below a folder"]) {
  const { address: site, url } = sites[where];

  test.describe(`JSON-LD ${where}`, () => {
    test.use({ baseURL: site });

    test("says who wrote what, on what occasion", async ({ page }) => {
      await page.goto(`${site}m/international-peoples-assembly/`);
      const json = await page.locator('script[type="application/ld+json"]').textContent();
      const graph = JSON.parse(json)["@graph"];
      const message = graph.find((node) => node["@type"].includes("Message"));
      expect(message["@id"]).toBe(`${url}m/international-peoples-assembly/#message`);
      expect(message.author.map(({ name }) => name)).toContain("Mazdoor Kissan Party");
      expect(message.about).toMatchObject({ "@type": "Event", startDate: "2022-07-15" });
      expect(message.inLanguage).toBe("en");
      const whole = graph.find((node) => node["@type"] === "CollectionPage");
      expect(message.isPartOf["@id"]).toBe(whole["@id"]);
    });
  });
}

test.describe("a tampered program", () => {
  test.use({ expectedErrors: [/integrity|Failed to fetch|dynamically imported/] });

  for (const kind of ["wasm", "js"]) {
    test(`is not run: ${kind}`, async ({ page }) => {
      await page.route(`**/solidarity-atlas-*.${kind}`, async (route) => {
        const response = await route.fetch();
        const body = Buffer.concat([await response.body(), Buffer.from(kind === "js" ? "\n" : "\0")]);
        await route.fulfill({ response, body });
      });
      await page.goto("/m/essf/");
      await expect(page.getByRole("alert")).toContainText("couldn’t be loaded");
      await expect(page.getByText("We have known you for many years")).toBeVisible();
    });
  }
});

test.describe("the policy", () => {
  test.use({ expectedErrors: [/Content Security Policy/] });

  test("an inline script that is not ours does not run", async ({ page }) => {
    await page.goto("/");
    const refused = await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective));
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
        }),
    );
    expect(refused).toBe("script-src-elem");
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
  });
});
