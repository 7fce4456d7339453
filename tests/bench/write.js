// Writes the benchmarks' messages, from 200 countries, to target/bench/COUNT.json.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { corpus } from "./corpus.js";

const folder = new URL("../../target/bench/", import.meta.url);
mkdirSync(folder, { recursive: true });
const table = readFileSync(new URL("../../crates/core/src/places/table.rs", import.meta.url), "utf8");
const codes = Array.from(table.matchAll(/"([A-Z]{2})"/g), ([, code]) => code).slice(0, 200);
const shipped = JSON.parse(readFileSync(new URL("../collections/congress.json", import.meta.url), "utf8"));
for (const count of [17, 1000, 10_000]) {
  const messages = corpus(shipped, count).map(({ sender, body }, at) => ({
    id: `message-${at + 1}`,
    senders: [{ names: [sender], country: codes[at % codes.length] }],
    body: body.split("\n\n"),
  }));
  const collection = { title: "Messages to measure with", language: "en" };
  writeFileSync(new URL(`${count}.json`, folder), JSON.stringify({ collection, messages }));
}
