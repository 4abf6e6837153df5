// Failures of the running program: the page reports them, offers a restart, and shows what can be read without it.

import assert from "node:assert/strict";
import { baseUrl, reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { statements } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";

/** The written start page is shown: the first statement in words, and a link to its own page. */
async function written(page) {
  const card = page.getByRole("main").getByRole("article").first();
  assert.equal(await card.isVisible(), true, "nothing can be read");
  assert.match(await card.locator("a.statement-link").getAttribute("href"), /^s\/.*\.html$/);
}

reader("reports a panic, and restarts at the start page", async ({ briefing, page, watch }) => {
  // What the program says, and what the browser says of the trap that it ends in.
  watch.expect(/panicked/, /unreachable/);
  const start = StartPage.of(briefing);
  await start.open("#/actors");
  await page.evaluate(() => {
    // The program takes it that an element can be created. The message about the failure has no heading.
    const create = Document.prototype.createElement;
    Document.prototype.createElement = function (tag) {
      if (tag === "h2") throw new DOMException("broken for a test", "NotSupportedError");
      return create.call(this, tag);
    };
  });
  await start.pages.getByRole("link", { name: "About" }).click();
  const alert = page.getByRole("alert");
  await alert.getByText("has failed").waitFor();
  await written(page);
  await alert.getByRole("link", { name: "first page" }).click();
  await start.started();
  await eventually(async () => assert.equal(await start.shown(), statements.length));
  assert.equal(await alert.count(), 0);
});

reader("reports an exception in the program, once", async ({ briefing, page, watch }) => {
  watch.expect(/uncaught: .*broken for a test/);
  await briefing.open("#/actors");
  await page.evaluate(() => {
    window.scrollTo = () => {
      throw new Error("broken for a test");
    };
  });
  await briefing.pages.getByRole("link", { name: "About" }).click();
  const alert = page.getByRole("alert");
  await alert.getByText("broken for a test").waitFor();
  assert.equal(await alert.count(), 1);
  await written(page);
});

reader("reads the written page where the program traps before it has drawn another view", async ({ page, watch }) => {
  watch.expect(/panicked/, /did not start/);
  watch.allow(/unreachable/);
  await page.addInitScript(() => {
    // The program takes it that an element can be created. The scripts before it create no main element.
    const create = Document.prototype.createElement;
    Document.prototype.createElement = function (tag) {
      if (tag === "main") throw new DOMException("broken for a test", "NotSupportedError");
      return create.call(this, tag);
    };
  });
  await page.goto(new URL("#/about", baseUrl).href);
  await page.getByRole("alert").getByText("has failed").waitFor();
  await written(page);
});

reader("ignores errors of other scripts on the page", async ({ briefing, page, watch }) => {
  watch.expect(/not ours/);
  await briefing.open("#/about");
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("not ours");
    });
    Promise.reject(new Error("not ours either"));
    document.body.append(Object.assign(new Image(), { src: "data:image/png,none" }));
  });
  await eventually(() => assert.ok(watch.messages.length >= 2));
  await briefing.drawn();
  assert.equal(await page.getByRole("alert").count(), 0);
  assert.match(await briefing.text(), /^About/);
});
