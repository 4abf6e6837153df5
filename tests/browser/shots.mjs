// Pictures of every page at three widths, light and dark: `node shots.mjs FOLDER [--readme]`, by `cargo xtask shots`.
// With --readme only the README's picture, which is named as the README names it.

import { mkdir } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { chromium } from "playwright-core";
import { OfflinePage } from "./support/offline.mjs";
import { routes } from "./support/routes.mjs";
import { launchOptions } from "./support/settings.mjs";

const WIDTHS = [390, 820, 1440];
const SCHEMES = ["light", "dark"];
const HEIGHTS = { 390: 844, 820: 1180, 1440: 900 };

const [folder, ...options] = process.argv.slice(2);
if (!folder) throw new Error("say where the pictures should go: node shots.mjs FOLDER [--readme]");
await mkdir(folder, { recursive: true });

const browser = await chromium.launch(launchOptions);
try {
  if (options.includes("--readme")) {
    await inWindow({ width: 1440, height: 1000, colorScheme: "light" }, async (briefing) => {
      await briefing.open(routes.briefing);
      await briefing.page.screenshot({ path: path.join(folder, "briefing.png") });
    });
  } else {
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        await inWindow({ width, height: HEIGHTS[width], colorScheme }, (briefing) => every(briefing, width, colorScheme));
      }
    }
  }
} finally {
  await browser.close();
}

async function every(briefing, width, colorScheme) {
  for (const [name, link] of Object.entries(routes)) {
    await briefing.open(link);
    // The last thing to come.
    await briefing.saved();
    await briefing.page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    const wider = await briefing.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wider > 0) console.warn(`${link} is ${wider} px wider than the window of ${width} px`);
  }
}

async function inWindow({ width, height, colorScheme }, work) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "UTC",
  });
  await work(new OfflinePage(await context.newPage()));
  await context.close();
}
