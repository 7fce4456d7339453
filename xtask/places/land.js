// Writes public/land.svg: the land of the world as one shape without borders, in Equal Earth.
import { readFileSync, writeFileSync } from "node:fs";
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import { packageFile } from "./sources.js";

/** Units of the drawing to a radius of the globe; `atlas::dots` counts in the same. */
const RADIUS = 500;
/** The least area, in steradians, that a corner of a coast encloses with its neighbours to stay. */
const DETAIL = 3e-5;
/** Islands smaller than this, in square units, are left out; their dots are drawn all the same. */
const ISLAND = 12;

const world = JSON.parse(readFileSync(packageFile("world-atlas/land-110m.json"), "utf8"));
const coarse = simplify(presimplify(world, triangle), DETAIL);
const projection = geoEqualEarth().scale(RADIUS).translate([0, 0]);
const path = geoPath(projection);
const rings = feature(coarse, coarse.objects.land).features.flatMap(({ geometry }) =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
);
const outlines = rings
  .filter((coordinates) => path.area({ type: "Polygon", coordinates }) >= ISLAND)
  // Antarctica is ice without senders, and wide.
  .filter((coordinates) => path.centroid({ type: "Polygon", coordinates })[1] < 600)
  .map((coordinates) => relative(path({ type: "Polygon", coordinates })));
const width = Math.ceil(2 * 2.70663 * RADIUS);
const height = Math.ceil(2 * 1.317363 * RADIUS);
writeFileSync(
  new URL("../../public/land.svg", import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-width / 2} ${-height / 2} ${width} ${height}">` +
    `<path fill="#8d8468" d="${outlines.join("")}"/></svg>\n`,
);
console.log("public/land.svg");

/** A path in whole units, each point relative to the one before. */
function relative(d) {
  let out = "";
  for (const ring of d.split("Z").filter(Boolean)) {
    const points = ring.slice(1).split("L").map((point) => point.split(",").map(Math.round));
    let [x, y] = points[0];
    out += `M${x} ${y}l`;
    const steps = [];
    for (const [px, py] of points.slice(1)) {
      if (px === x && py === y) continue;
      steps.push(`${px - x} ${py - y}`);
      [x, y] = [px, py];
    }
    out += steps.join(" ").replaceAll(" -", "-") + "z";
  }
  return out;
}

/** The area of three neighbours on the sphere, near enough for small ones, in steradians. */
function triangle([[ax, ay], [bx, by], [cx, cy]]) {
  const rad = Math.PI / 180;
  const flat = Math.cos(by * rad) * rad * rad;
  return (Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2) * flat;
}
