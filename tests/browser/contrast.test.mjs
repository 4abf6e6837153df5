// The contrast of the design tokens, computed as WCAG 2.2 defines it, for each pair of words or marks and ground that the page
// has, in both themes. accessibility.test.mjs measures the words that are on the pages; here are also those that are not on them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const sheet = (name) => readFileSync(new URL(`../../style/${name}`, import.meta.url), "utf8");
const THEMES = ["light", "dark"];

/** The colours of the tokens in a sheet, each of the light and of the dark theme. */
function tokens(css) {
  return Object.fromEntries([...css.matchAll(/--([a-z]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)/g)].map(([, name, ...colours]) => [name, colours]));
}

function luminance(colour) {
  const digits = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join("") : colour.slice(1);
  const [r, g, b] = digits.match(/../g).map((pair) => {
    const value = parseInt(pair, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const all = tokens(sheet("tokens.css"));
// What program.css declares for readers who ask for more contrast.
const [, more] = /@media \(prefers-contrast: more\) \{\s*:root \{([^}]*)\}/.exec(sheet("program.css"));
const withMore = { ...all, ...tokens(more), soft: all[/--soft: var\(--([a-z]+)\)/.exec(more)[1]] };

const HUES = ["blue", "red", "green", "ochre", "violet", "grey"];
const GROUNDS = ["paper", "raised"];

/** Pairs of words or marks and ground, and the contrast that each has to have at least. */
const PAIRS = [
  // Words: 1.4.3 asks for 4.5, and 1.4.6 for 7, which the page keeps but on marked words and in the colours of camps.
  ...["ink", "soft", "link", "alarm", "green"].flatMap((words) => GROUNDS.map((ground) => [words, ground, 7])),
  ...["ink"].map((words) => [words, "mark", 7]),
  ["soft", "mark", 4.5],
  ["paper", "ink", 7],
  ...HUES.flatMap((hue) => GROUNDS.map((ground) => [hue, ground, 4.5])),
  // Marks of figures, rules, and the outline of the focus: 1.4.11.
  ...["rule", "link", "soft", ...HUES].flatMap((mark) => [...GROUNDS, "mark"].map((ground) => [mark, ground, 3])),
];

test("tells words and marks from their ground in both themes", () => {
  assert.deepEqual(Object.keys(all).sort(), [...new Set([...PAIRS.flat().filter((it) => typeof it === "string"), "line"])].sort(), "each colour is in a pair");
  for (const [front, ground, least] of PAIRS) {
    for (const [theme, name] of THEMES.entries()) {
      const ratio = contrast(all[front][theme], all[ground][theme]);
      assert.ok(ratio >= least, `--${front} on --${ground}, ${name}: ${ratio.toFixed(2)}, which is less than ${least}`);
    }
  }
});

test("tells them further apart for readers who ask for it", () => {
  for (const [front, ground, least] of [...PAIRS, ["soft", "mark", 7], ["line", "paper", 4.5], ["line", "raised", 3]]) {
    for (const [theme, name] of THEMES.entries()) {
      const ratio = contrast(withMore[front][theme], withMore[ground][theme]);
      assert.ok(ratio >= least, `--${front} on --${ground}, ${name}: ${ratio.toFixed(2)}, which is less than ${least}`);
    }
  }
});
