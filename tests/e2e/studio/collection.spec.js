// The form of the collection, and the preview.
import { choose, expect, expectAccessible, expectPreview, file, open, preview, table, test } from "./fixtures.js";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>';

async function form(page) {
  await open(page);
  await choose(page, file("answers.csv", table));
  await page.locator(".messages").waitFor({ state: "attached" });
  // On a narrow screen, what is needed less often is folded away.
  const more = page.getByRole("button", { name: "More", exact: true });
  if (await more.isVisible()) await more.click();
  await page.getByRole("button", { name: "Title, place, colours" }).click();
}

test("what is typed stands on the home page at once", async ({ page }) => {
  await form(page);
  await page.getByLabel("Title", { exact: true }).fill("Greetings to the Harbour Choir");
  await page.getByLabel(/^Name, such as/).fill("50th anniversary");
  await page.getByLabel("First day").fill("2027-05-01");
  await page.getByLabel("Last day", { exact: true }).fill("2027-05-02");
  await expectPreview(page, "Greetings to the Harbour Choir");
  await expectPreview(page, "1–2 May 2027");
  await expect(page.locator(".head-title")).toHaveText("Greetings to the Harbour Choir");
  await expectAccessible(page);
});

test("an address that is none is said at its field", async ({ page }) => {
  await form(page);
  const address = page.getByLabel("Address of the site (optional)");
  await address.fill("example.org");
  await expect(address).toHaveAttribute("aria-invalid", "true");
  await expect(address).toHaveAccessibleDescription(/Write it in full/);
  await address.fill("https://example.org/letters/");
  await expect(address).not.toHaveAttribute("aria-invalid", "true");
});

test("a logo is shown in the form and on the page, and can be removed", async ({ page }) => {
  await form(page);
  await page.getByLabel("Title", { exact: true }).fill("Letters");
  await page.getByLabel("Choose a picture").setInputFiles(file("crest.svg", svg));
  await expect(page.getByAltText("The logo")).toBeVisible();
  await expect(preview(page).locator("img.logo")).toHaveAttribute("src", /^blob:/);
  await page.getByRole("button", { name: "Remove the logo" }).click();
  await expect(preview(page).locator("img.logo")).toHaveCount(0);
  await page.getByLabel("Choose a picture").setInputFiles(file("crest.pdf", "%PDF-1.4"));
  await expect(page.locator("#logo-said")).toContainText("is not a picture that the studio can show");
});

test("a colour is seen at once, with what there is to say of it", async ({ page }) => {
  await form(page);
  await page.getByLabel("Title", { exact: true }).fill("Letters");
  await expectPreview(page, "Letters");
  const accent = page.getByLabel("On light screens").first();
  const colour = () => preview(page).evaluate((app) => getComputedStyle(app.ownerDocument.documentElement).getPropertyValue("--accent"));
  await accent.fill("#005a9c");
  await expect.poll(colour).toContain("#005a9c");
  await accent.fill("#ffee88");
  await expect(accent).toHaveAccessibleDescription(/Too light to be read/);
  await page.getByRole("button", { name: "Use the nearest that can be read" }).click();
  await expect(accent).toHaveAccessibleDescription("Can be read.");
  await page.getByRole("button", { name: "Back to the usual colours" }).click();
  await expect(accent).toHaveValue("#c3151c");
});

test("a country gets a name of its own", async ({ page }) => {
  await form(page);
  await page.getByLabel("Title", { exact: true }).fill("Letters");
  await page.getByLabel("Name another country").selectOption({ label: "Portugal" });
  await page.getByLabel("Portugal", { exact: true }).fill("Portuguese Republic");
  await expectPreview(page, "Portuguese Republic");
});

test("the preview shows a message's page, its card and its link", async ({ page }) => {
  await form(page);
  await page.getByLabel("Title", { exact: true }).fill("Letters");
  await page.locator(".message-row").nth(1).click();
  await expect(preview(page).locator("h1")).toContainText("Harmonia");
  await page.getByRole("button", { name: "Its card" }).click();
  await expect(preview(page).locator(".card")).toContainText("Harmonia");
  await expect(preview(page).locator("h1")).toHaveCount(0);
  await page.getByRole("button", { name: "In a chat" }).click();
  await expect(page.locator(".chat-title")).toContainText("Harmonia");
  await expectAccessible(page);
});

test("a message with errors is shown as far as it goes, and no page names places in a file", async ({ page }) => {
  const unpublished = page.getByText("This message is not published until what is marked is corrected.");
  const diagnostics = preview(page).getByText(/left out|needs correcting|line \d/);
  await form(page);
  await page.getByLabel("Address of the site (optional)").fill("example.org");
  await expectPreview(page, "Suara Pelabuhan");
  await expect(diagnostics).toHaveCount(0);
  await expect(unpublished).toHaveCount(0);
  await page.getByRole("button", { name: /Suara/ }).click();
  const country = page.getByRole("combobox", { name: "Country" });
  await country.fill("Germny");
  await country.press("Escape");
  await country.press("Tab");
  await expect(preview(page).locator("h1")).toContainText("Suara Pelabuhan");
  await expectPreview(page, "Kami mengucapkan selamat.");
  await expect(unpublished).toBeVisible();
  await expectAccessible(page);
  for (const label of ["Paragraph 1", "Sender, in its own language"]) {
    await page.getByRole("textbox", { name: label, exact: true }).fill("");
  }
  await expect(preview(page).locator("h1")).toContainText("…");
  await page.getByRole("button", { name: /Harmonia/ }).click();
  await expect(preview(page).locator("h1")).toContainText("Harmonia");
  await expect(diagnostics).toHaveCount(0);
  await expect(unpublished).toHaveCount(0);
});

test("the preview has the width of a phone and dark colours when asked", async ({ page }) => {
  await form(page);
  await page.getByLabel("Title", { exact: true }).fill("Letters");
  await expectPreview(page, "Letters");
  await page.getByRole("button", { name: "Phone" }).click();
  expect((await page.locator("iframe").boundingBox()).width).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Dark" }).click();
  const scheme = () => preview(page).evaluate((app) => getComputedStyle(app.ownerDocument.documentElement).colorScheme);
  await expect.poll(scheme).toBe("dark");
});

test("a link in the preview selects its message, others say where they lead", async ({ page }) => {
  await form(page);
  await page.getByLabel("Title", { exact: true }).fill("Letters");
  await preview(page).getByRole("link", { name: "Harmonia" }).first().click();
  await expect(page.locator(".message-row[aria-current]")).toContainText("Harmonia");
  await preview(page).locator('a[href="./"]').first().click();
  await expect(page.locator(".preview-said")).toContainText("In the finished site, this link leads to");
});

test.describe("on a phone, dark, from right to left", () => {
  test.use({ viewport: { width: 360, height: 2600 }, colorScheme: "dark" });

  test("the form fits", async ({ page }) => {
    await form(page);
    await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
    await expect(page.getByLabel("Title", { exact: true })).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
});

test("letters of the preview that come late take their place", async ({ page }) => {
  await page.route("**/client/fonts/Brygada1918-latin.woff2", async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await open(page);
  await choose(page, file("answers.csv", table));
  await page.locator(".messages .message-name").last().click();
  const paragraph = preview(page).getByText("In solidarity.");
  await expect(paragraph).toBeVisible();
  // How much the sentence is wider or narrower than in the letters that a computer has.
  const difference = () =>
    paragraph.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const own = range.getBoundingClientRect().width;
      element.style.setProperty("font-family", '"Brygada fallback"');
      const other = range.getBoundingClientRect().width;
      element.style.removeProperty("font-family");
      return Math.abs(own - other);
    });
  // The others are drawn as wide, but for a fraction of a pixel.
  await expect.poll(difference).toBeGreaterThan(0);
});
