// Measures the studio from the organiser's side, each figure beside its goal. Usage: node studio.js STUDIO CSV LARGE,
// where CSV has 17 messages and LARGE is a messages.json of 1,000. Milliseconds depend on the machine.
import { chromium } from "playwright-core";
import { host, slow } from "./host.js";

const [studio, csv, large] = process.argv.slice(2);
const PORT = 4190;
const server = await host(studio, PORT);
const browser = await chromium.launch({
  executablePath: process.env.CHROME || "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  console.log("| what | figure | goal |\n| --- | --- | --- |");
  // The host compresses files when they are first asked for.
  const page = await opened();
  await start();
  await firstPreview(page);
  await keystrokes(page);
  say("ZIP of 17 with pictures", `${seconds(await zip(page))} s`, "3 s");
  await page.close();
  await thousand();
} finally {
  await browser.close();
  server.close();
}

/** A first visit with a slow line and a slow processor. */
async function start() {
  const page = await newPage();
  const client = await page.context().newCDPSession(page);
  await slow(client);
  await page.goto(`http://127.0.0.1:${PORT}/`, { waitUntil: "commit" });
  await page.locator("input[type=file]").first().waitFor({ state: "attached" });
  const time = await page.evaluate(() => performance.now());
  say("page usable, 9 Mbit/s, processor ÷ 4", `${seconds(time)} s`, "2.5 s");
  await page.close();
}

/** From choosing a table to its first message as a page, with the programs fetched before, as while one looks. */
async function firstPreview(page) {
  await page.waitForTimeout(3000);
  const begin = Date.now();
  await choose(page, csv);
  await preview(page).locator("p").first().waitFor();
  say("CSV of 17 to first preview", `${seconds(Date.now() - begin)} s`, "0.5 s");
}

/** From a letter in a field to its place in the preview. */
async function keystrokes(page) {
  await page.locator(".messages .message-name").first().click();
  await page.getByLabel("Paragraph 1", { exact: true }).waitFor();
  const times = await page.getByLabel("Paragraph 1", { exact: true }).evaluate(async (field) => {
    const shown = document.querySelector("iframe[title^='The page']").contentDocument;
    const times = [];
    for (const letter of "solidaritywithallwhosingandplayforothers") {
      const begin = performance.now();
      field.value += letter;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, data: letter }));
      const end = field.value.slice(-8);
      while (!shown.body.textContent.includes(end)) await new Promise(requestAnimationFrame);
      times.push(performance.now() - begin);
      await new Promise((done) => setTimeout(done, 150));
    }
    return times.sort((a, b) => a - b);
  });
  const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(0);
  say("keystroke to preview", `median ${at(0.5)}, 95 of 100 ${at(0.95)} ms`, "95 of 100 50 ms");
}

async function thousand() {
  const page = await opened();
  await choose(page, large);
  await preview(page).locator("p").first().waitFor();
  say("ZIP of 1,000 with pictures", `${seconds(await zip(page))} s`, "90 s");
  const memory = await page.evaluate(() => window.mostMemory);
  say("memory of the worker then", `${(memory / 1e6).toFixed(0)} MB`, "400 MB");
  await page.close();
}

/** How long it takes to save the site, with the address that pictures for previews need, in milliseconds. */
async function zip(page) {
  await page.getByRole("button", { name: "Title, place, colours" }).click();
  await page.getByLabel("Title", { exact: true }).fill("Congress");
  await page.getByLabel("Address of the site (optional)").fill("https://example.org/messages/");
  const downloading = page.waitForEvent("download", { timeout: 300_000 });
  const begin = Date.now();
  await page.getByRole("button", { name: "Save site (ZIP)" }).click();
  await (await downloading).path();
  return Date.now() - begin;
}

async function opened() {
  const page = await newPage();
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.locator("input[type=file]").first().waitFor({ state: "attached" });
  return page;
}

/** A page that notes what its workers say of their memory. */
async function newPage() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(180_000);
  page.on("pageerror", (error) => console.error(error.message));
  await page.addInitScript(() => {
    window.mostMemory = 0;
    window.Worker = class extends Worker {
      constructor(...values) {
        super(...values);
        this.addEventListener("message", ({ data: { memory = 0 } }) => {
          window.mostMemory = Math.max(window.mostMemory, memory);
        });
      }
    };
  });
  return page;
}

async function choose(page, file) {
  await page.locator("input[type=file]").first().setInputFiles(file);
}

function preview(page) {
  return page.frameLocator("iframe[title^='The page']").locator("#app");
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(2);
}

function say(what, figure, goal) {
  console.log(`| ${what} | ${figure} | ${goal} |`);
}
