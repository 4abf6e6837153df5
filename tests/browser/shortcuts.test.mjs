// Keyboard shortcuts: listed in a dialog, and switched off there for whoever presses characters unmeant (WCAG 2.2, 2.1.4).

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { opened } from "./support/overview.mjs";

const dialog = (page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });
const toggle = (page) => dialog(page).getByRole("switch", { name: "Shortcuts of a single character" });

/** Whether any of the single characters does something; none may be left pressed by mistake. */
async function answers(briefing, page) {
  const before = await page.evaluate(() => document.activeElement.tagName);
  await page.keyboard.press("/");
  await briefing.drawn();
  const answered = await page.evaluate(() => document.activeElement.id === "search");
  if (answered) await page.keyboard.press("Escape");
  else assert.equal(await page.evaluate(() => document.activeElement.tagName), before);
  return answered;
}

reader("sees the shortcuts by ?, and gets the focus back", async ({ briefing, page }) => {
  await briefing.open("#/");
  await briefing.settled();
  await page.keyboard.press("j");
  const { id } = await briefing.focus();
  await page.keyboard.press("?");
  await dialog(page).waitFor();
  for (const key of ["/", "j", "k", "m", "c", "p", "t", "?", "Esc"]) await dialog(page).getByText(key, { exact: true }).waitFor();
  // Behind the dialog nothing happens.
  await page.keyboard.press("/");
  await briefing.drawn();
  assert.notEqual((await briefing.focus()).id, "search");
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
  assert.equal((await briefing.focus()).id, id);
});

reader("copies the link by c", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ briefing, page }) => {
  await briefing.open("#/?topic=basing");
  await briefing.settled();
  await page.keyboard.press("c");
  await briefing.toast.getByText("Link copied.").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#\/\?topic=basing&edition=/);
});

reader("switches the shortcuts off, on every page and when the page is loaded again, and on again", async ({ briefing, page }) => {
  const overview = await opened(briefing);
  await overview.settled();
  const figureKeys = () => page.locator(".other-form[aria-keyshortcuts]").count();
  assert.ok((await figureKeys()) > 0);
  assert.ok(await answers(briefing, page));
  await page.keyboard.press("?");
  assert.equal(await toggle(page).getAttribute("aria-checked"), "true");
  await toggle(page).press("Space");
  assert.equal(await toggle(page).getAttribute("aria-checked"), "false");
  await page.keyboard.press("Escape");
  assert.equal(await figureKeys(), 0, "what assistive technology is told of keys");
  for (const key of ["?", "m", "j", "c"]) await page.keyboard.press(key);
  await briefing.drawn();
  assert.equal(await dialog(page).count(), 0);
  assert.equal(overview.link, "#/overview");
  assert.ok(!(await answers(briefing, page)));
  // The page is loaded again where it is, and elsewhere.
  await briefing.go("#/about");
  await briefing.headline.getByText("About this briefing").waitFor();
  await page.reload();
  await briefing.settled();
  assert.ok(!(await answers(briefing, page)));
  // Esc and the keys of the browser are no shortcuts of a single character.
  await briefing.search.focus();
  await page.keyboard.press("Escape");
  assert.notEqual((await briefing.focus()).id, "search");
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  await page.getByRole("button", { name: "Switch shortcuts off or on…" }).click();
  await toggle(page).click();
  await page.keyboard.press("Escape");
  await eventually(async () => assert.ok(await answers(briefing, page)));
});
