// What the tests of the studio save, and compare with what the program for organisers makes.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "./fixtures.js";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));
const program = process.env.SOLIDARITY_ATLAS ?? join(repository, "target/debug/solidarity-atlas");

/** Runs the program for organisers. */
export const run = (...values) => execFileSync(program, values, { stdio: ["ignore", "ignore", "pipe"] });

/** Builds the site of a project folder with the client that the studio has. */
export const build = (project, folder) =>
  run("build", "--folder", project, "--client", join(repository, "target/client"), "--to", folder);

/** Saves the site into a folder, unpacked. */
export async function saveSite(page, folder) {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save site (ZIP)" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^[\p{L}\p{N}-]+\.zip$/u);
  mkdirSync(folder, { recursive: true });
  await download.saveAs(`${folder}.zip`);
  execFileSync("unzip", ["-q", `${folder}.zip`, "-d", folder]);
}

/** Saves the messages alone. */
export async function saveData(page, form, path) {
  await page.getByRole("button", { name: "Save data" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: form }).click();
  await (await downloading).saveAs(path);
}

/** The files below a folder, each with its bytes; of pictures only whether they are PNG. */
function contents(folder) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const path = (entry) => join(entry.parentPath, entry.name);
  const content = (path) => {
    const bytes = readFileSync(path);
    return path.endsWith(".png") ? bytes.toString("latin1", 1, 4) : bytes.toString("base64");
  };
  return Object.fromEntries(all.map((entry) => [path(entry).slice(folder.length + 1), content(path(entry))]).sort());
}

/** Sees that two folders have the same files with the same bytes, pictures aside. */
export function expectSame(saved, built) {
  const [ours, theirs] = [contents(saved), contents(built)];
  expect(Object.keys(ours)).toEqual(Object.keys(theirs));
  expect(Object.keys(ours).filter((path) => ours[path] !== theirs[path])).toEqual([]);
}
