import { chromium } from "playwright-core";
import axe from "axe-core";
import { FILE, damaged } from "./support/briefing-file.mjs";
import { readFileSync } from "node:fs";
const b = await chromium.launch({ executablePath: "/tmp/chrome.sh" });
for (const [w, h] of [[320, 640], [1440, 900]]) for (const colorScheme of w === 320 ? ["light"] : ["dark"]) {
  const c = await b.newContext({ viewport: { width: w, height: h }, colorScheme });
  const p = await c.newPage();
  const check = async (what) => {
    await p.evaluate(axe.source);
    const bad = await p.evaluate(async () => (await axe.run(document, { runOnly: { type: "rule", values: axe.getRules().map((r) => r.ruleId) }, preload: false })).violations.map((v) => v.id + " " + v.nodes[0].html.slice(0, 150) + v.nodes[0].failureSummary));
    console.log(w, colorScheme, what, bad);
  };
  await p.goto("http://127.0.0.1:8977/");
  await p.waitForFunction(() => "briefingOpen" in globalThis);
  const choose = async (f) => { const [x] = await Promise.all([p.waitForEvent("filechooser"), p.evaluate(() => briefingOpen())]); await x.setFiles(f); };
  await choose({ name: "a-rather-long-name-of-a-file-with-many-words-in-it (2).briefing", mimeType: "", buffer: damaged(readFileSync(FILE)) });
  await p.getByRole("alert").waitFor();
  await p.screenshot({ path: `/tmp/wt/file-shots/${w}-${colorScheme}-damaged.png` });
  await check("damaged");
  await choose(FILE);
  await p.waitForFunction(() => document.querySelector("h1")?.textContent.startsWith("Two capitals"));
  await p.getByRole("button", { name: "Print this view" }).waitFor();
  await p.evaluate(() => scrollTo(0, 0));
  await p.screenshot({ path: `/tmp/wt/file-shots/${w}-${colorScheme}-opened.png` });
  await check("opened");
  await p.reload();
  await p.locator("#opened-file").waitFor();
  await p.getByRole("button", { name: "Print this view" }).waitFor();
  await p.screenshot({ path: `/tmp/wt/file-shots/${w}-${colorScheme}-asks.png` });
  await check("asks");
  await c.close();
}
await b.close();
