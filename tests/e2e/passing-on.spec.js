// Passing a message on: links, sharing, QR code, quotations, citations, print.
import { doubleText, expect, expectAccessible, open, test } from "./fixtures.js";

const site = "http://127.0.0.1:4173/";
const link = `${site}m/kpri/`;

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const section = (page) => page.getByRole("region", { name: "Share and cite" });
const said = (page) => page.locator(".feedback").filter({ hasText: /./ });

test.describe("the link", () => {
  test("is copied, with a confirmation", async ({ page }) => {
    await open(page, "/m/kpri/");
    await section(page).getByRole("button", { name: "Copy link" }).click();
    await expect(said(page)).toContainText("Link copied");
    expect(await copied(page)).toBe(link);
  });

  test("can be copied by hand if the browser refuses", async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await open(page, "/m/kpri/");
    await section(page).getByRole("button", { name: "Copy link" }).click();
    await expect(said(page).getByRole("textbox", { name: "Couldn’t copy. Select this:" })).toHaveValue(link);
    await expect(section(page).locator(".permalink")).toContainText(link);
  });

  test("goes to services as plain links", async ({ page }) => {
    await open(page, "/m/kpri/");
    const ways = section(page).getByRole("list", { name: "Share via" }).getByRole("link");
    const href = (name) => ways.filter({ hasText: name }).getAttribute("href");
    await expect(ways).toHaveText(["Email", "WhatsApp", "Telegram", "Mastodon", "Facebook"]);
    const title = await page.title();
    expect(await href("Email")).toBe(
      `mailto:?subject=${encoded(title)}&body=${encoded(title)}%0D%0A${encoded(link)}`,
    );
    expect(await href("WhatsApp")).toBe(`https://wa.me/?text=${encoded(`${title}\n${link}`)}`);
    const telegram = new URL(await href("Telegram"));
    expect(telegram.searchParams.get("url")).toBe(link);
    expect(await href("Mastodon")).toContain(encoded(link));
    expect(new URL(await href("Facebook")).searchParams.get("u")).toBe(link);
  });

  test("is also a QR code", async ({ page, request }) => {
    await open(page, "/m/kpri/");
    const code = section(page).getByRole("img", { name: "QR code for this message" });
    await code.scrollIntoViewIfNeeded();
    await expect.poll(() => code.evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
    const response = await request.get(await code.getAttribute("src"));
    expect(response.headers()["content-type"]).toBe("image/svg+xml");
  });
});

test.describe("the device's share sheet", () => {
  const button = (page) => section(page).getByRole("button", { name: "Share …" });
  const sheet = (page, fail) =>
    page.addInitScript((fail) => {
      navigator.share = async (data) => {
        window.shared = data;
        if (fail) throw new DOMException("", fail);
      };
    }, fail);

  test("is offered if there is one, and receives title and link", async ({ page }) => {
    await sheet(page, null);
    await open(page, "/m/kpri/");
    await button(page).click();
    const title = await page.title();
    expect(await page.evaluate(() => window.shared)).toEqual({ title, url: link });
    await expect(said(page)).toHaveCount(0);
  });

  test("is not offered if there is none", async ({ page }) => {
    await page.addInitScript(() => delete Navigator.prototype.share);
    await open(page, "/m/kpri/");
    await expect(section(page).getByRole("button", { name: "Copy link" })).toBeVisible();
    await expect(button(page)).toHaveCount(0);
  });

  test("can be closed without an error message", async ({ page }) => {
    await sheet(page, "AbortError");
    await open(page, "/m/kpri/");
    await button(page).click();
    await expect.poll(() => page.evaluate(() => window.shared?.url)).toBe(link);
    await expect(said(page)).toHaveCount(0);
  });

  test("says so when it fails", async ({ page }) => {
    await sheet(page, "NotAllowedError");
    await open(page, "/m/kpri/");
    await button(page).click();
    await expect(said(page)).toContainText("Couldn’t share this message. Copy the link instead.");
  });
});

test.describe("a paragraph", () => {
  test("is copied together with the next, as text alone", async ({ page }) => {
    await open(page, "/m/kpri/");
    const [copied, texts] = await page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll(".message-body p")].slice(4, 7);
      getSelection().setBaseAndExtent(paragraphs[0], 0, paragraphs[2], paragraphs[2].childNodes.length);
      return [getSelection().toString(), paragraphs.map((p) => p.textContent)];
    });
    expect(copied.split(/\n+/)).toEqual(texts);
  });

  test("has its own link, which is copied when followed", async ({ page }) => {
    await open(page, "/m/kpri/");
    await page.getByRole("link", { name: "Link to paragraph 6" }).focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${link}#p6`);
    await expect(said(page)).toContainText("Link to paragraph 6 copied");
    expect(await copied(page)).toBe(`${link}#p6`);
  });

  for (const scripts of [true, false]) {
    test.describe(scripts ? "with scripts" : "without scripts", () => {
      test.use({ javaScriptEnabled: scripts });

      test("is in view when its link is opened", async ({ page }) => {
        await page.goto("/m/kpri/#p8");
        await expect(page.locator("#p8")).toBeInViewport();
        await expect(page.locator("#p8")).toContainText("So, let us continue our struggle");
        await expect(page.locator("h1")).not.toBeInViewport();
      });
    });
  }
});

test.describe("a quotation", () => {
  const button = (page) => section(page).getByRole("button", { name: "Copy quotation" });
  /** Selects from one text to another, as a visitor would with the mouse. */
  const select = (page, from, to) =>
    page.evaluate(
      ([from, to]) => {
        const spot = (text, end) => {
          for (const node of document.querySelectorAll(".message-body p")) {
            const at = node.textContent.indexOf(text);
            if (at < 0) continue;
            const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
            let rest = at + (end ? text.length : 0);
            while (walker.nextNode()) {
              if (rest <= walker.currentNode.length) return [walker.currentNode, rest];
              rest -= walker.currentNode.length;
            }
          }
          throw new Error(`no ${text}`);
        };
        getSelection().setBaseAndExtent(...spot(from, false), ...spot(to, true));
      },
      [from, to],
    );
  const quoted = async (page, address, from, to) => {
    await open(page, address);
    await select(page, from, to);
    await button(page).click();
    await expect(said(page)).toContainText("Quotation copied");
    const text = await copied(page);
    return { text, link: text.slice(text.lastIndexOf(" ") + 1) };
  };

  test("contains the passage, its source and a link", async ({ page }) => {
    const from = "A flexible job market";
    const { text, link } = await quoted(page, "/m/kpri/", from, "precariat");
    expect(text).toMatch(/^“A flexible job market that adds a new oppressed class called the precariat.*”\n— /s);
    expect(text).toContain("Konfederasi Pergerakan Rakyat Indonesia (Indonesia), “Message to Parti");
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:4173\/m\/kpri\/#q5:~:text=/);
  });

  const passages = {
    "of one sentence": ["/m/kpri/", "It is the task", "vision of resistance to capitalism."],
    "over two paragraphs": ["/m/kpri/", "Our beloved PSM comrades,", "the climate crisis"],
    "with curly quotes": ["/m/kpri/", "disguises the", "the word ‘partner’"],
  };
  // Chromium hides text fragments from scripts. How the site finds them in browsers without support is
  // tested in crates/core/tests/quotation.rs.
  for (const [name, [address, from, to]] of Object.entries(passages)) {
    test(`${name} is found again`, async ({ page, context }) => {
      const { link } = await quoted(page, address, from, to);
      const reader = await context.newPage();
      await reader.goto(link);
      await expect(reader.locator(paragraphOf(link))).toBeInViewport();
      await expect(reader.locator("h1")).not.toBeInViewport();
    });
  }

  test("needs something selected, and says so", async ({ page }) => {
    await open(page, "/m/kpri/");
    await button(page).click();
    await expect(said(page)).toContainText("Select part of the text");
  });
});

test.describe("a citation", () => {
  test("is shown, copied, and offered to reference managers", async ({ page, request }) => {
    const cases = {
      // Several senders, one of no country.
      "international-peoples-assembly": ["International Peoples Assembly", "Mazdoor Kissan Party"],
      // Of no country.
      "progressive-international": ["Progressive International"],
      "socialist-popular-alliance-party-egypt": ["Socialist Popular Alliance Party"],
    };
    for (const [id, senders] of Object.entries(cases)) {
      await open(page, `/m/${id}/`);
      const cite = section(page).locator(".cite");
      for (const sender of senders) await expect(cite).toContainText(sender);
      await cite.getByRole("button", { name: "Copy citation" }).click();
      expect(await copied(page)).toBe(await cite.locator(".citation").textContent());
      const file = async (name) => {
        const href = await cite.getByRole("link", { name }).getAttribute("href");
        const response = await request.get(href);
        expect(response.status()).toBe(200);
        return response.text();
      };
      const [bibtex, ris, csl] = [await file("BibTeX"), await file("RIS"), await file("CSL-JSON")];
      const [item] = JSON.parse(csl);
      expect(item.author.map(({ literal }) => literal)).toEqual(expect.arrayContaining(senders));
      expect(item.URL).toBe(`${site}m/${id}/`);
      for (const sender of senders) {
        expect(bibtex).toContain(`{${sender}}`);
        expect(ris).toContain(`AU  - ${sender},`);
      }
    }
  });
});

test("print has the link and its QR code, and no controls", async ({ page }) => {
  await open(page, "/m/kpri/");
  await page.emulateMedia({ media: "print" });
  await expect(section(page).locator(".permalink")).toBeVisible();
  await expect(section(page).locator(".permalink")).toContainText(link);
  await expect(page.locator(".qr")).toBeVisible();
  for (const control of await page.getByRole("button").all()) await expect(control).toBeHidden();
  await expect(page.getByRole("link", { name: "WhatsApp" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Link to paragraph 2" })).toBeHidden();
});

for (const colorScheme of ["light", "dark"]) {
  test(`large text fits a narrow screen, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, "/m/international-peoples-assembly/");
    await doubleText(page);
    await expectAccessible(page);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBeLessThanOrEqual(360);
  });
}

/** The paragraph that the address points to. */
function paragraphOf(link) {
  return `#${new URL(link).hash.match(/[pq]\d+/)[0]}`;
}

/** Encodes all but the unreserved characters of RFC 3986. */
function encoded(text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
