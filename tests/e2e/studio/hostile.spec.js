// Hostile and damaged files, and a browser that lets the studio down: each gets a sentence with a cure, the page lives,
// and what was there before stays.
import { execFileSync } from "node:child_process";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { choose, drop, expect, expectAccessible, expectPreview, file, open, table, test } from "./fixtures.js";
import { repository } from "./saving.js";

const documents = join(repository, "tests/collections/documents");
const rows = (page) => page.locator(".messages > li");
const report = (page) => page.getByRole("dialog");
const sender = (page) => page.getByLabel("Sender, in its own language").first();

/** Begins with the table, whose second message is open. */
async function begin(page) {
  await open(page);
  await choose(page, file("answers.csv", table));
  await page.getByRole("button", { name: /Harmonia/ }).click();
  await expect(sender(page)).toHaveValue("Harmonia");
}

/** The page answers, and has what it had. */
async function lives(page) {
  await expect(rows(page)).toHaveCount(2);
  await sender(page).fill("Harmonia do Porto");
  await expect(page.getByRole("button", { name: /Harmonia do Porto/ })).toBeVisible();
  await expectPreview(page, "Harmonia do Porto");
}

/** Makes a ZIP of files in a folder of the test. */
function zipped(folder, name, ...files) {
  execFileSync("zip", ["-q", "-9", name, ...files], { cwd: folder });
  return readFileSync(join(folder, name));
}

const laughs = ["<!DOCTYPE lolz [", '<!ENTITY lol "lol">',
  ...Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ""};`.repeat(10)}">`), "]>"].join("\n");
const outside = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

/** Files that cannot be read: the bytes of each, and what is said of it. */
const refused = {
  "laughs.xml": () => `<?xml version="1.0"?>\n${laughs}\n<rss version="2.0"><channel><title>&lol9;</title></channel></rss>`,
  "outside.xml": () => `<?xml version="1.0"?>\n${outside}\n<rss version="2.0"><channel><title>&x;</title></channel></rss>`,
  "paper.csv": () => Buffer.concat([Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1"), Buffer.alloc(5000, 0x8f)]),
  "empty.csv": () => "",
  "empty.txt": () => "",
  "empty.docx": () => "",
  "broken.xlsx": () => readFileSync(join(documents, "answers.xlsx")).subarray(0, 3000),
  "broken.zip": () => Buffer.from("PK\x03\x04 and then nothing"),
  "old.doc": () => Buffer.from("d0cf11e0a1b11ae1", "hex"),
  "noise.txt": () => Buffer.alloc(20e6, Buffer.from("0001fffe80c3288190", "hex")),
};

for (const [name, content] of Object.entries(refused)) {
  test(`${name} is refused with a sentence`, async ({ page }) => {
    await begin(page);
    await choose(page, file(name, content()));
    await expect(page.locator(".notices")).toContainText(`${name}: `, { timeout: 60_000 });
    const said = await page.locator(".notices").innerText();
    test.info().annotations.push({ type: "said", description: said });
    expect(said).toContain("No message was found, and nothing was changed.");
    expect(said).not.toMatch(/root:|panicked|unreachable|unexpectedly|undefined|NaN/);
    await lives(page);
  });
}

test("a ZIP of a gigabyte of zeros is not unpacked", async ({ page }, info) => {
  test.setTimeout(120_000);
  const folder = info.outputPath(".");
  writeFileSync(join(folder, "zeros.txt"), "");
  truncateSync(join(folder, "zeros.txt"), 2 ** 30);
  const bomb = zipped(folder, "bomb.zip", "zeros.txt");
  expect(bomb.length).toBeLessThan(2e6);
  await begin(page);
  await drop(page, ".drop-zone", { name: "bomb.zip", buffer: bomb });
  await expect(page.locator(".notices")).toContainText("bomb.zip", { timeout: 60_000 });
  info.annotations.push({ type: "said", description: await page.locator(".notices").innerText() });
  await expect(page.locator(".notices")).toContainText("nothing was changed");
  await lives(page);
});

test("a Word file with entities that grow is refused", async ({ page }, info) => {
  const folder = info.outputPath(".");
  writeFileSync(join(folder, "letter.docx"), readFileSync(join(documents, "letter.docx")));
  execFileSync("mkdir", ["-p", join(folder, "word")]);
  const body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&lol9;</w:t></w:r></w:p></w:body></w:document>';
  writeFileSync(join(folder, "word/document.xml"), `<?xml version="1.0"?>\n${laughs}\n${body}`);
  const letter = zipped(folder, "letter.docx", "word/document.xml");
  await begin(page);
  await choose(page, { name: "letter.docx", mimeType: "", buffer: letter });
  await expect(page.locator(".notices")).toContainText("letter.docx", { timeout: 60_000 });
  info.annotations.push({ type: "said", description: await page.locator(".notices").innerText() });
  await expect(page.locator(".notices")).toContainText("nothing was changed");
  await lives(page);
});

test("a bad file beside good ones is named, and the others are taken", async ({ page }) => {
  await open(page);
  await choose(page, file("answers.csv", table), file("broken.xlsx", "PK\x03\x04"), file("empty.txt", ""));
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("contentinfo").getByRole("button", { name: /on the last import$/ }).click();
  await expect(report(page).locator(".report-source").filter({ hasText: "broken.xlsx" })).toBeVisible();
  await expect(report(page).locator(".report-source").filter({ hasText: "empty.txt" })).toBeVisible();
  await expectAccessible(page, "dialog[open]");
});

test("what stands beside a NUL is kept", async ({ page }) => {
  await open(page);
  await choose(page, file("letter.txt", "Dear friends,\n\nIn\0 solidarity.\n\nThe end.\n"));
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "Paragraph 2", exact: true })).toHaveValue("In solidarity.");
  await expect(page.getByRole("textbox", { name: "Paragraph 3", exact: true })).toHaveValue("The end.");
  await expect(page.getByRole("contentinfo")).toContainText("letter.txt");
});

test.describe("a worker that stops", () => {
  /** The programs of the studio trap, as they do without memory, while the page says so. */
  const trapping = () => {
    const Real = window.Worker;
    window.traps = false;
    window.Worker = class extends Real {
      postMessage(request, ...more) {
        if (!window.traps) return super.postMessage(request, ...more);
        const data = { id: request.id, error: "unreachable", stopped: true };
        setTimeout(() => this.onmessage?.(new MessageEvent("message", { data })));
      }
    };
  };

  test("is started again, and nothing is lost", async ({ page }) => {
    await page.addInitScript(trapping);
    await begin(page);
    await page.evaluate(() => (window.traps = true));
    await sender(page).fill("Harmonia Lisboa");
    await choose(page, file("more.csv", "sender,message\nCoro Alto,Ciao\n"));
    await expect(page.locator(".notices")).toContainText("stopped unexpectedly. Nothing is lost: please try again.");
    await expect(rows(page)).toHaveCount(2);
    await expect(sender(page)).toHaveValue("Harmonia Lisboa");
    await page.evaluate(() => (window.traps = false));
    await lives(page);
    await choose(page, file("more.csv", "sender,message\nCoro Alto,Ciao\n"));
    await expect(rows(page)).toHaveCount(3);
  });

  test("that never answers can be given up", async ({ page }) => {
    await page.addInitScript(trapping);
    await begin(page);
    await page.evaluate(() => {
      window.Worker.prototype.postMessage = () => {};
    });
    await choose(page, file("more.csv", "sender,message\nCoro Alto,Ciao\n"));
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(rows(page)).toHaveCount(2);
    await expect(page.getByText("saved on this computer")).toBeVisible();
  });
});

test.describe("without a connection", () => {
  test.use({ serviceWorkers: "allow" });

  test("everything goes on, from the import to the ZIP", async ({ page, context }) => {
    test.setTimeout(240_000);
    await open(page);
    const isKept = async () => Boolean((await navigator.serviceWorker.getRegistration())?.active);
    await expect.poll(() => page.evaluate(isKept), { timeout: 120_000 }).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await begin(page);
    await lives(page);
    await page.getByRole("button", { name: "Title, place, colours" }).click();
    await page.getByLabel("Title", { exact: true }).fill("Letters");
    const downloading = page.waitForEvent("download", { timeout: 120_000 });
    await page.getByRole("button", { name: "Save site (ZIP)" }).click();
    expect((await downloading).suggestedFilename()).toBe("letters.zip");
    await expect(page.getByText("saved on this computer")).toBeAttached();
  });
});

test.describe("a connection that fails too early", () => {
  test.use({ expectedErrors: [/Failed to (load resource|fetch)|ERR_(FAILED|INTERNET_DISCONNECTED)/] });

  test("is said, and the import works as soon as it is back", async ({ page }) => {
    await page.route(/importer/, (route) => route.abort());
    await open(page);
    await choose(page, file("answers.csv", table));
    await expect(page.locator(".notices")).toContainText("Check the connection, then try again.");
    await page.unroute(/importer/);
    await begin(page);
    await lives(page);
  });
});
