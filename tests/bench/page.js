// Runs in the browser: builds every engine, types the queries into each in turn, and lays out maps.
import MiniSearch from "/node_modules/minisearch/dist/es/index.js";
import { Document } from "/node_modules/flexsearch/dist/flexsearch.bundle.module.min.js";
import start, { Engine, dots, tiles } from "/pkg/search_bench.js";

const engines = {
  ours: {
    build(messages) {
      const engine = new Engine();
      for (const { sender, body } of messages) engine.add(sender, body);
      engine.settle();
      return (query) => engine.search(query).length;
    },
  },
  MiniSearch: {
    build(messages) {
      const fold = (term) => term.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
      const index = new MiniSearch({ fields: ["sender", "body"], processTerm: fold });
      index.addAll(messages.map((message, id) => ({ id, ...message })));
      const options = { prefix: true, fuzzy: 0.2, combineWith: "AND", boost: { sender: 2 } };
      return (query) => index.search(query, options).length;
    },
  },
  // Forgives no typos, and stops at this many results.
  FlexSearch: {
    build(messages) {
      const field = (name) => ({ field: name, tokenize: "forward", encoder: "LatinBalance" });
      const index = new Document({ document: { id: "id", index: [field("sender"), field("body")] } });
      messages.forEach((message, id) => index.add({ id, ...message }));
      return (query) => new Set(index.search(query, { limit: 20 }).flatMap(({ result }) => result)).size;
    },
  },
};

/** Milliseconds for the build and for each keystroke, by engine. */
export async function measure(messages, queries) {
  await start();
  const names = Object.keys(engines);
  const built = {};
  const search = {};
  for (const name of names) {
    const [time, found] = timed(() => engines[name].build(messages));
    built[name] = time;
    search[name] = found;
  }
  const keystrokes = Object.fromEntries(names.map((name) => [name, []]));
  let turn = 0;
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      const typed = query.slice(0, length);
      // Rotate the order, because the first engine may run with cold caches.
      turn += 1;
      for (let at = 0; at < names.length; at += 1) {
        const name = names[(at + turn) % names.length];
        keystrokes[name].push(timed(() => search[name](typed))[0]);
      }
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { built, keystrokes };
}

/** This project's index as the build writes it, and the milliseconds until it is searchable. */
export async function written(messages) {
  await start();
  const engine = new Engine();
  for (const { sender, body } of messages) engine.add(sender, body);
  const file = engine.pack();
  const [ready] = timed(() => engine.take_over(file));
  return { file: Array.from(file), ready };
}

/** Milliseconds to lay this many countries out as a map, the median of five runs. */
export async function layouts(count) {
  await start();
  const middle = (work) =>
    Array.from({ length: 5 }, () => timed(() => work(count))[0]).sort((a, b) => a - b)[2];
  return { tiles: middle(tiles), dots: middle(dots) };
}

function timed(work) {
  const begin = performance.now();
  const result = work();
  return [performance.now() - begin, result];
}
