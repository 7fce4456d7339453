// A host that compresses as most do, and a slow line to it.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const types = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript",
  ".json": "application/json", ".svg": "image/svg+xml", ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json", ".woff2": "font/woff2",
};

/** Serves a folder at a port of this computer. */
export function host(folder, port) {
  const site = resolve(folder);
  const compressed = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const asked = join(site, path);
    const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, "index.html") : asked;
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = types[extname(file)];
    const headers = {
      "content-type": type ?? "application/octet-stream",
    };
    // Like most hosts, do not compress files of unknown type.
    const packs = type && !/woff2/.test(type);
    if (packs && !compressed.has(file)) compressed.set(file, packed(readFileSync(file)));
    if (packs) headers["content-encoding"] = "br";
    response.writeHead(200, headers).end(packs ? compressed.get(file) : readFileSync(file));
  });
  return new Promise((done) => server.listen(port, "127.0.0.1", () => done(server)));
}

/** Slows a page down: a 9 Mbit/s connection with 60 ms latency, and a processor at a quarter of its speed. */
export async function slow(client) {
  const speed = (9 * 1024 * 1024) / 8;
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", {
    offline: false, latency: 60, downloadThroughput: speed, uploadThroughput: speed,
  });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

function packed(bytes) {
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}
