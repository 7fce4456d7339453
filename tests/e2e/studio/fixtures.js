// What the tests of the studio share. `test` fails if the page logs an error, throws, or sends a request to another
// host.
import { test as base, expect } from "@playwright/test";
import { expectAccessible } from "../fixtures.js";

export { expect, expectAccessible };

export const test = base.extend({
  // Patterns of errors that a test provokes on purpose.
  expectedErrors: [[], { option: true }],
  page: async ({ page, baseURL, expectedErrors }, use) => {
    const errors = [];
    const note = (text) => {
      if (!expectedErrors.some((pattern) => pattern.test(text))) errors.push(text);
    };
    page.on("console", (message) => message.type() === "error" && note(message.text()));
    page.on("pageerror", (error) => note(error.message));
    page.on("request", (request) => {
      const url = request.url();
      if (![new URL(baseURL).origin, "data:", "blob:"].some((own) => url.startsWith(own))) {
        note(`a request to ${url}`);
      }
    });
    await use(page);
    expect(errors).toEqual([]);
  },
});

/** A table of two messages; the country of the first is misspelt. */
export const table = [
  "sender,country,signature,role,message",
  '"Suara Pelabuhan",Malasia,Aminah,Chair,"Sahabat sekalian,\n\nKami mengucapkan selamat."',
  'Harmonia,Portugal,,,"Dear friends,\n\nIn solidarity."',
  "",
].join("\n");

/** A file for [`choose`] and [`drop`], from a text or bytes. */
export const file = (name, content) => ({ name, mimeType: "", buffer: Buffer.from(content) });

/** Opens the studio and waits until its program runs. */
export async function open(page, address = "./") {
  await page.goto(address);
  await expect(page.getByText("Nothing is uploaded", { exact: true })).toBeVisible();
}

/** Chooses files in the field for files, as with its button. */
export async function choose(page, ...files) {
  await page.locator("input[type=file]").first().setInputFiles(files);
}

/** Drops files on an element of the page. */
export async function drop(page, target, ...files) {
  const contents = files.map(({ name, buffer }) => ({ name, base64: buffer.toString("base64") }));
  const data = await page.evaluateHandle((contents) => {
    const data = new DataTransfer();
    for (const { name, base64 } of contents) {
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    }
    return data;
  }, contents);
  const element = page.locator(target).first();
  for (const event of ["dragenter", "dragover", "drop"]) {
    await element.dispatchEvent(event, { dataTransfer: data });
  }
}

/** The page in the preview. */
export const preview = (page) => page.frameLocator("iframe[title^='The page']").locator("#app");

/** Waits until the preview shows a text. */
export async function expectPreview(page, text) {
  await expect(preview(page)).toContainText(text);
}
