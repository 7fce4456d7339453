// The guide for organisers, gone through from a spreadsheet to a site: it names the buttons and headings that the page
// has at each step. UPDATE_PICTURES=1 takes its pictures.
import { spawn } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { drop, expect, expectPreview, file, open, test } from "./fixtures.js";
import { repository, saveSite } from "./saving.js";

const guide = readFileSync(join(repository, "docs/organisers.md"), "utf8");
const address = "http://127.0.0.1:4183/some/path/";

test.use({ viewport: { width: 1280, height: 800 }, colorScheme: "light", serviceWorkers: "allow" });

/** As it came from a spreadsheet: a country is misspelt, and a signature is missing. */
const greetings = [
  "sender,country,message,signed by,position,language",
  'Harmonia,Portugal,"Caros amigos,\n\nMuitos parabéns pelos vossos cinquenta anos!",Inês Sá,Maestrina,pt',
  '"Suara Pelabuhan",Malaysia,"Sahabat sekalian,\n\nKami mengucapkan selamat ulang tahun.",Aminah Yusof,Pengerusi,ms',
  '"Malmö Hamnkör",Swedem,"Dear friends,\n\nFifty years of songs, and we have heard them across the water.",,,en',
  '"De Meeuw",Netherlands,"Dear singers,\n\nWe raise a glass, and then our voices.",Joost Bakker,Secretary,en',
].join("\n");

/** What the page calls its buttons, links, fields and headings, without what is only said. */
const names = (page) => page.locator("button, a, summary, label, legend, strong, h1, h2, h3").evaluateAll((all) =>
  all.filter((element) => element.checkVisibility()).flatMap((element) => {
    const copy = element.cloneNode(true);
    for (const said of copy.querySelectorAll(".vh")) said.remove();
    const text = (element) => element.textContent.replace(/\s+/g, " ").trim().replace(/^\d+ /, "");
    return [text(copy), ...[...copy.querySelectorAll("span")].map(text)];
  }));

/** Takes note of what the page has, while a section of the guide is gone through. */
class Walk {
  seen = new Map();

  async at(section, page, picture) {
    const seen = this.seen.get(section) ?? new Set();
    for (const name of await names(page)) seen.add(name);
    this.seen.set(section, seen);
    if (picture && process.env.UPDATE_PICTURES) {
      const path = join(repository, "docs", `studio-${picture}.png`);
      await page.screenshot({ path, animations: "disabled", caret: "hide" });
    }
  }

  /** Sees that each section names nothing that was not there. */
  check() {
    const sections = guide.split(/^## /m).slice(1).map((text) => [text.split("\n")[0], text]);
    expect(sections.map(([title]) => title)).toEqual([...this.seen.keys()]);
    for (const [title, text] of sections) {
      const plain = text.replace(/\s+/g, " ").replaceAll(/`[^`]*`|\*\*(?!\*)[^*]*\*\*/g, "");
      const named = [...plain.matchAll(/\*([^*]+)\*/g)].map(([, name]) => name);
      expect.soft(named.filter((name) => !this.seen.get(title).has(name)), title).toEqual([]);
    }
  }
}

test("the guide leads from a spreadsheet to a site, and calls everything by its name", async ({ page, context }, info) => {
  test.setTimeout(400_000);
  const walk = new Walk();
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  const close = () => page.locator("dialog[open]").getByRole("button", { name: "Close" }).click();
  const row = (name) => page.locator(".messages").getByRole("button", { name });

  const start = "1. Open the studio, and drop what you have";
  await open(page);
  await walk.at(start, page, "start");
  await drop(page, ".drop-zone", file("greetings.csv", greetings));
  await expect(page.getByRole("heading", { name: "4 messages" })).toBeVisible();
  await page.getByRole("contentinfo").getByRole("button", { name: /on the last import$/ }).click();
  await expect(page.getByRole("dialog")).toContainText("greetings.csv");
  await page.keyboard.press("Escape");

  const correct = "2. Correct";
  await row(/Malmö Hamnkör/).click();
  await expect(page.getByText("No country is called “Swedem”.")).toBeVisible();
  // What was said of the import goes by itself.
  await expect(page.locator(".notices .notice")).toHaveCount(0, { timeout: 15_000 });
  await walk.at(correct, page, "correct");
  await press("Sweden");
  await expect(row(/Malmö Hamnkör/)).toContainText("Sweden");
  await expect(page.getByRole("button", { name: /to correct/ })).toHaveCount(0);
  await expect(page.locator(".count", { hasText: "to look at" })).toBeVisible();
  const more = page.getByLabel("More for paragraph 1", { exact: true }).first();
  await more.click();
  await walk.at(correct, page);
  await more.click();
  await press("Add a signature");
  await page.getByLabel("Signed by").fill("Åsa Lind");
  await expectPreview(page, "Åsa Lind");
  await walk.at(correct, page);

  const common = "3. Title, place, colours";
  await press("Title, place, colours");
  const fields = [
    ["Title", "Greetings to the Harbour Choir"],
    [/^Name, such as/, "50th anniversary"],
    ["Place", "Bergen"],
    ["First day", "2027-05-01"],
    ["Last day", "2027-05-02"],
  ];
  for (const [label, value] of fields) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel("Address of the site (optional)").fill(address);
  const host = page.getByRole("group", { name: "Who received the messages" });
  await host.getByLabel("Name", { exact: true }).fill("Harbour Choir");
  await host.getByRole("combobox", { name: "Country" }).selectOption({ label: "Norway" });
  await page.getByLabel("On light screens").first().fill("#005a9c");
  await page.getByLabel("On light screens").last().fill("#00508c");
  await expect(page.getByLabel("On light screens").first()).toHaveAccessibleDescription(/read\.$/);
  await expectPreview(page, "1–2 May 2027");
  await page.getByLabel("Title", { exact: true }).focus();
  await expect(page.getByText("saved on this computer")).toBeVisible();
  await walk.at(common, page, "collection");

  const take = "4. Try it, and save it";
  await walk.at(take, page);
  await press("Try it");
  const link = page.getByRole("link", { name: "Open the site" });
  await expect(link).toBeVisible({ timeout: 120_000 });
  await walk.at(take, page);
  const opening = context.waitForEvent("page");
  await link.click();
  const tried = await opening;
  await visit(tried);
  await tried.close();
  await close();
  const site = info.outputPath("site");
  await saveSite(page, site);

  const publish = "5. Put it on the web";
  await expect(page.getByRole("heading", { name: "What to do next" })).toBeVisible();
  await page.locator("summary").filter({ hasText: "Netlify Drop" }).click();
  await walk.at(publish, page, "next");
  const ways = await page.locator(".way summary strong").allTextContents();
  expect([...guide.matchAll(/^- \*\*(.*?)\*\*/gm)].map(([, way]) => way)).toEqual(ways);
  await close();
  const server = spawn("node", [join(repository, "tests/e2e/server.js"), "4183", site, "some/path"]);
  try {
    const visitor = await context.newPage();
    await expect(async () => visitor.goto(address)).toPass();
    await visit(visitor);
    await visitor.close();
  } finally {
    server.kill();
  }

  const again = "6. Come back";
  const kept = page.url();
  await press("All collections");
  await expect(page.getByRole("heading", { name: "Saved on this computer" })).toBeVisible();
  await walk.at(again, page);
  await walk.at(correct, page);

  const trouble = "If something goes wrong";
  await page.goto(kept);
  await expect(row(/De Meeuw/)).toBeVisible();
  const second = await context.newPage();
  await second.goto(kept);
  await expect(second.getByText(/open in another tab/)).toBeVisible();
  await walk.at(trouble, second);
  await second.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await open(second);
  await drop(second, ".drop-zone", { name: "again.zip", buffer: readFileSync(`${site}.zip`) });
  await expect(second.locator(".head-title")).toHaveText("Greetings to the Harbour Choir");
  await expect(second.getByText(/^not saved/)).toBeVisible();
  await walk.at(trouble, second);
  walk.check();
});

/** Uses the site as a visitor: finds a message, and opens it. */
async function visit(site) {
  await expect(site.locator(":root[data-program=alive]")).toBeAttached();
  await expect(site.getByRole("heading", { level: 1 })).toHaveText("Greetings to the Harbour Choir");
  await site.getByRole("searchbox").fill("Hamnkor");
  await expect(site.locator(".card:visible")).toHaveCount(1);
  await site.getByRole("link", { name: /Malmö Hamnkör/ }).first().click();
  await expect(site.locator(".signatory")).toHaveText("Åsa Lind");
}

test("the pictures of the guide are there, and light", () => {
  const pictures = [...guide.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path);
  expect(pictures).toHaveLength(4);
  for (const path of pictures) expect(statSync(join(repository, "docs", path)).size, path).toBeLessThan(150_000);
});
