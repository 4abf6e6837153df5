import { chromium } from "playwright-core";
import { FILE } from "./support/briefing-file.mjs";
const b = await chromium.launch({ executablePath: "/tmp/chrome.sh" });
const p = await b.newPage();
p.on("console", (m) => console.log("console:", m.type(), m.text()));
p.on("pageerror", (e) => console.log("pageerror", e));
p.on("requestfailed", (r) => console.log("failed", r.url(), r.failure().errorText));
const go = async (url) => {
  await p.goto(url);
  await p.waitForFunction(() => "briefingOpen" in globalThis);
  const [c] = await Promise.all([p.waitForEvent("filechooser"), p.evaluate(() => briefingOpen())]);
  await c.setFiles(FILE);
  await p.waitForFunction(() => document.querySelector("h1")?.textContent.startsWith("Two capitals"), null, { timeout: 8000 });
  console.log(p.url(), await p.title());
  console.log(await p.locator("#opened-file").innerText());
  await p.locator("button", { hasText: "Print this view" }).waitFor();
  await p.locator('a[href="#/actors"]').first().click();
  await p.waitForTimeout(500);
  console.log(p.url(), await p.locator("h1").textContent());
  await p.goBack(); await p.waitForTimeout(300);
  console.log("back", p.url(), await p.locator("h1").textContent());
  await p.goBack(); await p.waitForTimeout(1500);
  console.log("back", p.url(), await p.locator("h1").textContent());
  await p.goForward(); await p.waitForTimeout(1500);
  console.log("forward", p.url(), await p.locator("h1").textContent(), await p.locator("#opened-file").innerText());
};
try { await go(process.argv[2] ?? "http://127.0.0.1:8977/#/?topic=basing"); } catch (e) { console.log(e); console.log((await p.content()).slice(0, 3000)); await p.screenshot({ path: "/tmp/wt/file-shot.png" }); }
await b.close();
