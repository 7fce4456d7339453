// Compares this search with MiniSearch and FlexSearch, keystroke by keystroke, in one browser. Look at the
// ratios: milliseconds depend on the machine and its load.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";
import { corpus } from "./corpus.js";

const queries = [
  "new deal", "vansterpartiet", "imperialism", "imperalism", "climate crisis", "malasia",
  "solidarity with ukraine", "nato", "workers party", "covid-19", "people's movement", "struggling",
  "phillipines", "dare to struggle", "neoliberal", "public healthcare", "zzzxqy",
];
const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };

const read = (path) => readFileSync(new URL(path, import.meta.url));
const collection = JSON.parse(read("../collections/congress.json"));

const server = createServer((request, response) => {
  // Clocks have a resolution of 5 µs only in cross-origin isolated pages.
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  response.setHeader("Content-Type", types[extname(request.url)] ?? "text/html");
  const page = '<!doctype html><link rel="icon" href="data:,">';
  response.end(request.url === "/" ? page : read(`.${request.url}`));
}).listen(0, "127.0.0.1");
const browser = await chromium.launch({
  executablePath: process.env.CHROME || "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  console.log("| messages | engine | build | keystroke: median | 95 of 100 | longest | × MiniSearch |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const count of [17, 1000, 10_000]) {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(error.message));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const run = async ([messages, queries]) => (await import("/page.js")).measure(messages, queries);
    const { built, keystrokes } = await page.evaluate(run, [corpus(collection, count), queries]);
    for (const [name, times] of Object.entries(keystrokes)) {
      const ratios = times.map((time, at) => time / Math.max(keystrokes.MiniSearch[at], 0.005));
      const [half, most, all] = [0.5, 0.95, 1].map((part) => quantile(times, part).toFixed(2));
      const build = `${built[name].toFixed(0)} ms (× ${(built[name] / built.MiniSearch).toFixed(2)})`;
      const ratio = quantile(ratios, 0.5).toFixed(2);
      console.log(`| ${count} | ${name} | ${build} | ${half} ms | ${most} ms | ${all} ms | ${ratio} |`);
    }
    await page.close();
  }
  console.log("\n| messages | index as written | compressed (brotli) | ready |\n| --- | --- | --- | --- |");
  for (const count of [1000, 10_000]) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const run = async (messages) => (await import("/page.js")).written(messages);
    const { file, ready } = await page.evaluate(run, corpus(collection, count));
    const [raw, small] = [file.length, brotliCompressSync(Buffer.from(file)).length];
    console.log(`| ${count} | ${raw >> 10} kB | ${small >> 10} kB | ${ready.toFixed(1)} ms |`);
    await page.close();
  }
  console.log("\n| countries | both layouts of tiles | dots with names |\n| --- | --- | --- |");
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  for (const count of [15, 40, 250]) {
    const run = async (count) => (await import("/page.js")).layouts(count);
    const { tiles, dots } = await page.evaluate(run, count);
    console.log(`| ${count} | ${tiles.toFixed(1)} ms | ${dots.toFixed(1)} ms |`);
  }
} finally {
  await browser.close();
  server.close();
}

function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
