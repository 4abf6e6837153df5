// Makes `countries.bin`, the outlines of the map of the overview, of Natural Earth's countries at 1:50,000,000 as the
// package world-atlas has them. Run by hand: `npm install && node make.mjs`; README.md says where everything comes from, and
// `../src/figures/map/outlines.rs` reads the file and describes its format.

import { readFileSync, writeFileSync } from "node:fs";
import iso from "i18n-iso-countries";
import polylabel from "polylabel";
import { feature } from "topojson-client";
import { presimplify, quantile, simplify, sphericalTriangleArea } from "topojson-simplify";

// Units in a degree, and the share of points that stays.
const UNITS = 20;
const KEPT = 0.13;

// Antarctica is on no map of who speaks.
const LEFT_OUT = new Set(["AQ"]);

const source = JSON.parse(readFileSync(new URL("node_modules/world-atlas/countries-50m.json", import.meta.url)));
const names = new Intl.DisplayNames("en", { type: "region" });

// Visvalingam's algorithm with areas on the sphere. Borders are shared arcs, so neighbours stay neighbours.
const weighed = presimplify(source, sphericalTriangleArea);
const simple = simplify(weighed, quantile(weighed, KEPT));

// Points that the outline of a country keeps at least, where it has as many.
const LEAST = 10;

const polygonsOf = ({ type, arcs }) => (type === "Polygon" ? [arcs] : arcs);
const indexOf = (index) => (index < 0 ? ~index : index);

// A ring without jumps at the antimeridian: longitudes go on beyond 180.
function unwrapped(ring, turn) {
  let last = ring[0][0];
  return ring.map(([x, y]) => {
    last = x + turn * Math.round((last - x) / turn);
    return [last, y];
  });
}

// The area of a ring in square units, as on the globe.
function area(ring, degree) {
  if (ring.length < 3) return 0;
  const points = unwrapped(ring, 360 * degree);
  const middle = points.reduce((sum, point) => sum + point[1], 0) / points.length / degree;
  const twice = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return (Math.abs(twice) / 2) * Math.cos((middle * Math.PI) / 180);
}

// Small countries would be gone: of the largest polygon of each, the points that weigh most stay.
for (const [number, geometry] of source.objects.countries.geometries.entries()) {
  const { type, coordinates } = feature(source, geometry).geometry;
  const sizes = (type === "Polygon" ? [coordinates] : coordinates).map(([ring]) => area(ring, 1));
  const largest = polygonsOf(simple.objects.countries.geometries[number])[sizes.indexOf(Math.max(...sizes))][0];
  const length = largest.reduce((sum, index) => sum + simple.arcs[indexOf(index)].length - 1, 0);
  if (length >= LEAST) continue;
  for (const index of largest.map(indexOf)) {
    const weights = weighed.arcs[index].map((point) => point[2]).sort((a, b) => b - a);
    const least = weights[Math.min(Math.ceil(LEAST / largest.length), weights.length - 1)];
    simple.arcs[index] = weighed.arcs[index].filter((point) => point[2] >= least).map((point) => point.slice(0, 2));
  }
}

const unit = ([longitude, latitude]) => [Math.round(longitude * UNITS), Math.round(latitude * UNITS)];
const arcs = simple.arcs.map((arc) => {
  const points = arc.map(unit);
  return points.filter((point, index) => index === 0 || String(point) !== String(points[index - 1]));
});

const pointsOf = (ring) =>
  ring.flatMap((index) => (index < 0 ? [...arcs[~index]].reverse() : arcs[index]).slice(1));

const areaOf = (ring) => area(pointsOf(ring), UNITS);

// The point of a country that is furthest from its borders, in its largest polygon: where its mark is.
function markOf(geometry) {
  const { type, coordinates } = feature(source, geometry).geometry;
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  let largest = { size: -1 };
  for (const polygon of polygons) {
    const ring = polygon[0];
    const middle = ring.reduce((sum, point) => sum + point[1], 0) / ring.length;
    const scale = Math.cos((middle * Math.PI) / 180);
    const flat = polygon.map((one) => unwrapped(one, 360).map(([x, y]) => [x * scale, y]));
    const size = area(ring, 1);
    if (size > largest.size) largest = { size, scale, flat };
  }
  const [x, y] = polylabel(largest.flat, 0.05);
  const longitude = x / largest.scale;
  return { size: largest.size, mark: unit([longitude - 360 * Math.round(longitude / 360), y]) };
}

const countries = new Map();
for (const geometry of simple.objects.countries.geometries) {
  const code = (geometry.id && iso.numericToAlpha2(geometry.id)) || "";
  if (LEFT_OUT.has(code)) continue;
  const rings = polygonsOf(geometry).flat().filter((ring) => areaOf(ring) > 0);
  const { size, mark } = markOf(geometry);
  // A code may have several geometries; all that has no code is together.
  const country = countries.get(code) ?? { code, rings: [], size: -1 };
  country.rings.push(...rings);
  if (size > country.size) Object.assign(country, { size, mark });
  countries.set(code, country);
}
const sorted = [...countries.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
for (const country of sorted) country.rings.sort((a, b) => areaOf(b) - areaOf(a));

// Arcs in the order in which rings use them: what is near in the world is near in the file.
const order = new Map();
for (const { rings } of sorted) {
  for (const index of rings.flat()) {
    const arc = indexOf(index);
    if (!order.has(arc)) order.set(arc, order.size);
  }
}

const bytes = [];
// LEB128, and zigzag for numbers with a sign.
function write(number) {
  for (; number > 127; number >>>= 7) bytes.push((number & 127) | 128);
  bytes.push(number);
}
const writeSigned = (number) => write(number < 0 ? -2 * number - 1 : 2 * number);

write(order.size);
let [x, y] = [0, 0];
let points = 0;
for (const arc of order.keys()) {
  write(arcs[arc].length);
  points += arcs[arc].length;
  for (const [nextX, nextY] of arcs[arc]) {
    writeSigned(nextX - x);
    writeSigned(nextY - y);
    [x, y] = [nextX, nextY];
  }
}
write(sorted.length);
let last = 0;
for (const { code, rings, mark } of sorted) {
  const name = new TextEncoder().encode(code && names.of(code));
  bytes.push(...new TextEncoder().encode(code.padEnd(2)));
  write(name.length);
  bytes.push(...name);
  mark.forEach(writeSigned);
  write(rings.length);
  for (const ring of rings) {
    write(ring.length);
    for (const index of ring) {
      const arc = order.get(indexOf(index));
      // The arc after the last one that was named, most of the time.
      writeSigned(arc - last);
      last = arc + 1;
      bytes.push(index < 0 ? 1 : 0);
    }
  }
}
writeFileSync(new URL("countries.bin", import.meta.url), Uint8Array.from(bytes));
console.log(`${sorted.length} countries, ${order.size} arcs, ${points} points, ${bytes.length} bytes`);
