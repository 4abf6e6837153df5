import { FirefoxTab } from "./support/firefox.mjs";
import { FILE } from "./support/briefing-file.mjs";
const tab = await FirefoxTab.start();
const wait = async (f, s = 15000) => { const t = Date.now(); for (;;) { try { const r = await f(); if (r) return r; } catch (e) { if (Date.now() - t > s) throw e; } if (Date.now() - t > s) throw new Error("timeout " + f); await new Promise((r) => setTimeout(r, 100)); } };
for (const url of ["http://127.0.0.1:8977/#/?topic=basing", "file:///tmp/wt/file-site/briefing.html#/?topic=basing"]) {
  try {
    await tab.open(url);
    await wait(() => tab.ask(() => "briefingOpen" in globalThis));
    const [c] = await Promise.all([tab.page.waitForFileChooser(), tab.ask(() => globalThis.briefingOpen())]);
    await c.accept([FILE]);
    await wait(() => tab.ask(() => document.querySelector("h1")?.textContent.startsWith("Two capitals")));
    console.log(await tab.ask(() => location.href), await tab.ask(() => document.getElementById("opened-file").innerText));
    await tab.click("#opened-file a");
    await wait(() => tab.ask(() => document.querySelector("h1")?.textContent.startsWith("Central")));
    console.log(await tab.ask(() => location.href));
  } catch (e) { console.log(url, e); console.log(await tab.ask(() => document.body.innerText.slice(0, 600))); }
  console.log(tab.messages); tab.messages = [];
}
await tab.close();
