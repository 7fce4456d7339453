import { cards, expect, expectAddress, open, test } from "./fixtures.js";

const box = (page) => page.getByRole("searchbox", { name: "Search" });

test("narrows the cards while typing, marks the matches and counts them", async ({ page }) => {
  await open(page, "/");
  await box(page).pressSequentially("clim");
  await expect(cards(page)).toHaveCount(5);
  await expect(page.getByRole("status").first()).toHaveText("5 of 17 messages");
  await expect(page.locator("article.card mark").first()).toHaveText(/^clim$/i);
  await box(page).pressSequentially("ate change");
  await expect(cards(page)).toHaveCount(3);
});

test("finds names typed without their accents", async ({ page }) => {
  await open(page, "/");
  for (const [typed, name] of [
    ["pawel", "Progressive International"],
    ["vansterpartiet", "Vänsterpartiet"],
    ["ma'ruf", "Konfederasi Pergerakan Rakyat Indonesia"],
    ["frontieres", "Europe solidaire sans frontières"],
  ]) {
    await box(page).fill(typed);
    await expect(cards(page)).toHaveText([name]);
  }
});

test("ranks senders above texts", async ({ page }) => {
  await open(page, "/?q=left");
  await expect(cards(page).nth(0)).toHaveText(/Left|Vänsterpartiet/);
  await expect(cards(page).nth(1)).toHaveText(/Left|Vänsterpartiet/);
});

test("shows the passage that matches when it is deep in the text", async ({ page }) => {
  await open(page, "/?q=oxfam");
  await expect(page.locator("article.card mark")).toHaveText("Oxfam");
});

test("slash moves to the box and Esc clears it", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue("");
  await page.keyboard.type("and/or");
  await expect(box(page)).toHaveValue("and/or");
  await page.keyboard.press("Escape");
  await expect(box(page)).toHaveValue("");
  await expect(box(page)).toBeFocused();
  await expect(cards(page)).toHaveCount(17);
});

test("the slash can be turned off permanently", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("checkbox", { name: "Press / to search" }).uncheck();
  await page.reload();
  await page.getByRole("main").focus();
  await page.keyboard.press("/");
  await expect(box(page)).not.toBeFocused();
});

test("“Show all” leads to the messages, and opens no keyboard", async ({ page }) => {
  await open(page, "/?country=FR");
  await page.getByRole("button", { name: "Show all" }).press("Enter");
  await expect(cards(page)).toHaveCount(17);
  await expect(page.getByRole("region", { name: "Messages" })).toBeFocused();
});

test("says what to try when nothing is found, and shows all again", async ({ page }) => {
  await open(page, "/?q=zzzxqy");
  await expect(page.getByRole("heading", { name: "No messages found" })).toBeVisible();
  await expect(page.getByRole("status").first()).toHaveText("0 of 17 messages");
  await page.getByRole("button", { name: "Show all" }).last().click();
  await expect(cards(page)).toHaveCount(17);
  await expect(page.getByRole("region", { name: "Messages" })).toBeFocused();
});

test("any input gets a response", async ({ page }) => {
  await open(page, "/");
  for (const typed of ["*", '"', "a:b:c", "(", "\\", "🙂", "__proto__", "<b>x", "x".repeat(5000)]) {
    await box(page).fill(typed);
    await expect(page.getByRole("status").first()).toContainText("messages");
  }
  await box(page).fill("");
  await expect(cards(page)).toHaveCount(17);
});

test("orders the cards", async ({ page }) => {
  await open(page, "/");
  await page.getByLabel("Sort").selectOption({ label: "Shortest first" });
  await expect(cards(page).first()).toHaveText("Vänsterpartiet");
  await expectAddress(page, "/?sort=length");
  await page.getByLabel("Sort").selectOption({ label: "Sender A–Z" });
  await expect(cards(page).first()).toHaveText("Communist Party of India (Marxist-Leninist) Liberation");
  await expect(cards(page).last()).toHaveText("Vänsterpartiet");
  await box(page).fill("left");
  await expect(page.locator("option", { hasText: "Best match" })).toBeAttached();
});

test("tips show what can be typed", async ({ page }) => {
  await open(page, "/");
  const examples = page.locator(".tips code");
  await expect(examples.first()).toBeHidden();
  await page.getByText("Search tips").click();
  await expect(examples.first()).toBeVisible();
  // Each finds some messages of this collection, but not all.
  for (const example of await examples.allTextContents()) {
    await box(page).fill(example);
    await expect(page.getByRole("status").first(), example).toHaveText(/^([1-9]|1[0-6]) of 17 messages/);
  }
});

test("typos are forgiven, and the words found instead are marked", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("searchbox").fill("phillipines");
  await expect(cards(page).first()).toHaveText("Partido Lakas ng Masa");
  await expect(page.locator("mark").first()).toHaveText("Philippines");
});

test("if no message has all the words, those with most are shown, and the page says so", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("searchbox").fill("oxfam zzzxqy");
  await expect(page.locator(".results")).toContainText("No message contains all of these words.");
  await expect(page.getByRole("status").first()).toContainText("No message contains all of these words.");
  await expect(cards(page)).toHaveCount(1);
});

test("if nothing is found, the nearest words are offered as links", async ({ page }) => {
  await open(page, "/?q=intornatianulism");
  await expect(page.getByRole("heading", { name: "No messages found" })).toBeVisible();
  await page.getByRole("list", { name: "Did you mean" }).getByRole("link").first().click();
  await expectAddress(page, "/?q=internationalism");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("intornatianulism");
});

test("the excerpt is the passage that matches best", async ({ page }) => {
  await open(page, "/?q=indigenous+fishermen");
  const card = page.getByRole("article").filter({ hasText: "Konfederasi Pergerakan" });
  await expect(card.locator("mark")).toContainText(["fishermen", "indigenous"]);
});
