// The time axis: times of which one end is not known, documents, the brush, and the figure of the overview.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { opened } from "./support/overview.mjs";
import { statements } from "./support/seeds.mjs";
import { StartPage } from "./support/start.mjs";

const TITLE = "When it was said or done";

const chosen = (start) => /date=([^&]*)/.exec(decodeURIComponent(start.link))?.[1];

async function started(briefing) {
  const start = StartPage.of(briefing);
  await start.open();
  await start.settled();
  return start;
}

reader("sees by which day something was, and what was", async ({ briefing }) => {
  const start = await started(briefing);
  for (const when of ["../2021-12-16", "../2021-12-18"]) {
    const time = start.time(when);
    const number = statements.filter((it) => it.when === when).length;
    assert.match(await time.textContent(), new RegExp(`^by \\d+ December 2021: ${number} statements?, `));
    await time.locator("text").first().click();
    await eventually(() => assert.equal(chosen(start), when));
    await start.shows(number);
    await start.chips.filter({ hasText: /by \d+ December 2021/ }).click();
    await start.shows(statements.length);
  }
  const undated = statements.filter((it) => it.when === undefined).length;
  assert.match(await start.axis.innerText(), new RegExp(`have no known day: ${undated} no date, 3 only a first or last one`));
});

reader("goes from the day of publication to the text", async ({ briefing }) => {
  const start = await started(briefing);
  const tick = start.axis.getByRole("link", { name: /^Published 18 December 2021/ });
  const { width, height } = await tick.locator(".target").boundingBox();
  assert.ok(width >= 24 && height >= 24, "a finger finds it");
  await tick.click();
  await eventually(() => assert.match(start.link, /^#\/source\//));
});

reader("drags along the axis to choose a span, and a click stays a click", async ({ briefing, page }) => {
  const start = await started(briefing);
  const [from, to] = await Promise.all(["2021-12-14", "2021-12-17"].map((when) => start.time(when).locator("line").boundingBox()));
  await page.mouse.move(from.x + 8, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y, { steps: 4 });
  const ground = () => start.axis.locator(".times > svg").evaluate((axis) => axis.style.background);
  assert.match(await ground(), /gradient/, "what would be chosen is seen");
  await page.mouse.move(to.x + to.width - 8, to.y);
  await page.mouse.up();
  await eventually(() => assert.equal(chosen(start), "2021-12-14/2021-12-17"));
  assert.equal(await ground(), "");
  assert.ok(await start.time("2021-12-14").isVisible(), "the axis stays open");
  await start.time("2021-12-17").locator("text").first().click();
  await eventually(() => assert.equal(chosen(start), "2021-12-17"));
});

reader("scrolls the page with a finger on the axis", { width: 1000 }, async ({ briefing }) => {
  const start = await started(briefing);
  const touch = await start.axis.locator(".times").evaluate((figure) => getComputedStyle(figure).touchAction);
  assert.equal(touch, "pan-y pinch-zoom");
});

for (const width of [320, 390, 1440]) {
  reader(`sees the axis on the overview, as a table as well, ${width} px wide`, { width }, async ({ briefing, page }) => {
    const overview = await opened(briefing, "#/overview", TITLE);
    const figure = overview.figure(TITLE);
    await figure.locator("svg").waitFor();
    assert.match(await figure.innerText(), /From October 2021 to \d/);
    const right = await figure.locator("svg").evaluate((svg) => svg.getBoundingClientRect().right);
    assert.ok(right <= width, `${right} of ${width}`);
    const names = await overview.names(TITLE);
    assert.ok(names.some((name) => /^by 16 December 2021: 1 statement/.test(name)), names.join("\n"));
    await figure.locator("svg a").first().focus();
    await page.keyboard.press("m");
    await overview.table(TITLE).waitFor();
    const rows = await overview.rows(TITLE);
    assert.ok(rows.some(([when, , , known]) => when === "October 2021" && known === "not to the day"), JSON.stringify(rows));
    await overview.table(TITLE).getByRole("link", { name: "1 statement" }).first().click();
    await eventually(() => assert.equal(chosen(overview), "2021-10"));
  });
}
