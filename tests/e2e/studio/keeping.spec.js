// Nothing is ever lost: not by reloading, not by a second tab, and not where the browser keeps nothing.
import { choose, expect, expectAccessible, file, open, table, test } from "./fixtures.js";

const saved = (page) => expect(page.getByText("saved on this computer · nothing is uploaded")).toBeVisible();
const sender = (page) => page.getByLabel("Sender, in its own language").first();
const banner = (page) => page.locator(".access");
const reading = (page) => expect(banner(page).getByText(/open in another tab/)).toBeVisible();

/** Begins with the table, and waits until it is kept. */
async function begin(page) {
  await open(page);
  await choose(page, file("answers.csv", table));
  await page.getByRole("button", { name: /Harmonia/ }).click();
  await expect(sender(page)).toHaveValue("Harmonia");
}

/** Goes back to the list of what is kept. */
async function list(page) {
  await page.getByRole("button", { name: "All collections" }).click();
  await expect(page.getByRole("heading", { name: "Saved on this computer" })).toBeVisible();
}

/** Does something with a store, as nobody but a test does. */
const stored = (page, store, change) =>
  page.evaluate(([store, change]) => new Promise((resolve, reject) => {
    const opening = indexedDB.open("solidarity-studio");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction(store, "readwrite");
      const cursor = writing.objectStore(store).openCursor();
      let value;
      cursor.onsuccess = () => {
        if (!cursor.result) return;
        value = cursor.result.value;
        if (change) cursor.result.update(value.replace(...change));
      };
      writing.oncomplete = () => {
        opening.result.close();
        resolve(value);
      };
    };
  }), [store, change]);

async function text(download) {
  const chunks = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test("what was typed is there after a reload", async ({ page }) => {
  await begin(page);
  await sender(page).fill("Harmonia do Porto");
  await saved(page);
  expect(page.url()).toMatch(/#c=[a-z0-9]+$/);
  await page.reload();
  await expect(page.getByRole("button", { name: /Harmonia do Porto/ })).toBeVisible();
  await saved(page);
});

test("the message that was selected is selected after a reload", async ({ page }) => {
  await begin(page);
  await saved(page);
  await page.reload();
  await expect(sender(page)).toHaveValue("Harmonia");
  await expect(page.getByRole("button", { name: /Harmonia/ })).toHaveAttribute("aria-current", "true");
});

test("what was typed a moment ago is there, too", async ({ page }) => {
  await begin(page);
  await saved(page);
  await sender(page).fill("Harmonia do Porto");
  await page.reload();
  await expect(page.getByRole("button", { name: /Harmonia do Porto/ })).toBeVisible();
});

test("a page that crashes loses nothing", async ({ context, page }) => {
  await begin(page);
  await sender(page).fill("Harmonia do Porto");
  await saved(page);
  const address = page.url();
  const crashed = page.waitForEvent("crash");
  await page.goto("chrome://crash").catch(() => {});
  await crashed;
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByRole("button", { name: /Harmonia do Porto/ })).toBeVisible();
  await saved(again);
});

test("collections are kept side by side, and Back leads to the list", async ({ page }) => {
  await begin(page);
  await saved(page);
  await list(page);
  await choose(page, file("second.csv", "sender,message\nCoro Alto,Ciao\n"));
  await expect(page.getByRole("button", { name: /Coro Alto/ })).toBeVisible();
  await saved(page);
  await list(page);
  const rows = page.locator(".kept-row");
  await expect(rows).toHaveCount(2);
  // Both were changed within a second, so that either may be the first.
  const first = rows.filter({ hasText: "2 messages · changed now" });
  await expect(first).toHaveCount(1);
  await expectAccessible(page);
  await first.getByRole("link").click();
  await expect(page.getByRole("button", { name: /Harmonia/ })).toBeVisible();
  await page.goBack();
  await expect(rows).toHaveCount(2);
});

test("a collection can be duplicated, and deleted for good", async ({ page }) => {
  await begin(page);
  await saved(page);
  await list(page);
  const rows = page.locator(".kept-row");
  await rows.getByRole("button", { name: /^Duplicate/ }).click();
  await expect(rows).toHaveCount(2);
  const copy = rows.filter({ hasText: "Copy of" });
  await copy.getByRole("link").click();
  await expect(page.getByRole("button", { name: /Harmonia/ })).toBeVisible();
  await list(page);

  await copy.getByRole("button", { name: /^Delete/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("with 2 messages");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(rows).toHaveCount(2);
  for (let left = 1; left >= 0; left--) {
    await rows.first().getByRole("button", { name: /^Delete/ }).click();
    await dialog.getByRole("button", { name: "Delete" }).click();
    await expect(rows).toHaveCount(left);
  }
  for (const store of ["collections", "documents", "versions", "version-documents", "files"]) {
    expect(await stored(page, store), store).toBeUndefined();
  }
});

test("a second tab only reads until the first is closed, and goes on with the newest state", async ({ context, page }) => {
  await begin(page);
  await saved(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await reading(second);
  await second.getByRole("button", { name: /Harmonia/ }).click();
  await expect(sender(second)).toHaveAttribute("readonly", "");
  await expectAccessible(second, ".access");

  await sender(page).fill("Harmonia do Porto");
  await saved(page);
  await page.close();
  await second.getByRole("button", { name: "Go on here" }).click();
  await expect(second.getByRole("button", { name: /Harmonia do Porto/ })).toBeVisible();
  await saved(second);
  await second.getByRole("button", { name: /Harmonia do Porto/ }).click();
  await sender(second).fill("Harmonia Lisboa");
  await saved(second);
});

test("work moves to the second tab with what was typed last", async ({ context, page }) => {
  await begin(page);
  await saved(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await reading(second);
  await sender(page).fill("Harmonia do Porto");
  await second.getByRole("button", { name: "Work here instead" }).click();
  await expect(second.getByRole("button", { name: /Harmonia do Porto/ })).toBeVisible();
  await saved(second);
  await reading(page);
  await expect(sender(page)).toHaveAttribute("readonly", "");
});

test("a tab that does not answer cannot keep the work", async ({ context, page }) => {
  await context.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => {};
  });
  await begin(page);
  await saved(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await reading(second);
  await second.getByRole("button", { name: "Work here instead" }).click();
  await saved(second);
  await reading(page);
});

test("without locks, a tab does not replace what another has written", async ({ context, page }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }));
  await begin(page);
  await saved(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await saved(second);
  await sender(page).fill("Harmonia do Porto");
  await saved(page);
  await second.getByRole("button", { name: /Harmonia/ }).click();
  await sender(second).fill("Harmonia Lisboa");
  await expect(second.getByText(/not saved: these messages were changed in another tab/)).toBeVisible();
  await second.getByRole("button", { name: "Show the newer state" }).click();
  await expect(second.getByRole("button", { name: /Harmonia do Porto/ })).toBeVisible();
  await saved(second);
});

test.describe("where nothing is kept", () => {
  const refusals = {
    "throws": () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("no", "SecurityError");
      };
    },
    "fails": () => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (name) {
        return open.call(this, name, 1).transaction ?? failing();
      };
      const failing = () => {
        const request = new EventTarget();
        Object.defineProperties(request, {
          error: { value: new DOMException("no", "InvalidStateError") },
        });
        setTimeout(() => request.onerror(new Event("error")), 5);
        return request;
      };
    },
    "is missing": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  };
  for (const [name, refusal] of Object.entries(refusals)) {
    test(`the studio says so at once, and a copy can be saved, if storage ${name}`, async ({ page }) => {
      await page.addInitScript(refusal);
      await open(page);
      await expect(page.getByText(/Nothing can be saved on this computer: this browser does not allow it/)).toBeVisible();
      await choose(page, file("answers.csv", table));
      await expect(page.getByText(/^not saved: this browser does not allow it/)).toBeVisible();
      await page.getByRole("button", { name: /Harmonia/ }).click();
      await sender(page).fill("Harmonia do Porto");
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save a copy" }).click();
      expect(JSON.parse(await text(download)).messages[1].senders[0].names[0]).toBe("Harmonia do Porto");
      await expectAccessible(page, ".head-kept");
    });
  }

  test("closing asks, unless a copy was saved", async ({ page }) => {
    await page.addInitScript(refusals["throws"]);
    await begin(page);
    await expect(page.getByText(/^not saved/)).toBeVisible();
    let asked = 0;
    page.on("dialog", (dialog) => {
      asked += 1;
      dialog.accept();
    });
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save a copy" }).click();
    await download;
    await page.reload();
    expect(asked).toBe(0);

    await choose(page, file("answers.csv", table));
    await page.getByRole("button", { name: /Harmonia/ }).click();
    await expect(page.getByText(/^not saved/)).toBeVisible();
    await page.reload();
    expect(asked).toBe(1);
  });
});

test("closing does not ask where all is kept", async ({ page }) => {
  await begin(page);
  await saved(page);
  page.on("dialog", () => expect("a question").toBe("none"));
  await page.reload();
  await expect(page.getByRole("button", { name: /Harmonia/ })).toBeVisible();
});

test("a full storage is said, and writes again as soon as there is room", async ({ page }) => {
  await begin(page);
  await saved(page);
  await page.evaluate(() => {
    window.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await sender(page).fill("Harmonia do Porto");
  await expect(page.getByText("not saved: the storage of this browser is full")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save a copy" })).toBeVisible();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = window.put;
  });
  await sender(page).fill("Harmonia Lisboa");
  await saved(page);
  await page.reload();
  await expect(page.getByRole("button", { name: /Harmonia Lisboa/ })).toBeVisible();
});

test("what the browser deletes is stored again, and said", async ({ page }) => {
  await begin(page);
  await saved(page);
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await expect(page.getByText(/The browser deleted what the studio had stored/)).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByRole("button", { name: /Harmonia/ })).toBeVisible();
});

test("an earlier version can be looked at and gone back to, and the present stays a version", async ({ page }) => {
  await page.clock.install();
  await begin(page);
  await page.clock.runFor(1_000);
  await saved(page);
  await page.clock.fastForward("10:00");
  await sender(page).fill("Harmonia do Porto");
  await page.clock.runFor(1_000);
  await saved(page);

  await page.getByRole("button", { name: "Versions" }).click();
  const rows = page.getByRole("dialog").locator(".kept-row");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("2 messages, as now");
  await expect(rows.last()).toContainText("10 minutes ago · 2 messages · since then: 1 changed");
  await expectAccessible(page, "dialog[open]");
  await rows.last().getByRole("button", { name: /^Look at it/ }).click();
  await expect(banner(page)).toContainText("This is the version of");
  await expect(sender(page)).toHaveValue("Harmonia");
  await expect(sender(page)).toHaveAttribute("readonly", "");

  await page.getByRole("button", { name: "Return to the present" }).click();
  await expect(sender(page)).toHaveValue("Harmonia do Porto");
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();

  await sender(page).fill("Harmonia Lisboa");
  await page.clock.runFor(1_000);
  await saved(page);
  await page.getByRole("button", { name: "Versions" }).click();
  await rows.last().getByRole("button", { name: /^Look at it/ }).click();
  await page.getByRole("button", { name: "Go back to this version" }).click();
  await expect(sender(page)).toHaveValue("Harmonia");
  await expect(sender(page)).not.toHaveAttribute("readonly", "");
  await page.clock.runFor(1_000);
  await saved(page);

  await page.reload();
  await page.getByRole("button", { name: /Harmonia/ }).click();
  await expect(sender(page)).toHaveValue("Harmonia");
  await page.getByRole("button", { name: "Versions" }).click();
  await expect(rows).toHaveCount(4);
  await rows.nth(1).getByRole("button", { name: /^Look at it/ }).click();
  await expect(sender(page)).toHaveValue("Harmonia Lisboa");
});

test("of damaged messages all others are restored, and what was stored can be saved", async ({ page }) => {
  await begin(page);
  await saved(page);
  await page.goto("about:blank");
  await open(page);
  const damage = ['"senders":[{"names":["Harmonia"]', '"senders":[{"names":7'];
  await stored(page, "documents", damage);
  const before = await stored(page, "documents");
  await page.locator(".kept-row").getByRole("link").click();
  await expect(page.getByText(/A message of what was stored cannot be read. Everything else is here/)).toBeVisible();
  await expect(page.getByRole("button", { name: /Suara Pelabuhan/ })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save what was stored" }).click();
  expect(await text(download)).toBe(before);
  expect(await stored(page, "files")).toBe(before);
});

test("what a later version has stored is not touched", async ({ page }) => {
  await begin(page);
  await saved(page);
  await page.goto("about:blank");
  await open(page);
  await stored(page, "documents", ['"format":1', '"format":99']);
  const before = await stored(page, "documents");
  await page.locator(".kept-row").getByRole("link").click();
  await expect(banner(page)).toContainText("A later version of the studio has stored these messages.");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  expect(await stored(page, "documents")).toBe(before);
});

test("a database of a later version is not touched", async ({ page }) => {
  await page.addInitScript(() => indexedDB.open("solidarity-studio", 9));
  await open(page);
  await expect(page.getByText(/a later version of the studio keeps its work here: reload the page/)).toBeVisible();
});

test("an address of messages that are not here says so", async ({ page }) => {
  await page.goto("./#c=nobody");
  await expect(page.getByText(/not stored in this browser/)).toBeVisible();
});
