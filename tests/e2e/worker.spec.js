// The service worker, with networks, hosts and stores that misbehave.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, dataset, expect, expectAccessible, expectAlive, own, paragraphs } from "./fixtures.js";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const wasm = readdirSync(dist).find((name) => name.endsWith(".wasm"));
const data = readdirSync(dist).find((name) => /^messages-.*\.json$/.test(name));
const [first] = dataset.messages;
const last = dataset.messages.at(-1);
const page1 = `m/${first.id}/`;
const page2 = `m/${last.id}/`;
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const html = (text) => ({ type: types[".html"], body: `<!doctype html><title>${text}</title><h1>${text}</h1>` });

const test = base.extend({
  // Tests run in parallel, each Playwright worker with its own host.
  baseURL: async ({}, use, { parallelIndex }) => use(`http://127.0.0.1:${4180 + parallelIndex}/`),
  // A host for the built site. `answer` can change its responses: given the path and the response, it
  // returns another, a promise of one, or "nothing" to close the connection.
  host: async ({ baseURL }, use) => {
    const host = { answer: () => undefined, asked: [] };
    const server = createServer(async (request, response) => {
      const path = new URL(request.url, baseURL).pathname.slice(1);
      host.asked.push(path);
      const asked = join(dist, path);
      const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, "index.html") : asked;
      const there = existsSync(file) && !host.gone?.includes(path);
      const sent = there ? file : join(dist, "404.html");
      const usual = {
        status: there ? 200 : 404,
        type: types[extname(sent)] ?? "application/octet-stream",
        body: readFileSync(sent),
        headers: {},
      };
      const answer = await host.answer(path, usual);
      if (answer === "nothing") return void response.destroy();
      const { status, type, body, headers } = { ...usual, ...answer };
      response.writeHead(status, { "content-type": type, "cache-control": "no-cache", ...headers }).end(body);
    });
    await new Promise((resolve) => server.listen(new URL(baseURL).port, "127.0.0.1", resolve));
    await use(host);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

test.use({ expectedErrors: [/Failed to load resource|ERR_|integrity|MIME type|Failed to fetch|ServiceWorker|fetching the script/] });

/** Visits the home page and waits until the service worker has stored its files. */
async function visit(page) {
  await page.goto("");
  await expectAlive(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) =>
    active.state === "activated" || new Promise((resolve) => active.addEventListener("statechange", resolve)),
  ));
}

async function expectMessage(page, message) {
  await expect(page.getByRole("heading", { level: 1 })).toContainText(own(message));
  await expect(page.locator(".message-body")).toContainText(paragraphs(message)[0].trim().slice(0, 40));
}

/** Prepends a script to the service worker. */
const withPrologue = (prologue) => (path, { body }) =>
  path === "sw.js" ? { body: `${prologue}\n${body}` } : undefined;

/** Another deployment, in which every page has one word changed. */
const deployed = (path, { type, body }) =>
  type.startsWith("text/html") ? { body: String(body).replaceAll("All messages as a feed", "Feed of another deployment") } : {};

const stores = {
  "is full": `Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));`,
  "never answers": `let on = false;
    addEventListener("activate", () => (on = true));
    const { put } = Cache.prototype;
    Cache.prototype.put = function (...of) { return on ? new Promise(() => {}) : put.apply(this, of); };`,
  "cannot be opened": `CacheStorage.prototype.open = () => Promise.reject(new DOMException("no", "SecurityError"));`,
};

for (const [how, prologue] of Object.entries(stores)) {
  test(`a store that ${how} does not affect the visit`, async ({ page, host }) => {
    host.answer = withPrologue(prologue);
    await visit(page);
    for (let visits = 0; visits < 3; visits += 1) {
      await page.goto(page2);
      await expectMessage(page, last);
      await expectAlive(page);
    }
    host.answer = (path, usual) => withPrologue(prologue)(path, usual) ?? deployed(path, usual);
    host.gone = [page1];
    for (let visits = 0; visits < 3; visits += 1) {
      await page.goto("");
      await expect(page.getByText("another deployment")).toBeVisible();
      expect((await page.goto(page1)).status()).toBe(404);
    }
  });
}

test("a host that says `Vary: *` is visited, changed and read offline as any other", async ({ page, host, context }) => {
  const vary = { headers: { vary: "*" } };
  host.answer = () => vary;
  await visit(page);
  await page.goto(page2);
  host.answer = (path, usual) => ({ ...deployed(path, usual), ...vary });
  await page.goto("");
  await expect(page.getByText("another deployment")).toBeVisible();
  await context.setOffline(true);
  await page.goto("");
  await expect(page.getByText("another deployment")).toBeVisible();
  await expectAlive(page);
});

test("a page in place of the program is not stored", async ({ page, host, context }) => {
  let asked = 0;
  // The page gets the program, but both requests that fill the store get something else.
  host.answer = (path) => {
    if (path !== wasm) return undefined;
    asked += 1;
    return asked === 1 ? { headers: { "cache-control": "no-store" } } : { ...html("Log in"), headers: { "cache-control": "no-store" } };
  };
  await visit(page);
  expect(asked).toBeGreaterThan(1);
  host.answer = () => undefined;
  await page.goto("");
  await expectAlive(page);
  await expect.poll(() => kept(page, wasm)).toBe(true);
  await context.setOffline(true);
  await page.goto(page2);
  await expectAlive(page);
  await expectMessage(page, last);
});

/** Whether any store has a file. */
function kept(page, path) {
  return page.evaluate(async (path) => !!(await caches.match(path)), path);
}

for (const what of ["a page", "half of it", "an error"]) {
  test(`${what} stored in place of the program is deleted`, async ({ page, host, context }) => {
    await visit(page);
    await page.evaluate(
      async ({ wasm, what }) => {
        const answers = {
          "a page": ["<h1>Log in</h1>", { headers: { "content-type": "text/html" } }],
          "half of it": ["\0asm", { headers: { "content-type": "application/wasm" } }],
          "an error": ["", { status: 500 }],
        };
        const [name] = await caches.keys();
        await (await caches.open(name)).put(wasm, new Response(...answers[what]));
      },
      { wasm, what },
    );
    host.asked.length = 0;
    await page.goto("");
    await expectAlive(page);
    expect(host.asked).toContain(wasm);
    await expect.poll(() => kept(page, wasm)).toBe(true);
    await context.setOffline(true);
    await page.goto("");
    await expectAlive(page);
  });
}

test("files that a host refuses do not affect the others", async ({ page, host, context }) => {
  host.answer = (path) => ({ "land.svg": { status: 500 }, "icon.svg": html("Log in"), "about/": "nothing" })[path];
  await visit(page);
  await context.setOffline(true);
  await page.goto(page2);
  await expectMessage(page, last);
  await page.goto("countries/");
  await expectAlive(page);
  // The missing files are stored at a later visit.
  await context.setOffline(false);
  host.answer = () => undefined;
  await page.goto("");
  await expect.poll(() => kept(page, "about/")).toBe(true);
});

test("a network's login page is shown, but replaces no stored page", async ({ page, host, context }) => {
  await visit(page);
  host.answer = () => html("Log in to this network");
  await page.goto("");
  await expect(page.getByRole("heading", { name: "Log in" })).toBeVisible();
  await page.goto(page2);
  await expect(page.getByRole("heading", { name: "Log in" })).toBeVisible();
  await context.setOffline(true);
  await page.goto("");
  await expectAlive(page);
  await expect(page.locator("article.card").first()).toBeVisible();
  await page.goto(page2);
  await expectMessage(page, last);
});

test("a changed picture or font is updated", async ({ page, host, context }) => {
  await visit(page);
  await page.goto("");
  const land = () => page.evaluate(() => fetch("land.svg").then((response) => response.text()));
  const before = await land();
  host.answer = (path, { body }) => (path === "land.svg" ? { body: `${body}<!-- changed -->` } : undefined);
  expect(await land()).toBe(`${before}<!-- changed -->`);
  await context.setOffline(true);
  expect(await land()).toBe(before);
});

test("a message on a slow network is waited for, with no error page instead", async ({ page, host }) => {
  await visit(page);
  host.answer = async (path) => void (path === page2 && (await new Promise((resolve) => setTimeout(resolve, 7000))));
  const response = await page.goto(page2);
  expect(await response.text()).toContain(`data-page="${page2}"`);
  await expectMessage(page, last);
});

test("the stored page is shown if the network takes too long", async ({ page, host }) => {
  await visit(page);
  await page.goto(page2);
  await expect.poll(() => kept(page, page2)).toBe(true);
  let release;
  const held = new Promise((resolve) => (release = resolve));
  host.answer = async (path) => void (path === page2 && (await held));
  await page.goto(page2);
  await expectMessage(page, last);
  release();
});

test("messages can be read online and offline, including unvisited ones", async ({ page, host, context }) => {
  await visit(page);
  await page.goto(page1);
  await expectMessage(page, first);
  await expect.poll(() => kept(page, page1)).toBe(true);
  await context.setOffline(true);
  for (const [path, message] of [[page1, first], [page2, last]]) {
    await page.goto(path);
    await expectMessage(page, message);
    await expectAlive(page);
  }
  expect(host.asked).toContain(page1);
});

test("offline, a page is found however a host writes its address", async ({ page, host, context }) => {
  await visit(page);
  await page.goto(page1);
  await expect.poll(() => kept(page, page1)).toBe(true);
  host.asked.length = 0;
  await context.setOffline(true);
  for (const path of [page1.slice(0, -1), `${page1}index.html`, `${page1}?utm_source=choir`]) {
    await page.goto(path);
    await expectMessage(page, first);
  }
  for (const path of ["about", "about/index.html", "index.html"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText("offline");
  }
  expect(host.asked).toEqual([]);
});

test("offline, the booklet is available, and a page that is not stored says so", async ({ page, host, context }) => {
  await visit(page);
  // As if the store had been cleared but for the page that says it.
  await page.evaluate(async (data) => {
    const [name] = await caches.keys();
    await (await caches.open(name)).delete(data);
  }, data);
  await context.setOffline(true);
  await page.goto("booklet/");
  await expect(page.locator("article.message")).toHaveCount(dataset.messages.length);
  // Online the page exists, so it is not called missing.
  await page.goto(page2);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("offline");
  await expect(page.getByText("isn’t available offline")).toBeVisible();
  await expect(page.getByText("Nothing is kept")).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "All messages", exact: true }).click();
  await expect(page.locator("article.card").first()).toBeVisible();
  expect(host.asked).not.toContain(page2);
});

test("what the site does not list goes to the network as if there were no service worker", async ({ page, host, context }) => {
  await visit(page);
  const other = readFileSync(join(dist, "../target/second/site/index.html"));
  host.answer = (path) => {
    if (path.endsWith(".svg")) return { status: 200, type: types[".svg"], body: "<svg xmlns='http://www.w3.org/2000/svg'/>" };
    if (path.endsWith(".js") && path !== "sw.js") return { status: 200, type: types[".js"], body: "another()" };
    return { status: 200, type: types[".html"], body: other };
  };
  const others = ["another/", "another/about/", "m/", "m/a-later-message/", "m/a-later-message/qr.svg", `${page1}more/`, "another"];
  // The program of another site is not there.
  await page.route("**/another/**", (route) => (route.request().resourceType() === "script" ? route.abort() : route.continue()));
  for (const path of others) await page.goto(path);
  const files = ["another/land.svg", "another/program-0123456789abcdef.js", `${page1}more/qr.svg`];
  await page.evaluate((files) => Promise.all(files.map((file) => fetch(`/${file}`).then((answer) => answer.text()))), files);
  host.answer = () => undefined;
  await page.goto("");
  for (const path of others) expect(await kept(page, path)).toBe(false);
  await context.setOffline(true);
  for (const path of others) {
    const another = await context.newPage();
    await expect(another.goto(path)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
    await another.close();
  }
  await page.goto("");
  for (const path of files) {
    expect(await kept(page, path)).toBe(false);
    expect(await page.evaluate((path) => fetch(`/${path}`).then(() => "answered", () => "refused"), path)).toBe("refused");
  }
});

const wrong = {
  "a network's login page": html("Log in to this network"),
  "a network's login page with status 511": { ...html("Log in"), status: 511 },
  "a redirect to another page": { status: 302, headers: { location: "/countries/index.html" } },
  "a page of another site like this": { body: readFileSync(join(dist, "../target/second/site/index.html")) },
};
for (const [what, answer] of Object.entries(wrong)) {
  test(`${what} is never kept as a page, at the first visit or later`, async ({ page, host, context }) => {
    const isPage = (path) => /(^|\/)$|[^x]\.html$/.test(path);
    // The visitor gets the first page; what fills the store does not.
    let first = true;
    host.answer = (path) => {
      if (!isPage(path)) return undefined;
      if (first) return void (first = false);
      return answer;
    };
    await visit(page);
    for (const path of ["", "about/", "404.html"]) expect(await kept(page, path)).toBe(false);
    host.answer = () => undefined;
    await page.goto(page1);
    await expect.poll(() => kept(page, "")).toBe(true);
    await expect.poll(() => kept(page, page1)).toBe(true);
    host.answer = (path) => (isPage(path) ? answer : undefined);
    for (const path of ["", page1]) await page.goto(path).catch(() => {});
    await context.setOffline(true);
    await page.goto(page1);
    await expectMessage(page, dataset.messages[0]);
    await page.goto("");
    await expect(page.locator("article.card")).toHaveCount(dataset.messages.length);
  });
}

test("a new version fetches only the files that have changed", async ({ page, host, context }) => {
  await visit(page);
  // On the first page of a first visit there is no service worker yet.
  await page.goto("");
  const land = `${readFileSync(join(dist, "land.svg"))}<!-- changed -->`;
  const digest = createHash("sha256").update(land).digest("hex").slice(0, 16);
  host.answer = (path, { body }) => {
    if (path === "land.svg") return { body: land };
    if (path !== "sw.js") return undefined;
    const script = String(body).replace(/VERSION = "\w+"/, 'VERSION = "another"');
    return { body: script.replace(/("land.svg":)"\w+"/, `$1"${digest}"`) };
  };
  host.asked.length = 0;
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()));
  const waits = () => page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration()).waiting);
  await expect.poll(waits).toBe(true);
  expect(host.asked).toContain("land.svg");
  // The page itself may ask for its icon.
  expect(host.asked.filter((path) => /\.(woff2|wasm|json)$/.test(path))).toEqual([]);
  await page.goto("about:blank");
  await context.setOffline(true);
  await page.goto("");
  await expectAlive(page);
  expect(await page.evaluate(() => fetch("land.svg").then((answer) => answer.text()))).toBe(land);
});

for (const [where, open] of Object.entries({
  "a page that is opened": (page) => page.goto(page2),
  // On the first page of a first visit there is no service worker yet.
  "a page that the first one leads to": (page) => page.locator(".card-heading a").first().click(),
})) {
  test(`a picture that is not stored leaves no broken image on ${where}`, async ({ page, host, context }) => {
    await visit(page);
    await context.setOffline(true);
    await open(page);
    await expect(page.locator(".message")).toBeVisible();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const code = page.locator(".qr");
    await expect.poll(() => code.evaluate(({ complete }) => complete)).toBe(true);
    await expect(code).toBeHidden();
    expect(host.asked.filter((path) => path.endsWith("qr.svg"))).toEqual([]);
  });
}

test("a host can turn it off", async ({ page, host, context, baseURL }) => {
  await visit(page);
  await page.evaluate(() => caches.open("of another site"));
  const off = readFileSync(new URL("../../docs/sw-off.js", import.meta.url));
  host.answer = (path) => (path === "sw.js" ? { body: off } : undefined);
  await page.goto("");
  // The browser looks for a new worker when the page has loaded, in its own time.
  await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: 20_000 }).toEqual(["of another site"]);
  await page.goto("about:blank");
  await page.goto(baseURL);
  await expectAlive(page);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await context.setOffline(true);
  await expect(page.goto("")).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});
