// Seeing and correcting: the list of messages, the form of one, and what leads from one problem to the next.
import { choose, expect, expectAccessible, expectPreview, file, open, test } from "./fixtures.js";

const answers = [
  "sender,country,signature,role,message",
  'Harmonia,Portugal,,,"Dear friends,\n\nIn solidarity."',
  '"Suara Pelabuhan",Malaysia,Aminah Yusof,Chair,"Sahabat sekalian,\n\nKami mengucapkan selamat.\n\nSemoga terus."',
  '"جوقة الميناء",Egypt,,,"مرحبا بكم\n\nمع التحية"',
  "",
].join("\n");

const list = (page) => page.locator(".messages");
const row = (page, name) => list(page).getByRole("button", { name });
const names = (page) => list(page).locator(".message-name").allTextContents();
const field = (page, label) => page.getByRole("textbox", { name: label, exact: true });
const country = (page) => page.getByRole("combobox", { name: "Country" });
const options = (page) => page.getByRole("listbox").getByRole("option");
const more = (page, what) => page.getByLabel(`More for ${what}`, { exact: true }).first();
const undo = (page) => page.getByRole("banner").getByRole("button", { name: "Undo" });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

async function begin(page, content = answers) {
  await open(page);
  await choose(page, file("answers.csv", content));
  await expect(list(page)).toBeAttached({ timeout: 60_000 });
}

async function beginWith(page, name, content = answers) {
  await begin(page, content);
  await row(page, name).click();
}

test("a row shows place and name; choosing one shows its form and where it came from", async ({ page }) => {
  await beginWith(page, /Suara/);
  await expect(row(page, /Suara/)).toHaveAttribute("aria-current", "true");
  await expect(row(page, /Suara/)).toContainText("Malaysia");
  await expect(field(page, "Sender, in its own language")).toHaveValue("Suara Pelabuhan");
  await expect(country(page)).toHaveValue("Malaysia");
  await expect(field(page, "Signed by")).toHaveValue("Aminah Yusof");
  await expect(field(page, "Paragraph 3")).toHaveValue("Semoga terus.");
  await expect(page.getByText("From answers.csv, line 5")).toBeVisible();
});

test("the list and the form are accessible, light and dark, with a finding and an open menu", async ({ page }) => {
  await beginWith(page, /Suara/);
  await country(page).fill("Malasia");
  await country(page).blur();
  await expect(page.getByText("Did you mean")).toBeVisible();
  await more(page, "paragraph 2").click();
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
});

test("a country that is none stays as it was typed, is marked, and is corrected by one click", async ({ page }) => {
  await beginWith(page, /Suara/);
  await country(page).fill("Malasia");
  await country(page).press("Escape");
  await country(page).press("Tab");
  await expect(country(page)).toHaveValue("Malasia");
  await expect(row(page, /Suara/)).toContainText("“Malasia”?");
  await expect(country(page)).toHaveAttribute("aria-invalid", "true");
  await expect(country(page)).toHaveAccessibleDescription(/No country is called “Malasia”. Did you mean Malaysia/);
  await page.getByRole("button", { name: "Malaysia", exact: true }).click();
  await expect(country(page)).toHaveValue("Malaysia");
  await expect(country(page)).not.toHaveAttribute("aria-invalid");
  await expect(country(page)).toBeFocused();
});

test("a country is chosen from the list by keys and by pointer", async ({ page }) => {
  await beginWith(page, /Harmonia/);
  await country(page).fill("cote");
  await expect(options(page)).toHaveText([/Ivoire/]);
  await country(page).press("Enter");
  await expect(row(page, /Harmonia/)).toContainText("Ivoire");
  await country(page).fill("niger");
  await expect(options(page)).toHaveText(["Niger", "Nigeria"]);
  await options(page).filter({ hasText: "Nigeria" }).click();
  await expect(country(page)).toHaveValue("Nigeria");
  await country(page).fill("");
  await country(page).press("Tab");
  await expect(row(page, /Harmonia/)).toContainText("International");
});

test("a code is taken for a country once the field is left, and not before", async ({ page }) => {
  await beginWith(page, /Harmonia/);
  await country(page).fill("");
  await country(page).pressSequentially("de");
  await expect(country(page)).toHaveValue("de");
  await country(page).press("Escape");
  await country(page).press("Tab");
  await expect(country(page)).toHaveValue("Germany");
});

test("the counts lead from one problem to the next", async ({ page }) => {
  await beginWith(page, /Harmonia/);
  await country(page).fill("Qqqq");
  await row(page, /Suara/).click();
  await field(page, "Sender, in its own language").fill("");
  const counts = page.getByRole("button", { name: /2 to correct/ });
  await expect(counts).toBeVisible();
  await expect(page.getByRole("heading", { name: "3 messages" })).toBeVisible();
  await row(page, /جوقة/).click();
  await counts.click();
  await expect(country(page)).toBeFocused();
  await expect(country(page)).toHaveValue("Qqqq");
  await counts.click();
  await expect(field(page, "Sender, in its own language")).toBeFocused();
  await counts.click();
  await expect(country(page)).toBeFocused();
});

test("senders and their names are added, moved and removed", async ({ page }) => {
  await beginWith(page, /Suara/);
  await more(page, "sender 1").click();
  await press(page, "Add its name in another language");
  const other = field(page, "In another language");
  await expect(other).toBeFocused();
  await other.fill("Voice of the Harbour");
  await expectPreview(page, "Voice of the Harbour");
  await press(page, "Add another sender");
  await expect(field(page, "Sender, in its own language").nth(1)).toBeFocused();
  await page.keyboard.type("Malmökören");
  await expect(row(page, /Suara Pelabuhan, Malmökören/)).toBeVisible();
  await more(page, "sender 2").click();
  await press(page, "Move sender up");
  await expect(row(page, /Malmökören, Suara Pelabuhan/)).toBeVisible();
  await page.getByLabel("More for sender 1").first().click();
  await press(page, "Remove sender");
  await expect(row(page, /^Malaysia\s*Suara Pelabuhan/)).toBeVisible();
});

test("signatures are added, moved and removed", async ({ page }) => {
  await beginWith(page, /Suara/);
  await press(page, "Add another signature");
  await expect(field(page, "Signed by").nth(1)).toBeFocused();
  await page.keyboard.type("Siti");
  await more(page, "signature 2").click();
  await press(page, "Move signature up");
  await expect(field(page, "Signed by").first()).toHaveValue("Siti");
  await more(page, "signature 1").click();
  await press(page, "Remove signature");
  await expect(field(page, "Signed by")).toHaveCount(1);
  await expect(field(page, "Signed by")).toHaveValue("Aminah Yusof");
});

test("a paragraph is split at the cursor, and joined again, by keys and by menu", async ({ page }) => {
  await beginWith(page, /Suara/);
  const second = field(page, "Paragraph 2");
  await second.fill("Kami 🕊️ mengucapkan selamat.");
  await second.evaluate((area) => area.setSelectionRange(9, 9));
  await second.press("Control+Enter");
  await expect(second).toHaveValue("Kami 🕊️");
  const third = field(page, "Paragraph 3");
  await expect(third).toHaveValue("mengucapkan selamat.");
  await expect(third).toBeFocused();
  await third.press("Home");
  await third.press("Backspace");
  await expect(second).toHaveValue("Kami 🕊️ mengucapkan selamat.");
  await expect(second).toBeFocused();
  await second.evaluate((area) => area.setSelectionRange(4, 4));
  await more(page, "paragraph 2").click();
  await page.getByRole("button", { name: /Split at the cursor/ }).filter({ visible: true }).click();
  await expect(second).toHaveValue("Kami");
});

test("a pasted text with empty lines becomes paragraphs; line ends within one stay", async ({ page }) => {
  await beginWith(page, /Harmonia/);
  const first = field(page, "Paragraph 1");
  await first.fill("Dear friends,\nin two lines");
  await expect(first).toHaveValue("Dear friends,\nin two lines");
  await first.press("End");
  await first.evaluate((area) => {
    area.setSelectionRange(area.value.length, area.value.length);
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", ": one\r\n\r\ntwo\n\nthree");
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(field(page, "Paragraph 1")).toHaveValue("Dear friends,\nin two lines: one");
  await expect(field(page, "Paragraph 2")).toHaveValue("two");
  await expect(field(page, "Paragraph 3")).toHaveValue("three");
  await expect(field(page, "Paragraph 3")).toBeFocused();
  await expect(field(page, "Paragraph 4")).toHaveValue("In solidarity.");
});

test("paragraphs are added, moved and removed, and their fields grow", async ({ page }) => {
  await beginWith(page, /Harmonia/);
  await press(page, "Add a paragraph");
  const third = field(page, "Paragraph 3");
  await expect(third).toBeFocused();
  const low = (await third.boundingBox()).height;
  await third.fill("Long. ".repeat(80));
  expect((await third.boundingBox()).height).toBeGreaterThan(2 * low);
  await more(page, "paragraph 3").click();
  await expect(page.getByRole("button", { name: "Move paragraph down", exact: true })).toBeDisabled();
  await page.getByRole("button", { name: "Move paragraph up" }).filter({ visible: true }).click();
  await expect(field(page, "Paragraph 2")).toHaveValue(/^Long/);
  await more(page, "paragraph 2").click();
  await page.getByRole("button", { name: "Remove paragraph" }).filter({ visible: true }).click();
  await expect(field(page, "Paragraph 2")).toHaveValue("In solidarity.");
});

test("lines of a letter that say who wrote it become its sender and signature", async ({ page }) => {
  await open(page);
  const letter = "Choir of Australia, Australia\n\nDear friends\n\nIda Lind\n\nChair";
  await choose(page, file("letter.csv", `sender,message\n,"${letter}"\n`));
  await expect(list(page)).toBeAttached({ timeout: 60_000 });
  await list(page).getByRole("button").first().click();
  await expect(list(page)).toContainText("No country yet");
  const choosing = async (paragraph, item) => {
    await more(page, paragraph).click();
    await page.getByRole("button", { name: item, exact: true }).filter({ visible: true }).click();
  };
  await choosing("paragraph 1", "This is the sender");
  await expect(field(page, "Sender, in its own language")).toHaveValue("Choir of Australia");
  await expect(field(page, "Sender, in its own language")).toBeFocused();
  await expect(country(page)).toHaveValue("Australia");
  await expect(row(page, /Choir of Australia/)).toBeVisible();
  await choosing("paragraph 2", "This is a signature");
  await expect(field(page, "Signed by")).toHaveValue("Ida Lind");
  await choosing("paragraph 2", "This is the office of who signed");
  await expect(page.getByRole("textbox", { name: /^Paragraph/ })).toHaveCount(1);
  await undo(page).click();
  await expect(field(page, "Paragraph 2")).toHaveValue("Chair");
});

test("the language of a text is chosen by its name, and that of a name by a tag", async ({ page }) => {
  await beginWith(page, /Suara/);
  await page.getByRole("button", { name: /Language of the text/ }).click();
  const search = page.getByRole("combobox", { name: "Language" });
  await expect(search).toBeFocused();
  await expectAccessible(page);
  await search.fill("malay");
  await expect(options(page).first()).toHaveText("Malay");
  await search.press("Enter");
  await expect(page.getByRole("button", { name: /Language of the text: Malay$/ })).toBeFocused();
  await page.getByRole("button", { name: /language of the name: English/ }).click();
  await search.fill("zlm-Latn");
  await search.press("Enter");
  await expect(page.getByRole("button", { name: /language of the name/ })).not.toHaveText(/English/);
  await undo(page).click();
  await expect(page.getByRole("button", { name: /language of the name: English/ })).toBeVisible();
});

test("one paragraph in another language shows which", async ({ page }) => {
  await beginWith(page, /Suara/);
  await more(page, "paragraph 2").click();
  await page.getByRole("button", { name: "Language of this paragraph" }).filter({ visible: true }).click();
  await page.getByRole("combobox", { name: "Language" }).fill("ms");
  await options(page).filter({ hasText: /^Malay$/ }).click();
  await expect(page.getByRole("button", { name: "Paragraph 2, language: Malay" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Language of the text: several languages" })).toBeVisible();
  await expect(field(page, "Paragraph 2")).toBeFocused();
});

test("a region is chosen, and taken back", async ({ page }) => {
  await beginWith(page, /Harmonia/);
  await page.getByText("Acronym, region, heading").click();
  const region = page.getByRole("combobox", { name: /^Region/ });
  await region.selectOption("Asia");
  await expect(region).toHaveAttribute("aria-invalid", "true");
  await expect(region).toHaveAccessibleDescription(/both a country and a region/);
  await undo(page).click();
  await expect(region).toHaveValue("");
  await field(page, "Acronym").fill("HRM");
  await expectPreview(page, "HRM");
});

test("a menu closes with Escape, and the focus returns to it", async ({ page }) => {
  await beginWith(page, /Suara/);
  const menu = more(page, "paragraph 2");
  await menu.press("Enter");
  await expect(page.getByRole("button", { name: "Remove paragraph" }).filter({ visible: true })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await expect(page.getByRole("button", { name: "Remove paragraph" }).filter({ visible: true })).toHaveCount(0);
});

test("the link is changed with a warning", async ({ page }) => {
  await beginWith(page, /Harmonia/);
  await expect(page.getByText("Link: m/harmonia")).toBeVisible();
  await press(page, "Change link");
  const link = field(page, "Link: small letters, digits and hyphens");
  await expect(link).toBeFocused();
  await expect(page.getByText(/links that were shared would stop working/)).toBeVisible();
  await link.fill("the-choir");
  await expect(page.getByText("Link: m/the-choir/")).toBeVisible();
  await link.fill("The Choir");
  await expect(link).toHaveAttribute("aria-invalid", "true");
});

test("messages are chosen and moved by keys", async ({ page }) => {
  await begin(page);
  await row(page, /Harmonia/).focus();
  await page.keyboard.press("ArrowDown");
  await expect(row(page, /Suara/)).toBeFocused();
  await expect(row(page, /Suara/)).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Alt+ArrowUp");
  expect(await names(page)).toEqual(["Suara Pelabuhan", "Harmonia", "جوقة الميناء"]);
  await expect(row(page, /Suara/)).toBeFocused();
  await expect(page.getByRole("status").getByText("Moved Suara Pelabuhan to place 1 of 3")).toBeAttached();
  await page.keyboard.press("Control+z");
  expect(await names(page)).toEqual(["Harmonia", "Suara Pelabuhan", "جوقة الميناء"]);
  await expect(page.getByText("Undone: move Suara Pelabuhan")).toBeAttached();
  await page.getByRole("button", { name: "Move message down" }).click();
  expect(await names(page)).toEqual(["Harmonia", "جوقة الميناء", "Suara Pelabuhan"]);
});

test("a message is moved by dragging its row", async ({ page }) => {
  await begin(page);
  const [from, to] = [await row(page, /Harmonia/).boundingBox(), await row(page, /جوقة/).boundingBox()];
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 20, { steps: 5 });
  await page.mouse.move(to.x + 40, to.y + to.height - 5, { steps: 3 });
  await page.mouse.up();
  expect(await names(page)).toEqual(["Suara Pelabuhan", "جوقة الميناء", "Harmonia"]);
});

test("a message is removed, and brought back beside what is said about it", async ({ page }) => {
  await beginWith(page, /Suara/);
  await more(page, "this message").click();
  await press(page, "Remove message");
  const notice = page.getByRole("status").filter({ hasText: "Removed: Suara Pelabuhan" });
  await expect(notice).toBeVisible();
  await expect(row(page, /جوقة/)).toHaveAttribute("aria-current", "true");
  await notice.getByRole("button", { name: "Undo" }).click();
  expect(await names(page)).toEqual(["Harmonia", "Suara Pelabuhan", "جوقة الميناء"]);
});

test("a message is added, and duplicated under a link of its own", async ({ page }) => {
  await beginWith(page, /Harmonia/);
  await more(page, "this message").click();
  await press(page, "Duplicate");
  await expect(page.getByText(/Link: m\/harmonia.*-2\//)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Harmonia" })).toBeFocused();
  await press(page, "New message");
  await expect(field(page, "Sender, in its own language")).toBeFocused();
  await page.keyboard.type("Kvintett");
  expect(await names(page)).toEqual(["Harmonia", "Harmonia", "Kvintett", "Suara Pelabuhan", "جوقة الميناء"]);
});

test("a message is split at a paragraph, and joined with the previous one", async ({ page }) => {
  await beginWith(page, /Suara/);
  await more(page, "paragraph 2").click();
  await page.getByRole("button", { name: "Begin a new message here" }).filter({ visible: true }).click();
  await expect(list(page).locator(".message-row")).toHaveCount(4);
  await expect(field(page, "Sender, in its own language")).toBeFocused();
  await expect(field(page, "Paragraph 1")).toHaveValue("Kami mengucapkan selamat.");
  await more(page, "this message").click();
  await press(page, "Join with the previous message");
  await expect(list(page).locator(".message-row")).toHaveCount(3);
  await expect(field(page, "Paragraph 3")).toHaveValue("Semoga terus.");
});

test("words are replaced where somebody wants it, after a look at every place", async ({ page }) => {
  await begin(page);
  await press(page, "Find and replace");
  await field(page, "Find").fill("se");
  const places = page.getByRole("list", { name: "Places" }).getByRole("listitem");
  await expect(places).toHaveCount(3);
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "Match capitals" }).check();
  await field(page, "Find").fill("Sahabat");
  await expect(places).toHaveCount(1);
  await field(page, "Find").fill("mengucapkan");
  await field(page, "Replace with").fill("ucapkan");
  // The search waits until nobody types.
  await expect(places.locator("del")).toHaveText("mengucapkan");
  await expect(places.locator("ins")).toHaveText("ucapkan");
  await places.getByRole("checkbox").uncheck();
  await expect(page.getByRole("button", { name: "Replace", exact: true })).toBeDisabled();
  await places.getByRole("checkbox").check();
  await press(page, "Replace in 1 place");
  await row(page, /Suara/).click();
  await expect(field(page, "Paragraph 2")).toHaveValue("Kami ucapkan selamat.");
  await undo(page).click();
  await expect(field(page, "Paragraph 2")).toHaveValue("Kami mengucapkan selamat.");
});

test("of many places the first are shown and more when asked; all of them are replaced", async ({ page }) => {
  const rows = Array.from({ length: 250 }, (_, at) => `Choir ${at},Portugal,,,"Dear friends ${at}"`);
  await begin(page, ["sender,country,signature,role,message", ...rows, ""].join("\n"));
  await press(page, "Find and replace");
  await field(page, "Find").fill("friends");
  const places = page.getByRole("list", { name: "Places" }).getByRole("listitem").filter({ has: page.getByRole("checkbox") });
  await expect(page.getByText("250 places", { exact: true })).toBeVisible();
  await expect(places).toHaveCount(100);
  await places.nth(99).getByRole("checkbox").uncheck();
  await press(page, "Show more");
  await expect(places).toHaveCount(200);
  await expect(places.nth(99).getByRole("checkbox")).not.toBeChecked();
  await press(page, "Show more");
  await expect(places).toHaveCount(250);
  await expect(page.getByRole("button", { name: "Show more" })).toHaveCount(0);
  await field(page, "Replace with").fill("comrades");
  await press(page, "Replace in 249 places");
  await row(page, /Choir 99/).click();
  await expect(field(page, "Paragraph 1")).toHaveValue("Dear friends 99");
  await row(page, /Choir 249/).click();
  await expect(field(page, "Paragraph 1")).toHaveValue("Dear comrades 249");
});

test("undo and redo work by keys inside and outside of fields, and say what they do", async ({ page }) => {
  await beginWith(page, /Harmonia/);
  const sender = field(page, "Sender, in its own language");
  await sender.fill("Harmonie");
  await sender.press("Control+z");
  await expect(sender).toHaveValue("Harmonia");
  await expect(sender).toBeFocused();
  await expect(page.getByText("Undone: change Harmonia: sender 1, name")).toBeAttached();
  await sender.press("Control+Shift+z");
  await expect(sender).toHaveValue("Harmonie");
  await sender.press("Control+z");
  await page.getByRole("heading", { name: "3 messages" }).click();
  await page.keyboard.press("Control+y");
  await expect(sender).toHaveValue("Harmonie");
  await expect(undo(page)).toHaveAttribute("title", /change Harmonia/);
});

test("right-to-left texts stand at the right in their fields", async ({ page }) => {
  await beginWith(page, /جوقة/);
  for (const label of ["Sender, in its own language", "Paragraph 1"]) {
    await expect(field(page, label)).toHaveCSS("direction", "rtl");
  }
});

test("a thousand messages stay fluent", async ({ page }) => {
  test.setTimeout(120_000);
  const rows = Array.from({ length: 1000 }, (_, at) => `Choir ${at},Norway,,,"Dear friends ${at}"`);
  await begin(page, ["sender,country,signature,role,message", ...rows].join("\n"));
  await expect(page.getByRole("heading", { name: "1000 messages" })).toBeVisible();
  await page.waitForTimeout(1000);
  const sender = field(page, "Sender, in its own language");
  await sender.focus();
  const times = [];
  for (const letter of "abcdefghijklmnopqrst") {
    times.push(
      await sender.evaluate((input, letter) => {
        const start = performance.now();
        input.setRangeText(letter, input.value.length, input.value.length, "end");
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        return new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))));
      }, letter),
    );
  }
  times.sort((a, b) => a - b);
  test.info().annotations.push({ type: "keystroke, ms", description: `median ${times[10]}, worst ${times.at(-1)}` });
  expect(times[10]).toBeLessThan(200);
  await expect(list(page).locator(".message-name").first()).toHaveText("Choir 0abcdefghijklmnopqrst");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("list, form and preview are three views with a bar to switch", async ({ page }) => {
    await begin(page);
    const bar = page.getByRole("navigation", { name: "Views" });
    await bar.getByRole("button", { name: "Messages" }).click();
    await row(page, /Suara/).click();
    await expect(country(page)).toBeVisible();
    await expect(list(page)).toBeHidden();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await bar.getByRole("button", { name: "Preview" }).click();
    await expectPreview(page, "Kami mengucapkan selamat.");
    await expect(country(page)).toBeHidden();
    await bar.getByRole("button", { name: "Messages" }).click();
    await expect(row(page, /Suara/)).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe("on a tablet", () => {
  test.use({ viewport: { width: 820, height: 1100 } });

  test("the list stays beside the form, of which the preview takes the place", async ({ page }) => {
    await beginWith(page, /Suara/);
    const bar = page.getByRole("navigation", { name: "Views" });
    await expect(list(page)).toBeVisible();
    await expect(country(page)).toBeVisible();
    await bar.getByRole("button", { name: "Preview" }).click();
    await expect(country(page)).toBeHidden();
    await expect(list(page)).toBeVisible();
    await expectPreview(page, "Kami mengucapkan selamat.");
  });
});

test("the focus stays with what was done: after an import in the list, after the last undo at its button", async ({ page }) => {
  await begin(page);
  await expect(page.locator(".list-pane :focus")).toHaveCount(1);
  await undo(page).focus();
  await page.keyboard.press("Enter");
  await expect(undo(page)).toBeDisabled();
  await expect(undo(page)).toBeFocused();
});

test.describe("at 400 % zoom", () => {
  test.use({ viewport: { width: 320, height: 256 } });

  test("every message and every field can be reached", async ({ page }) => {
    await begin(page);
    await row(page, /جوقة/).scrollIntoViewIfNeeded();
    await expect(row(page, /جوقة/)).toBeInViewport();
    await row(page, /جوقة/).click();
    await field(page, "Paragraph 2").scrollIntoViewIfNeeded();
    await expect(field(page, "Paragraph 2")).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

test.describe("on a phone on its side", () => {
  test.use({ viewport: { width: 740, height: 360 } });

  test("the work area is as high as the window, nearly", async ({ page }) => {
    await begin(page);
    expect((await page.locator(".panes").boundingBox()).height).toBeGreaterThan(250);
  });
});
