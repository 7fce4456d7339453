// A minimal static host: it serves index.html for folders, and 404.html for unknown addresses. Usage:
// node server.js PORT SITE [FOLDER], where SITE is a folder in the repository, served below /FOLDER/.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [port, site, folder = ""] = process.argv.slice(2);
const base = folder ? `/${folder}/` : "/";
const dist = resolve(fileURLToPath(new URL("../../", import.meta.url)), site);
const types = {
  ".bib": "application/x-bibtex",
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".ris": "application/x-research-info-systems",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};
// Sites bring a policy for hosts; the studio has its policy in its page.
const headers = join(dist, "_headers");
const policy = existsSync(headers) &&
  { "content-security-policy": readFileSync(headers, "utf8").match(/Content-Security-Policy: (.*)/)[1] };

createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const asked = join(dist, normalize(path.startsWith(base) ? path.slice(base.length) : "none"));
  const isFolder = existsSync(asked) && statSync(asked).isDirectory();
  if (isFolder && !path.endsWith("/")) {
    response.writeHead(301, { location: `${path}/` }).end();
    return;
  }
  const file = isFolder ? join(asked, "index.html") : asked;
  const there = existsSync(file);
  const sent = there ? file : join(dist, "404.html");
  if (!existsSync(sent)) {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is no such file.");
    return;
  }
  response.writeHead(there ? 200 : 404, {
    ...policy,
    "content-type": types[extname(sent)] ?? "application/octet-stream",
  });
  createReadStream(sent).pipe(response);
}).listen(Number(port), "127.0.0.1");
