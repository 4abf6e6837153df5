import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
import { FILE } from "./support/briefing-file.mjs";
const html = readFileSync("/tmp/wt/file-site/briefing.html", "utf8");
const b = await chromium.launch({ executablePath: "/tmp/chrome.sh" });
for (const how of ["srcdoc", "data", "sandbox"]) {
  const p = await b.newPage();
  p.on("console", (m) => console.log("console:", m.type(), m.text()));
  p.on("pageerror", (e) => console.log("pageerror", e));
  await p.goto("about:blank");
  await p.evaluate(([html, how]) => {
    const f = document.createElement("iframe");
    f.style = "width:100%;height:90vh";
    if (how === "sandbox") f.sandbox = "allow-scripts allow-downloads";
    if (how === "data") f.src = `data:text/html;base64,${btoa(unescape(encodeURIComponent(html)))}`;
    else f.srcdoc = html;
    document.body.append(f);
  }, [html, how]);
  try {
    const frame = await (await p.waitForSelector("iframe")).contentFrame();
    await frame.waitForFunction(() => "briefingOpen" in globalThis, null, { timeout: 15000 });
    const [c] = await Promise.all([p.waitForEvent("filechooser"), frame.evaluate(() => briefingOpen())]);
    await c.setFiles(FILE);
    await frame.waitForFunction(() => document.querySelector("h1")?.textContent.startsWith("Two capitals"), null, { timeout: 8000 });
    console.log(how, frame.url().slice(0, 40), (await frame.locator("#opened-file").innerText()).slice(0, 120));
    await frame.locator('a[href="#/actors"]').first().click();
    await p.waitForTimeout(500);
    console.log(await frame.evaluate(() => [globalThis.briefingLink, document.querySelector("h1").textContent]));
    await frame.locator("#opened-file a").click();
    await frame.waitForFunction(() => document.querySelector("h1")?.textContent.startsWith("Central"), null, { timeout: 8000 });
    console.log(await frame.evaluate(() => [globalThis.briefingLink, document.querySelectorAll("#opened-file").length]));
  } catch (e) { console.log(how, e.message); }
  await p.close();
}
await b.close();
