// Measures a visit to a site of ten thousand messages, over a 9 Mbit/s connection with 60 ms latency, with
// the processor slowed down fourfold. Usage: node large.js SITE, a folder built for
// http://127.0.0.1:4180/. Milliseconds depend on the machine; bytes do not.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { host, slow } from "./host.js";

const server = await host(process.argv[2], 4180);
const browser = await chromium.launch({
  executablePath: process.env.CHROME || "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  console.log("| what | figure |\n| --- | --- |");
  await visit();
  await keystrokes();
} finally {
  await browser.close();
  server.close();
}

/** Opens the home page, searches, then scrolls through the whole grid. */
async function visit() {
  const { page, client } = await slowPage();
  let bytes = 0;
  client.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto("http://127.0.0.1:4180/", { waitUntil: "commit" });
  await page.locator("article.card .card-text").first().waitFor();
  const paint = await page.evaluate(
    () =>
      new Promise((done) =>
        new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({
          type: "largest-contentful-paint", buffered: true,
        }),
      ),
  );
  say("first cards readable (largest paint)", `${(paint / 1000).toFixed(2)} s`);
  await page.locator("#app:not([data-page])").waitFor({ state: "attached" });
  say("page alive", `${(await now(page)).toFixed(2)} s`);
  await page.locator("#search").fill("solidarity ukraine");
  await page.waitForFunction(() => /^\S+ of/.test(document.querySelector(".count").textContent));
  say("search answers", `${(await now(page)).toFixed(2)} s`);
  say("bytes until then", `${(bytes / 1e6).toFixed(2)} MB`);

  await page.locator("#search").fill("");
  await page.waitForFunction(() => /^10,000/.test(document.querySelector(".count").textContent));
  await page.waitForTimeout(1000);
  const frames = await page.evaluate(async () => {
    const durations = [];
    let last = performance.now();
    let stuck = 0;
    for (let count = 0; count < 20_000 && stuck < 60; count += 1) {
      const before = scrollY;
      scrollBy(0, 900);
      await new Promise(requestAnimationFrame);
      const time = performance.now();
      durations.push(time - last);
      last = time;
      stuck = scrollY === before ? stuck + 1 : 0;
    }
    return { durations, cards: document.querySelectorAll("article.card").length, height: scrollY };
  });
  const over = frames.durations.filter((time) => time > 50).length;
  say("frames while scrolling the whole grid", frames.durations.length);
  say("of those over 50 ms", `${over}; longest ${Math.max(...frames.durations).toFixed(0)} ms`);
  say("cards in the document at the end", frames.cards);
  say("scrolled, screens", Math.round(frames.height / 800));
  await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  const program = await page.evaluate(async () => {
    const script = document.querySelector('link[rel="modulepreload"]').href;
    // Called again, it only returns its exports.
    return (await (await import(script)).default()).memory.buffer.byteLength;
  });
  say("memory then: scripts, program", `${(heap / 1e6).toFixed(0)} MB, ${(program / 1e6).toFixed(0)} MB`);
  say("memory of its process then", `${(await memory()).toFixed(0)} MB`);
  await page.close();
}

/** The time from a keystroke to the layout of the page, at full and at reduced processor speed. */
async function keystrokes() {
  for (const rate of [1, 4]) {
    const { page, client } = await slowPage();
    await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await page.goto("http://127.0.0.1:4180/");
    await page.locator("#app:not([data-page])").waitFor({ state: "attached" });
    await page.locator("#search").fill("union");
    await page.waitForFunction(() => /^\S+ of/.test(document.querySelector(".count").textContent));
    await client.send("Emulation.setCPUThrottlingRate", { rate });
    const times = await page.evaluate(async () => {
      const input = document.querySelector("#search");
      const times = [];
      for (const query of ["solidarity with ukraine", "imperalism", "climate crisis", "workers party"]) {
        for (let length = 1; length <= query.length; length += 1) {
          const begin = performance.now();
          input.value = query.slice(0, length);
          input.dispatchEvent(new Event("input", { bubbles: true }));
          // Derived values settle in a microtask.
          await null;
          await new Promise((done) => queueMicrotask(done));
          document.body.getBoundingClientRect();
          times.push(performance.now() - begin);
          await new Promise((done) => setTimeout(done, 60));
        }
      }
      return times.sort((a, b) => a - b);
    });
    const at = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(1);
    say(`keystroke to layout, processor ÷ ${rate}`, `median ${at(0.5)}, 95 of 100 ${at(0.95)} ms`);
    await page.close();
  }
}

async function slowPage() {
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
  page.on("pageerror", (error) => console.error(error.message));
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  await slow(client);
  return { page, client };
}

async function now(page) {
  return (await page.evaluate(() => performance.now())) / 1000;
}

/** The private memory of the page's process, WebAssembly included, in MB. Linux only. */
async function memory() {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send("SystemInfo.getProcessInfo");
  const own = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => {
    const status = readFileSync(`/proc/${id}/status`, "utf8");
    return Number(status.match(/RssAnon:\s+(\d+) kB/)[1]) / 1024;
  });
  return Math.max(...own);
}

function say(what, figure) {
  console.log(`| ${what} | ${figure} |`);
}
