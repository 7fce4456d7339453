// Prints the names of countries and regions, or those of languages, in the languages of CLDR: a line each,
// with the name, what it means, and `english`, `common` or `other` for the language it is from. The crate
// that reads names folds and sorts the lines: `cargo xtask names` runs both. With `codes` it prints a table: the
// codes of languages, each with its tag in BCP 47 and its English name.
import { readdirSync, readFileSync } from "node:fs";
import { packageFile } from "./sources.js";

/** Languages whose names are also compared with misspelt ones. */
const COMMON = new Set(
  ("ar bn ca cs da de el es eu fa fi fil fr gl he hi hr hu id it ja ko ms nb ne nl no pl pt ro ru sr sv sw ta " +
    "th tr uk ur vi zh").split(" "),
);
/** Languages in which the names of other languages are known; of all others only their own name is. */
const NAMING = new Set(
  "ar bn de en es fa fil fr hi id it ja ko ms ne nl pl pt ru sv ta th tr ur vi zh".split(" "),
);

/** Regions of UN M49 and of CLDR, by the region that a sender can have. */
const REGIONS = {
  none: ["001"],
  africa: ["002", "011", "014", "015", "017", "018", "202"],
  americas: ["003", "005", "013", "019", "021", "029", "419"],
  asia: ["030", "034", "035", "142", "143", "145"],
  europe: ["039", "150", "151", "154", "155", "EU", "EZ"],
  oceania: ["009", "053", "054", "057", "061", "QO"],
};
/** Codes of CLDR that stand for nothing here. */
const NOTHING = new Set(["UN", "XA", "XB", "ZZ"]);

/** Mistakes of CLDR: Latin America as the name of Laos. */
const MISTAKES = new Set(["el-polyton LA"]);

const main = packageFile("cldr-localenames-full/main");
const locales = readdirSync(main).sort();
const names = (locale, kind) => {
  try {
    const file = JSON.parse(readFileSync(`${main}/${locale}/${kind}.json`, "utf8"));
    return Object.entries(file.main[locale].localeDisplayNames[kind] ?? {});
  } catch (error) {
    if (error.code === "ENOENT") return [];
    throw error;
  }
};
const language = (locale) => locale.split("-")[0];
const commonness = (locale) =>
  language(locale) === "en" ? "english" : COMMON.has(language(locale)) ? "common" : "other";

function countries() {
  const regions = new Map(
    Object.entries(REGIONS).flatMap(([id, codes]) => codes.map((code) => [code, id])),
  );
  return locales.flatMap((locale) =>
    names(locale, "territories")
      .map(([key, name]) => [key.split("-alt-")[0], name])
      .filter(([code]) => !NOTHING.has(code) && !MISTAKES.has(`${locale} ${code}`))
      .map(([code, name]) => [name, regions.get(code) ?? code, commonness(locale)]),
  );
}

function languages() {
  const known = new Set(locales.map(language));
  return locales.flatMap((locale) =>
    names(locale, "languages")
      .filter(([key]) => !key.includes("-menu") && !["mul", "und", "zxx"].includes(key))
      .map(([key, name]) => [key.split("-alt-")[0], name])
      .filter(([tag]) => {
        if (tag === locale || tag === language(locale) || language(locale) === "en") return true;
        return NAMING.has(language(locale)) && known.has(language(tag));
      })
      .map(([tag, name]) => [name, tag, commonness(locale)]),
  );
}

function codes() {
  const english = new Map(names("en", "languages"));
  const file = packageFile("cldr-core/supplemental/aliases.json");
  const { languageAlias } = JSON.parse(readFileSync(file, "utf8")).supplemental.metadata.alias;
  const aliases = Object.entries(languageAlias)
    .filter(([code, { _reason }]) => {
      return ["overlong", "bibliographic"].includes(_reason) || (_reason === "deprecated" && code.length === 2);
    })
    .map(([code, { _replacement }]) => [code, _replacement]);
  const tags = [...english.keys()]
    .filter((tag) => !tag.includes("-") && !["mul", "und", "zxx"].includes(tag))
    .map((tag) => [tag, tag]);
  return [...aliases, ...tags]
    .filter(([code, tag]) => /^[a-z]{2,3}$/.test(code) && english.has(tag) && !tag.includes("-"))
    .map(([code, tag]) => [code, tag, english.get(tag)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const lines = { codes, countries, languages }[process.argv[2]]().map((line) => line.join("\t"));
process.stdout.write([...new Set(lines)].join("\n") + "\n");
