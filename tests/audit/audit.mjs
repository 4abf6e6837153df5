// Scores the bundle with Lighthouse, as a phone and as a desktop, and fails below the minimum. `node audit.mjs FOLDER` writes
// the reports to FOLDER.
//
// `CHROME` is the browser, `BASE_URL` where the bundle is served.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const LEAST = 95;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
// The median counts: speed varies from run to run, above all on a busy machine.
const ROUNDS = 3;

// One page of each sort.
const PAGES = {
  start: "",
  statement: "s/tashkent-no-bases.html",
  actors: "a/index.html",
  compare: "#/compare?actors=russia,uzbekistan",
  source: "#/source/central-asia-us-russia",
  about: "about.html",
};

const { CHROME, BASE_URL } = process.env;
const folder = process.argv[2];
const asRoot = process.getuid?.() === 0;
const chromeFlags = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", ...(asRoot ? ["--no-sandbox"] : [])];

/** A page's scores and times, with the whole report. */
async function audit(link, config) {
  const chrome = await launch({ chromePath: CHROME, chromeFlags });
  try {
    const flags = { port: chrome.port, output: "html", logLevel: "error", onlyCategories: CATEGORIES };
    const { lhr, report } = await lighthouse(new URL(link, BASE_URL).href, flags, config);
    if (lhr.runtimeError) throw new Error(`${link}: ${lhr.runtimeError.message}`);
    return { lhr, report };
  } finally {
    chrome.kill();
  }
}

const score = (lhr, category) => Math.round((lhr.categories[category].score ?? 0) * 100);

async function medianAudit(link, config) {
  const rounds = [];
  while (rounds.length < ROUNDS) {
    rounds.push(await audit(link, config));
    // A full score needs no second run.
    if (rounds.length === 1 && score(rounds[0].lhr, "performance") === 100) break;
  }
  rounds.sort((a, b) => score(a.lhr, "performance") - score(b.lhr, "performance"));
  return rounds[Math.floor(rounds.length / 2)];
}

/** The audits that cost the page points, a line each. */
function lost(lhr) {
  return CATEGORIES.flatMap((category) => {
    const counted = lhr.categories[category].auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]);
    const missed = counted.filter(({ score }) => score !== null && score < (category === "performance" ? 0.9 : 1));
    return missed.map(({ title, displayValue, details }) => {
      const first = details?.items?.[0];
      return [category, title, displayValue, first?.node?.snippet ?? first?.description].filter(Boolean).join(": ");
    });
  });
}

await mkdir(folder, { recursive: true });
const rows = [];
const below = [];
for (const [name, link] of Object.entries(PAGES)) {
  for (const [device, config] of [["phone", undefined], ["desk", desktopConfig]]) {
    const { lhr, report } = await medianAudit(link, config);
    await writeFile(join(folder, `${name}-${device}.html`), report);
    const scores = CATEGORIES.map((category) => [category, score(lhr, category)]);
    const time = (id) => lhr.audits[id].displayValue.replace(/\s/g, " ");
    rows.push({
      page: name,
      device,
      ...Object.fromEntries(scores),
      "first paint": time("first-contentful-paint"),
      "largest paint": time("largest-contentful-paint"),
      blocked: time("total-blocking-time"),
      shift: time("cumulative-layout-shift"),
    });
    for (const line of lost(lhr)) console.log(`  ${name}, ${device}: ${line}`);
    for (const [category, score] of scores) if (score < LEAST) below.push(`${name}, ${device}: ${category} ${score}`);
  }
}
console.table(rows);
if (below.length > 0) {
  console.error(`Below ${LEAST}:\n  ${below.join("\n  ")}`);
  process.exitCode = 1;
}
