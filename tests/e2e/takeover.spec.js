// The program takes over the page that the build wrote, even if it was altered since, or gives it up.
import { cards, expect, expectAlive, open, test } from "./fixtures.js";

const box = (page) => page.getByRole("searchbox", { name: "Search" });
const line = (page) => page.locator("#not-started");
const count = (page) => page.locator(".count [role=status]");

/** Serves pages altered, as some hosts do. */
async function rewritten(page, change) {
  await page.route(
    (url) => url.pathname.endsWith("/"),
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: change(await response.text()) });
    },
  );
}

test("an unaltered page is kept, node for node", async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener("DOMContentLoaded", () => {
      window.written = [...document.querySelectorAll("#app article, #app h1, #app .tile-link")];
    });
  });
  for (const address of ["/", "/countries/", "/about/", "/m/essf/"]) {
    await open(page, address);
    expect(await page.evaluate(() => window.written.length), address).toBeGreaterThan(0);
    expect(await page.evaluate(() => window.written.every((node) => node.isConnected)), address).toBe(true);
  }
});

for (const [host, change] of Object.entries({
  "leaves out comments": (html) => html.replace(/<!--[^]*?-->/g, ""),
  "leaves out spaces between elements": (html) => html.replace(/> +</g, "><"),
  "puts an element of its own into the page": (html) =>
    html.replace('<main id="main"', '<div class="toolbar">An advertisement</div><main id="main"'),
  "wraps parts of the text": (html) => html.replaceAll("Malaysia", "<span>Malaysia</span>"),
  "writes other line ends": (html) => html.replaceAll("\n", "\r\n"),
})) {
  test(`a host that ${host} does no harm`, async ({ page }) => {
    await rewritten(page, (html) => {
      const [head, body] = html.split("<body>");
      return `${head}<body>${change(body)}`;
    });
    await open(page, "/");
    await expect(line(page)).toBeHidden();
    await expect(cards(page)).toHaveCount(17);
    await box(page).fill("oxfam");
    await expect(cards(page)).toHaveCount(1);
    await expect(count(page)).toHaveText("1 of 17 messages");
    await page.locator("article.card a[id]").click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Party of the European Left");
    await page.goBack();
    await expect(cards(page)).toHaveCount(1);
    await open(page, "/m/essf/");
    await page.locator(".neighbour-next").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Nouveau Parti");
  });
}

test.describe("a program that panics", () => {
  test.use({ expectedErrors: [/unreachable|panicked|RuntimeError/] });

  /** Disables a browser feature that the program depends on. */
  const breakIt = (page) =>
    page.evaluate(() => {
      const refuse = () => {
        throw new DOMException("refused");
      };
      for (const name of ["insertBefore", "appendChild"]) Node.prototype[name] = refuse;
      Element.prototype.before = refuse;
      Document.prototype.createElement = refuse;
    });

  test("gives up the page: links work, nothing is empty, and the page says so", async ({ page }) => {
    await open(page, "/");
    await breakIt(page);
    await box(page).fill("oxfam").catch(() => {});
    await expect(line(page)).toBeVisible();
    await expect(line(page)).toContainText("stopped after an error");
    await expect(cards(page)).toHaveCount(17);
    await expect(count(page)).toHaveText("17 messages");
    await expect(box(page)).toBeHidden();
    await page.locator("article.card a[id]").first().click();
    await expect(page).toHaveURL("/m/socialist-alliance-australia/");
    await expectAlive(page);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Socialist Alliance");
  });

  test("reloads the page if it is not the one it started on", async ({ page }) => {
    await open(page, "/m/essf/");
    await page.locator(".neighbour-next").click();
    await expect(page).toHaveURL("/m/npa/");
    await breakIt(page);
    const anew = page.waitForEvent("load");
    await page.locator(".neighbour-next").click();
    await anew;
    await expect(page).toHaveURL("/m/cpiml-liberation/");
    await expectAlive(page);
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveCount(1);
    await expect(heading).toContainText("Communist Party of India (Marxist-Leninist) Liberation");
  });

  test("restores the page if it was still taking it over", async ({ page }) => {
    await page.addInitScript(() => {
      // The program walks the page with this.
      Object.defineProperty(Node.prototype, "nextSibling", { get: () => null });
    });
    await page.goto("/m/essf/");
    await expect(line(page)).toBeVisible();
    await expect(page.getByText("We have known you for many years")).toBeVisible();
    await page.locator(".neighbour-next").click();
    await expect(page).toHaveURL("/m/npa/");
  });
});

test("an error elsewhere is not blamed on the program", async ({ page }) => {
  await open(page, "/");
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new Error("of an extension") })));
  await expect(line(page)).toBeHidden();
});

test.describe("without WebAssembly", () => {
  test.beforeEach(({ page }) => page.addInitScript(() => delete globalThis.WebAssembly));

  test("the notice can be closed, and covers nothing", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto("/");
    await expect(line(page)).toContainText("your browser doesn’t support them");
    const covered = await page.evaluate(() => {
      const line = document.getElementById("not-started").getBoundingClientRect();
      const app = document.getElementById("app").getBoundingClientRect();
      return line.bottom > app.top + 1;
    });
    expect(covered).toBe(false);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(line(page)).not.toBeInViewport();
    await line(page).getByRole("button", { name: "Close" }).click();
    await expect(line(page)).toHaveCount(0);
  });

  test("controls that cannot work are hidden", async ({ page }) => {
    await page.goto("/?q=oxfam");
    await expect(line(page)).toBeVisible();
    await expect(cards(page).first()).toBeVisible();
    await expect(count(page)).toHaveText("17 messages");
    for (const role of ["searchbox", "combobox", "checkbox", "switch"]) {
      await expect(page.getByRole(role), role).toHaveCount(0);
    }
    await expect(page.locator("#app").getByRole("button")).toHaveCount(0);
    await page.goto("/m/essf/");
    await expect(line(page)).toBeVisible();
    await expect(page.locator("#app").getByRole("button")).toHaveCount(0);
  });

  test("a place leads to its messages", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: /^France/ }).first().click();
    await expect(page).toHaveURL("/countries/#place-FR");
    await expect(page.getByRole("heading", { name: "France" })).toBeInViewport();
  });

  test("the page says how to search without the program, and links to all texts", async ({ page }) => {
    await page.goto("/?q=oxfam");
    await line(page).getByRole("link", { name: "all messages on one page" }).click();
    await expect(page).toHaveURL("/booklet/");
    await expect(page.getByText("Oxfam")).toBeVisible();
  });
});

test.describe("on a slow line", () => {
  /** Holds the program back until the returned function is called. */
  async function held(page) {
    let release;
    const wait = new Promise((resolve) => (release = resolve));
    await page.route("**/*.wasm", async (route) => {
      await wait;
      await route.continue();
    });
    return release;
  }

  test("a query typed meanwhile is searched for", async ({ page }) => {
    for (const address of ["/", "/?q=climate", "/countries/", "/?country=FR"]) {
      const release = await held(page);
      await page.goto(address);
      await box(page).fill("");
      await box(page).pressSequentially("oxf");
      release();
      await expectAlive(page);
      await expect(box(page), address).toHaveValue("oxf");
      await expect(box(page), address).toBeFocused();
      await expect(count(page), address).toContainText(address.includes("FR") ? "0 of 17" : "1 of 17");
      await box(page).pressSequentially("am");
      await expect(box(page), address).toHaveValue("oxfam");
      await page.unrouteAll();
    }
  });

  test("a search in the address is in the box at once, and only its own results are shown", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const release = await held(page);
    await page.goto("/?q=oxfam");
    await expect(box(page)).toHaveValue("oxfam");
    await expect(page.locator(".count")).toBeInViewport();
    await expect(page.locator(".count")).toHaveText("Searching …", { useInnerText: true });
    await expect(cards(page).first()).toBeHidden();
    release();
    await expect(count(page)).toHaveText("1 of 17 messages");
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page).first()).toBeVisible();
  });

  test("a search erased meanwhile is not run", async ({ page }) => {
    const release = await held(page);
    await page.goto("/?q=oxfam");
    await box(page).fill("");
    release();
    await expectAlive(page);
    await expect(count(page)).toHaveText("17 messages");
    await expect(box(page)).toHaveValue("");
  });

  test("a button pressed meanwhile takes effect", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const release = await held(page);
    await page.goto("/m/essf/");
    await page.getByRole("button", { name: "Copy link" }).first().click();
    release();
    await expect(page.getByText("Link copied")).toBeVisible();
  });

  test("an order chosen meanwhile takes effect", async ({ page }) => {
    const release = await held(page);
    await page.goto("/");
    await page.locator("select").selectOption({ value: "length" });
    release();
    await expectAlive(page);
    await expect(cards(page).first()).toHaveText("Vänsterpartiet");
    await expect(page.locator("select")).toHaveValue("length");
  });

  test("a place chosen meanwhile leads to its messages", async ({ page }) => {
    await held(page);
    await page.goto("/");
    await page.getByRole("link", { name: /^France/ }).first().click();
    await expect(page).toHaveURL("/countries/#place-FR");
  });
});
