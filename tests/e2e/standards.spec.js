// The built site as seen by third-party programs: link unfurlers, checkers, validators.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { unfurl } from "unfurl.js";
import { validateXML } from "xmllint-wasm";
import { expect, sites, test } from "./fixtures.js";

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

for (const [where, { address, url, folder, dataset }] of Object.entries(sites)) {
  // The same files were checked already.
  if (address !== url) continue;
  const messages = dataset.messages.map(({ id }) => `m/${id}/`);
  const pages = ["", "countries/", "about/", ...messages];

  test.describe(where, () => {
    for (const path of pages) {
      test(`/${path} unfolds in a chat`, async ({ request }) => {
        // Without oEmbed it requests only the page.
        const page = await unfurl(address + path, { oembed: false });
        const [picture] = page.open_graph.images;
        expect(page.open_graph.title).toBe(page.title);
        expect(page.title.length).toBeGreaterThan(10);
        expect(page.open_graph.description.length).toBeGreaterThan(40);
        expect(page.open_graph.url).toBe(address + path);
        expect(page.twitter_card.card).toBe("summary_large_image");
        expect(picture.url).toBe(`${address}${path.startsWith("m/") ? path : ""}preview.png`);
        const response = await request.get(picture.url);
        expect(response.headers()["content-type"]).toBe("image/png");
        const png = await response.body();
        expect(png.length).toBeLessThan(300_000);
        // Width and height come first in a PNG's first chunk.
        expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
        expect([picture.width, picture.height]).toEqual([1200, 630]);
      });
    }

    test("the Nu checker finds no fault in any page", () => {
      const lag = [
        // The checker does not support digests in policies, or container queries.
        ".*violates Content Security Policy.*",
        "CSS: “container”: Property “container” doesn't exist\\.",
        "CSS: Unrecognized at-rule “@container”",
        // Nor these properties, or nested rules.
        "CSS: “(field-sizing|view-transition-name)”: Property .* doesn't exist\\.",
        "CSS: “mask”: Too many values or values are not recognized\\.",
        "CSS: Parse Error\\.",
        // Nor links of the kind “expect” (https://html.spec.whatwg.org/#link-type-expect).
        "A “link” element with a “blocking” attribute must have a “rel” attribute whose value is “stylesheet”\\.",
      ];
      expect(checked(file(`../../${folder}`), lag)).toEqual([]);
    });

    test("the feed is valid Atom, and the sitemap valid by sitemaps.org", async ({ request }) => {
      const feed = await (await request.get(`${address}feed.xml`)).text();
      const sitemap = await (await request.get(`${address}sitemap.xml`)).text();
      expect(await invalid(feed, atom)).toEqual([]);
      expect(await invalid(sitemap, sitemaps)).toEqual([]);
      expect(await invalid(feed.replace(/<id>.*?<\/id>/, ""), atom)).not.toEqual([]);
      expect(await invalid(sitemap.replace(/<loc>.*?<\/loc>/, ""), sitemaps)).not.toEqual([]);
    });

    test("the policy has no hole", async ({ request }) => {
      for (const path of ["", messages[0], "booklet/"]) {
        const html = await (await request.get(address + path)).text();
        expect(holes(html.match(/"Content-Security-Policy" content="(.*?)"/)[1])).toEqual([]);
      }
      const headers = await (await request.get(`${address}_headers`)).text();
      const header = headers.match(/Content-Security-Policy: (.*)/)[1];
      expect(header).toContain("frame-ancestors 'none'");
      expect(holes(header)).toEqual([]);
      expect(holes(header.replace("script-src 'self'", "script-src *"))).not.toEqual([]);
    });
  });
}

test("the Nu checker finds what is wrong", () => {
  const [first] = checked(file("schemas/broken.html"), []);
  expect(first).toContain("Start tag “a” seen but an element of the same type was already open");
});

/** The Nu checker's findings on a page, or on every page in a folder. */
function checked(path, lag) {
  const jar = file("node_modules/vnu-jar/build/dist/vnu.jar");
  const options = ["--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"];
  const filter = lag.length > 0 ? ["--filterpattern", lag.join("|")] : [];
  const output = execFileSync("java", ["-jar", jar, ...options, ...filter, path], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output).messages.map(({ url, message }) => `${url}: ${message}`);
}

const atom = { extension: "relaxng", path: "schemas/atom.rng" };
const sitemaps = { extension: "schema", path: "node_modules/sitemap/schema/sitemap.xsd" };

/** Validation errors in an XML document. */
async function invalid(contents, { extension, path }) {
  const schema = { fileName: "schema", contents: readFileSync(file(path), "utf8") };
  const { errors } = await validateXML({ xml: { fileName: "xml", contents }, extension, schema });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** Weaknesses that Google's evaluator finds in a policy. */
function holes(policy) {
  const { csp } = new CspParser(policy);
  const findings = new CspEvaluator(csp).evaluate();
  const weak = [Severity.HIGH, Severity.MEDIUM, Severity.HIGH_MAYBE];
  return findings.filter(({ severity }) => weak.includes(severity)).map((f) => f.description);
}
