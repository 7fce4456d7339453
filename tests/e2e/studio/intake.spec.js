// Bringing messages in: by dropping, choosing, pasting and opening, and what is said of it.
import { choose, drop, expect, expectAccessible, expectPreview, file, open, table, test } from "./fixtures.js";

const rows = (page) => page.locator(".messages > li");
const foot = (page) => page.getByRole("contentinfo");
const dialog = (page) => page.getByRole("dialog");

/** A table of one message, with a column that nothing is known of. */
const answers = ["Timestamp,Choir,country,message", '1.5.2027,Harmonia,Portugal,"Dear friends,"', ""].join("\n");

/** A file of messages of an earlier collection. */
const earlier = (title = "Letters") => JSON.stringify({
  collection: { title, language: "en" },
  messages: [{ id: "old-link", senders: [{ names: ["Harmonia"], country: "PT" }], body: ["Dear friends"] }],
});

/** Pastes a text into what has the focus. */
async function paste(page, text) {
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  }, text);
}

test("a file that is dropped anywhere becomes messages", async ({ page }) => {
  await open(page);
  await drop(page, "h1", file("answers.csv", table));
  await expect(rows(page)).toHaveCount(2);
  await expect(foot(page)).toContainText("answers.csv 2 messages");
  await expectPreview(page, "Suara Pelabuhan");
});

test("an import is one step, which can be taken back", async ({ page }) => {
  await open(page);
  await choose(page, file("answers.csv", table));
  await expect(rows(page)).toHaveCount(2);
  await choose(page, file("more.csv", 'sender,message\nCoro Alto,Hej\nUnion,"Dear all"\n'));
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(rows(page)).toHaveCount(2);
});

test("the same file again is said, and can be left, replaced or added", async ({ page }) => {
  await open(page);
  await choose(page, file("answers.csv", table));
  await expect(rows(page)).toHaveCount(2);
  await choose(page, file("answers.csv", table));
  await expect(dialog(page)).toContainText("These 2 messages are already there");
  await page.getByRole("button", { name: "Leave them as they are" }).click();
  await expect(rows(page)).toHaveCount(2);
  await choose(page, file("answers.csv", `${table}Coro Alto,Sweden,,,Hej\n`));
  await page.getByRole("button", { name: "Add only the 1 that is new" }).click();
  await expect(rows(page)).toHaveCount(3);
  await choose(page, file("answers.csv", table.replace("Dear friends", "Dear all")));
  await page.getByRole("button", { name: /^Replace the 3 messages/ }).click();
  await expect(rows(page)).toHaveCount(2);
});

test("columns are matched in a table of their own, and matching them is one step", async ({ page }) => {
  await open(page);
  await choose(page, file("answers.csv", answers));
  await expect(dialog(page)).toContainText("No column is taken as: Sender");
  await expect(dialog(page)).toContainText("1.5.2027");
  await expectAccessible(page);
  await page.getByLabel("“Choir” is taken as").selectOption({ label: "Sender" });
  await page.getByRole("button", { name: "Use these columns" }).click();
  await expect(rows(page).first()).toContainText("Harmonia");
  await expect(rows(page)).toHaveCount(1);
  await expect(dialog(page)).toBeHidden();
  await expect(foot(page)).toContainText("“Timestamp” is not published");
  await foot(page).getByRole("button", { name: /^change/ }).click();
  await expect(page.getByLabel("“Timestamp” is taken as")).toHaveValue("nothing");
});

test("a text that is pasted outside of fields becomes a message", async ({ page }) => {
  await open(page);
  await paste(page, "Dear friends,\n\nIn solidarity.");
  await expect(rows(page)).toHaveCount(1);
  await expect(foot(page)).toContainText("Pasted text 1.txt");
  await paste(page, "sender\tmessage\nHarmonia\tOlá\nCoro Alto\tHej");
  await expect(rows(page)).toHaveCount(3);
});

test("a text can be pasted in a dialog, by keyboard", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "or paste a text" }).press("Enter");
  await expectAccessible(page);
  await page.getByLabel(/^The text of one message/).fill("Dear friends");
  await page.getByRole("button", { name: "Add", exact: true }).press("Enter");
  await expect(rows(page)).toHaveCount(1);
});

test("a file of messages opens with its title, and is only added to an open collection", async ({ page }) => {
  await open(page);
  await choose(page, file("messages.json", earlier()));
  await expect(page.locator(".head-title")).toHaveText("Letters");
  await expect(rows(page)).toHaveCount(1);
  await choose(page, file("messages.json", earlier("Others").replace("Dear friends", "Dear all").replace("old-link", "new-link")));
  await page.getByRole("button", { name: "Add them as well" }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.locator(".head-title")).toHaveText("Letters");
  await expect(page.locator(".notices")).toContainText("only its messages were added");
});

test("what cannot be read is named, and harms nothing", async ({ page }) => {
  await open(page);
  await choose(page, file("answers.csv", table), file("broken.json", "{"), file("film.mp4", "x"));
  await expect(rows(page)).toHaveCount(2);
  await foot(page).getByRole("button", { name: /on the last import$/ }).click();
  await expect(dialog(page)).toContainText("broken.json");
  await expect(dialog(page)).toContainText("film.mp4");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
});

test("hundreds of notes stay readable", async ({ page }) => {
  const lines = Array.from({ length: 300 }, (_, at) => `Choir ${at},Nowhereland ${at},"Dear friends, ${at}"`);
  await open(page);
  await choose(page, file("many.csv", ["sender,country,message", ...lines, ""].join("\n")));
  await expect(rows(page)).toHaveCount(300);
  await foot(page).getByRole("button", { name: /on the last import$/ }).click();
  expect(await dialog(page).getByRole("listitem").count()).toBeLessThanOrEqual(50);
});

test("the example can be tried", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Try it with an example" }).click();
  await expect(page.locator(".head-title")).toHaveText("Greetings to the Harbour Choir");
  await expectPreview(page, "Harmonia");
});

test("a published site opens by its address, and its links stay", async ({ page, baseURL }) => {
  const site = new URL("/letters/", baseURL).href;
  await page.route(`${site}**`, (route) => route.request().url().endsWith("messages.json")
    ? route.fulfill({ contentType: "application/json", body: earlier() })
    : route.fulfill({ contentType: "text/html", body: "" }));
  await open(page);
  await page.getByRole("button", { name: "Open a published site" }).click();
  await expectAccessible(page);
  await page.getByLabel("Address of the site").fill(`${site}m/old-link/`);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.locator(".head-title")).toHaveText("Letters");
  await expect(rows(page)).toHaveCount(1);
});

test.describe("a site that does not hand its messages out", () => {
  test.use({ expectedErrors: [/404/] });

  test("says what to do instead", async ({ page, baseURL }) => {
    await open(page);
    await page.getByRole("button", { name: "Open a published site" }).click();
    await page.getByLabel("Address of the site").fill(new URL("/nowhere/", baseURL).href);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(dialog(page)).toContainText("save it, and drop the file here");
    await page.getByLabel("Address of the site").fill("nothing at all");
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(dialog(page)).toContainText("is not the address of a site");
  });
});

test("the start page reads well", async ({ page }) => {
  await open(page);
  await expectAccessible(page);
});

test("of several files, those that could not be read are named at once", async ({ page }) => {
  await open(page);
  await choose(page, file("answers.csv", table), file("letter.pdf", "%PDF-1.7\n%\xe2\xe3"));
  await expect(rows(page)).toHaveCount(2);
  await expect(page.locator(".notice")).toContainText("1 file could not be read: letter.pdf.");
});
