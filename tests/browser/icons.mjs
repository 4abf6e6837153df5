// Draws boot/icons/ from boot/icon.svg: `CHROME=… BASE_URL=- node icons.mjs`. Only needed when the icon changes.
//
// Systems that cut icons to a shape of their own (`maskable`, and Apple's) get it without round corners; what it shows
// lies within the circle of four fifths that they leave.

import { readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { launchOptions } from "./support/settings.mjs";

const BOOT = new URL("../../boot/", import.meta.url);
const ICONS = { "icon-192": {}, "icon-512": {}, "maskable-512": { square: true }, "touch-180": { square: true } };

const round = await readFile(new URL("icon.svg", BOOT), "utf8");
const browser = await chromium.launch(launchOptions);
for (const [name, { square = false }] of Object.entries(ICONS)) {
  const size = Number(name.split("-")[1]);
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = square ? round.replace(' rx="6"', "") : round;
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await writeFile(new URL(`icons/${name}.png`, BOOT), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
