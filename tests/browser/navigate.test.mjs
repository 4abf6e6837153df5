// The link is the view: it survives reloading, passing on, and going back and forward.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { Briefing } from "./support/briefing.mjs";
import { eventually } from "./support/eventually.mjs";
import { SourcePage } from "./support/source.mjs";
import { StartPage } from "./support/start.mjs";
import { views, visit } from "./support/views.mjs";

reader("names each view in the window's title", async ({ briefing }) => {
  await briefing.open("#/");
  for (const view of views) await visit(briefing, view);
});

for (const view of views) {
  const { link } = view;
  reader(`shows the same view after reloading, ${link}`, async ({ briefing, page }) => {
    // From another page, so that the view is what a click leads to; after that it is what the link alone leads to.
    await briefing.open(link === "#/" ? "#/about" : "#/");
    await visit(briefing, view);
    const before = await briefing.text();
    await page.reload();
    await briefing.started();
    await eventually(async () => assert.equal(await briefing.text(), before));
    assert.equal(briefing.link, link);
    assert.equal(await briefing.notice.count(), 0);
  });
}

reader("copies the link to a view", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ briefing, page, context }) => {
  for (const link of ["#/?topic=basing&q=bases", "#/compare?actors=russia,uzbekistan", "#/about"]) {
    await briefing.open(link);
    await briefing.copyView.click();
    await briefing.toast.waitFor();
    await opensTheSame(briefing, context);
  }
  await page.close();
});

reader("copies the links to a statement, an actor and a comparison", { permissions: ["clipboard-read", "clipboard-write"] }, async ({ briefing, context }) => {
  const start = StartPage.of(briefing);
  await start.open("#/");
  await start.card("tashkent-no-bases").copy.click();
  await start.toast.waitFor();
  const other = await opened(context, await copied(start));
  const theirs = StartPage.of(other);
  assert.ok(await theirs.card("tashkent-no-bases").isOpen());
  assert.equal(await theirs.notice.count(), 0);
  for (const [link, name] of [["#/actor/russia", /^Copy link to this actor/], ["#/compare?actors=russia,uzbekistan", /^Copy link to this comparison/]]) {
    await briefing.go(link);
    await briefing.main.getByRole("button", { name }).click();
    await briefing.toast.waitFor();
    await opensTheSame(briefing, context);
  }
});

reader("shows the link where the browser does not let it copy", async ({ briefing, page, context }) => {
  const browser = await context.browser().newBrowserCDPSession();
  const { targetInfo } = await (await context.newCDPSession(page)).send("Target.getTargetInfo");
  await browser.send("Browser.setPermission", {
    permission: { name: "clipboard-write", allowWithoutSanitization: false },
    setting: "denied",
    browserContextId: targetInfo.browserContextId,
  });
  await briefing.open("#/?topic=basing");
  await briefing.copyView.click();
  await briefing.linkByHand.waitFor();
  const link = await briefing.linkByHand.inputValue();
  assert.ok(link.startsWith(`${page.url()}&edition=`), link);
  await briefing.toast.getByRole("button", { name: "Close" }).click();
  await briefing.linkByHand.waitFor({ state: "detached" });
});

reader("goes back to where the reader was, and forward again", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open("#/");
  await start.settled();
  const card = start.card("kremlin-no-us-forces");
  await card.inText.scrollIntoViewIfNeeded();
  await start.drawn();
  const scrolled = await start.scrolled();
  assert.ok(scrolled > 500);
  // Cards out of sight are laid out when they come near, so what counts is where the reader sees the card.
  const { y } = await card.inText.boundingBox();
  await card.inText.click();
  const source = SourcePage.of(briefing);
  await eventually(async () => assert.ok((await source.openedWords()).length > 0));
  const inText = await eventually(async () => {
    const place = await start.scrolled();
    assert.notEqual(place, scrolled);
    return place;
  });
  await page.goBack();
  // Browsers scroll by whole pixels, at either end.
  await eventually(async () => assert.ok(Math.abs((await card.inText.boundingBox()).y - y) < 2));
  await page.goForward();
  await eventually(async () => assert.ok(Math.abs((await start.scrolled()) - inText) <= 1));
  assert.ok((await source.openedWords()).length > 0);
});

reader("gives the focus back to the link that was followed", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  for (const follow of [
    () => start.card("kremlin-no-us-forces").inText,
    () => start.card("kremlin-no-us-forces").compare,
    () => start.facet("Topic").value("Military basing"),
    () => start.pages.getByRole("link", { name: "About" }),
  ]) {
    await start.open("#/");
    const link = follow();
    await link.focus();
    const { name } = await start.focus();
    await page.keyboard.press("Enter");
    await eventually(() => assert.notEqual(start.link, "#/"));
    await page.goBack();
    await eventually(async () => assert.equal((await start.focus()).name.split(":")[0], name.split(":")[0], `after ${name}`));
  }
});

reader("begins a new page at its headline", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open("#/");
  await page.mouse.wheel(0, 2000);
  await eventually(async () => assert.ok((await start.scrolled()) > 0));
  await start.card("kremlin-no-us-forces").root.getByRole("link", { name: "The Kremlin" }).click();
  await eventually(async () => assert.equal(await start.headline.innerText(), "The Kremlin"));
  await eventually(async () => assert.equal(await start.scrolled(), 0));
  await eventually(async () => assert.equal((await start.focus()).tag, "h1"));
});

reader("goes to the head of the page by the link to where the reader is", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  for (const [link, name] of [["#/", "Briefing"], ["", "Briefing"], ["#/actors", "Actors"]]) {
    await start.open(link);
    await page.mouse.wheel(0, 2000);
    await eventually(async () => assert.ok((await start.scrolled()) > 0));
    await start.pages.getByRole("link", { name }).click();
    await eventually(async () => assert.equal(await start.scrolled(), 0));
    await eventually(async () => assert.equal((await start.focus()).tag, "h1"));
  }
  // One that says how the page is arranged is no place to go to.
  await start.open("#/?by=topic");
  await start.arrangement("Group by").filter({ hasText: "Topic" }).click();
  await start.drawn();
  assert.equal((await start.focus()).name, "Topic");
});

reader("brings the open statement into sight by the link to it", async ({ briefing, page }) => {
  const source = SourcePage.of(briefing);
  await source.open("#/source?statement=kremlin-no-us-forces");
  const note = source.notes.and(page.locator("[aria-current=true]"));
  const inSight = () => source.opened.first().evaluate((it) => it.getBoundingClientRect().top >= 0 && it.getBoundingClientRect().bottom <= innerHeight);
  await eventually(async () => assert.ok(await inSight()));
  await page.evaluate(() => scrollTo(0, 0));
  await eventually(async () => assert.ok(!(await inSight())));
  await note.evaluate((link) => link.click());
  await eventually(async () => assert.ok(await inSight()));
});

reader("stays where it is when a filter is chosen", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open("#/");
  const position = start.facet("Form").value("Paraphrase");
  await position.scrollIntoViewIfNeeded();
  const scrolled = await start.scrolled();
  const all = (await start.slugs()).length;
  // The address changes before the page does: what counts is where the reader is once the statements have changed.
  await position.click();
  await eventually(async () => assert.ok((await start.slugs()).length < all));
  assert.ok(Math.abs((await start.scrolled()) - scrolled) < 5);
  await page.goBack();
  await eventually(async () => assert.equal((await start.slugs()).length, all));
  await eventually(async () => assert.ok(Math.abs((await start.scrolled()) - scrolled) < 5));
});

reader("moves from statement to statement by j and k, and opens one by Enter", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open("#/");
  const slugs = await start.slugs();
  const on = async (place) => {
    const words = start.card(slugs[place]).words;
    await eventually(async () => assert.equal((await start.focus()).name, (await words.innerText()).trim()));
  };
  await start.settled();
  await page.keyboard.press("j");
  await on(0);
  await page.keyboard.press("j");
  await on(1);
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await on(1);
  await page.keyboard.press("Enter");
  await eventually(() => assert.equal(start.link, `#/?statement=${slugs[1]}`));
  await on(1);
});

/** The clipboard's link in a page of its own. */
async function copied(briefing) {
  return briefing.page.evaluate(() => navigator.clipboard.readText());
}

async function opened(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  const other = new Briefing(page);
  await other.started();
  return other;
}

async function opensTheSame(briefing, context) {
  const other = await opened(context, await copied(briefing));
  assert.equal(await other.notice.count(), 0);
  assert.equal(await other.page.title(), await briefing.page.title());
  await eventually(async () => assert.equal(await other.text(), await briefing.text()));
  await other.page.close();
  await briefing.page.bringToFront();
}
