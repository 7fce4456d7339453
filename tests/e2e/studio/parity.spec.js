// The studio and the program for organisers make the same of the same files: the same messages, and the same site.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { choose, expect, open, test } from "./fixtures.js";
import { build, expectSame, repository, run, saveData, saveSite } from "./saving.js";

const documents = join(repository, "tests/collections/documents");
const document = (name) => readFileSync(join(documents, name));
const congress = readFileSync(join(repository, "tests/collections/congress.json"), "utf8");

const mail = (name, text) => [
  `From: ${name} <choir@example.org>`, "To: greetings@example.org", "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=",
  "Date: Sat, 1 May 2027 10:00:00 +0200", "MIME-Version: 1.0", 'Content-Type: text/plain; charset="utf-8"',
  "Content-Transfer-Encoding: 8bit", "", text, ""].join("\r\n");

/** A file of each kind that is imported. */
const corpus = {
  "answers.csv": () => document("answers.csv"),
  "answers.ods": () => document("answers.ods"),
  "answers.xls": () => document("answers.xls"),
  "answers.xlsx": () => document("answers.xlsx"),
  "answers.tsv": () => 'sender\tcountry\tmessage\nHarmonia\tPortugal\t"Caros amigos,\n\nParabéns! 🕊️"\nQnil\tSwedem\tHej\n',
  "letter.docx": () => document("letter.docx"),
  "letter.html": () => document("letter.html"),
  "letter.odt": () => document("letter.odt"),
  "harmonia.txt": () => "Sender: Harmonia\nCountry: Portugal\n\nCaros amigos,\n\nMuitos parabéns!\n\nInês Sá\n",
  "harmonia.md": () => "---\nsender: Harmonia\ncountry: PT\n---\n\nCaros *amigos*,\n\n- Muitos parabéns!\n",
  "harmonia.eml": () => mail("Harmonia", "Caros amigos,\r\n\r\nMuitos parabéns!"),
  "letters.mbox": () => ["Harmonia", "Malmö Hamnkör"].map((name) => `From choir@example.org Sat May  1 10:00:00 2027\r\n${mail(`=?UTF-8?B?${Buffer.from(name).toString("base64")}?=`, `Caros amigos de ${name}.`)}\r\n`).join(""),
  "site.xml": () => readFileSync(join(repository, "tests/fuzz/corpus/wordpress/letters.xml")),
  "letters.zip": (folder) => {
    mkdirSync(join(folder, "letters"), { recursive: true });
    for (const name of ["letter.docx", "answers.csv"]) writeFileSync(join(folder, "letters", name), document(name));
    execFileSync("zip", ["-qr", "letters.zip", "letters"], { cwd: folder });
    return readFileSync(join(folder, "letters.zip"));
  },
  "messages.json": () => congress,
};

/** Chooses files, and takes whatever the studio makes of their columns. */
async function bring(page, ...files) {
  await open(page);
  await choose(page, ...files.map(([name, buffer]) => ({ name, mimeType: "", buffer: Buffer.from(buffer) })));
  await expect(page.locator(".message-row").first()).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
}

/** What the program makes of files in a folder. It answers with an error where something is to be corrected. */
function imported(folder, names) {
  const project = join(folder, "project");
  mkdirSync(project, { recursive: true });
  const title = names.includes("messages.json") ? [] : ["--title", "Letters"];
  try {
    run("import", ...names.map((name) => join(folder, name)), "--folder", project, ...title);
  } catch (error) {
    if (!existsSync(join(project, "messages.json"))) throw error;
  }
  return JSON.parse(readFileSync(join(project, "messages.json"), "utf8"));
}

/** What the studio and the program make of files. */
async function both(page, info, names) {
  const folder = info.outputPath("files");
  mkdirSync(folder, { recursive: true });
  for (const name of names) writeFileSync(join(folder, name), corpus[name](folder));
  await bring(page, ...names.map((name) => [name, readFileSync(join(folder, name))]));
  await saveData(page, "File of messages", info.outputPath("messages.json"));
  return [JSON.parse(readFileSync(info.outputPath("messages.json"), "utf8")), imported(folder, names)];
}

test("the corpus has a file of every kind that the guide names", () => {
  const guide = readFileSync(join(repository, "docs/organisers.md"), "utf8");
  const table = guide.slice(guide.indexOf("| what | files |"), guide.indexOf("Or choose"));
  const ends = [...table.matchAll(/`(\.[a-z]+)`/g)].map(([, end]) => end);
  expect(ends).toHaveLength(14);
  for (const end of ends) expect(Object.keys(corpus).filter((name) => name.endsWith(end)), end).not.toEqual([]);
});

for (const name of Object.keys(corpus)) {
  test(`${name} becomes the same messages as with the program`, async ({ page }, info) => {
    // The program takes no files without a whole message; in the studio, what is missing can be added.
    const names = name === "messages.json" ? [name] : [name, "harmonia.md"];
    const [studio, program] = await both(page, info, [...new Set(names)]);
    expect(program.messages.length).toBeGreaterThanOrEqual(new Set(names).size);
    expect(studio.messages).toEqual(program.messages);
    if (name === "messages.json") expect(studio.collection).toEqual(program.collection);
  });
}

test("several files at once become the same messages, under the same links", async ({ page }, info) => {
  const names = ["answers.csv", "answers.tsv", "harmonia.eml", "harmonia.md", "harmonia.txt", "letter.docx"];
  const [studio, program] = await both(page, info, names);
  expect(studio.messages).toEqual(program.messages);
});

test("the site of the congress is the one that the program builds, byte for byte", async ({ page }, info) => {
  test.setTimeout(300_000);
  await bring(page, ["messages.json", congress]);
  const project = info.outputPath("project");
  mkdirSync(project, { recursive: true });
  await saveData(page, "File of messages", join(project, "messages.json"));
  const before = JSON.parse(congress);
  expect(JSON.parse(readFileSync(join(project, "messages.json"), "utf8"))).toEqual(before);
  await saveSite(page, info.outputPath("saved"));
  build(project, info.outputPath("built"));
  expectSame(info.outputPath("saved"), info.outputPath("built"));
});
