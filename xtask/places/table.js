// Writes crates/core/src/places/table.rs: codes, names, regions and points of countries and territories.
// What is decided by hand, and why, is in docs/places.md.
import { readFileSync, writeFileSync } from "node:fs";
import { geoArea, geoAzimuthalEqualArea, geoCentroid } from "d3-geo";
import polylabel from "polylabel";
import { feature } from "topojson-client";
import { numericCodes, packageFile } from "./sources.js";


/** The macro regions of M49: Africa, the Americas, Asia, Europe, Oceania. */
const REGIONS = ["002", "019", "142", "150", "009"];

/** Names that CLDR has longer, shorter or otherwise than they are to stand on a map. */
const NAMES = {
  BL: "Saint Barthélemy",
  CD: "DR Congo",
  CG: "Congo",
  HK: "Hong Kong",
  MM: "Myanmar",
  MO: "Macao",
  PS: "Palestine",
  VN: "Viet Nam",
};

/** Territories that M49 leaves out, or that CLDR has under a group of its own. */
const SUBREGIONS = { AQ: "Antarctica", TW: "EasternAsia", XK: "SouthernEurope" };

/**
 * Points set by hand: for places without a shape of their own in Natural Earth their largest island
 * or their middle, and for Malaysia the half with its capital.
 */
const POINTS = {
  BQ: [-68.3, 12.2],
  BV: [3.4, -54.4],
  CC: [96.8, -12.2],
  CX: [105.6, -10.5],
  GF: [-53.1, 3.9],
  GP: [-61.6, 16.2],
  MQ: [-61.0, 14.7],
  MY: [101.9, 4.0],
  RE: [55.5, -21.1],
  SJ: [16.0, 78.7],
  TK: [-171.8, -9.2],
  YT: [45.2, -12.8],
};

const json = (name) => JSON.parse(readFileSync(packageFile(name), "utf8"));
const names = json("cldr-localenames-full/main/en/territories.json").main.en.localeDisplayNames
  .territories;
const containment = json("cldr-core/supplemental/territoryContainment.json").supplemental
  .territoryContainment;
/** The sub-region of each code: what the regions of M49 contain, and what is contained in that. */
const subregions = new Map(Object.entries(SUBREGIONS));
for (const region of REGIONS) {
  for (const sub of containment[region]._contains) {
    for (const code of containment[sub]._contains) {
      if (!subregions.has(code)) subregions.set(code, camel(names[sub]));
    }
  }
}

const mappings = json("cldr-core/supplemental/codeMappings.json");
const codes = numericCodes(mappings, (code) => subregions.has(code) && code !== "XK");
const world = json("world-atlas/countries-10m.json");
/** The polygons of each code; several shapes can have the same. */
const polygons = new Map();
for (const { id, properties, geometry } of feature(world, world.objects.countries).features) {
  const code = properties.name === "Kosovo" ? "XK" : codes.get(id);
  const more = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  polygons.set(code, [...(polygons.get(code) ?? []), ...more]);
}

const rows = [...codes.values(), "XK"].sort().map((code) => {
  const name = NAMES[code] ?? names[code].replace("St. ", "Saint ").replace(" & ", " and ");
  const [lon, lat] = POINTS[code] ?? labelPoint(code);
  const text = [JSON.stringify(code), JSON.stringify(name), subregions.get(code), deg(lon), deg(lat)];
  return `    at(${text.join(", ")}),`;
});
const file = new URL("../../crates/core/src/places/table.rs", import.meta.url);
const source = readFileSync(file, "utf8");
const [, head, tail] = source.match(/^([^]*COUNTRIES: &\[Country\] = &\[\n)[^]*?(\n\];[^]*)$/);
writeFileSync(file, head + rows.join("\n") + tail);
console.log(`crates/core/src/places/table.rs: ${rows.length} places`);

/** The point farthest from any edge of the largest polygon, on a plane that touches it. */
function labelPoint(code) {
  const area = (rings) => geoArea({ type: "Polygon", coordinates: rings });
  const largest = polygons.get(code)?.reduce((a, b) => (area(b) > area(a) ? b : a));
  if (!largest) throw new Error(`${code} has no shape: add it to POINTS`);
  const [lon, lat] = geoCentroid({ type: "Polygon", coordinates: largest });
  const plane = geoAzimuthalEqualArea().rotate([-lon, -lat]).scale(1000).translate([0, 0]);
  const flat = largest.map((ring) => ring.map((point) => plane(point)));
  return plane.invert(polylabel(flat, 0.1));
}

function camel(name) {
  return name.replace(/[- ]/g, "").replace("andtheCaribbean", "");
}

function deg(value) {
  const rounded = (Math.round(value * 10) / 10).toFixed(1);
  return rounded === "-0.0" ? "0.0" : rounded;
}
