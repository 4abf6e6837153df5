// Pages that are changed from outside, by browsers that translate and by extensions that insert and remove nodes. Each view
// has the same text as without them.

import assert from "node:assert/strict";
import { reader } from "./harness.mjs";
import { eventually } from "./support/eventually.mjs";
import { translator, extension, words } from "./support/page-changers.mjs";
import { StartPage } from "./support/start.mjs";
import { views, visit } from "./support/views.mjs";

/** Runs a meddler when the page is written, before the program takes it over. */
const beforeStart = (page, meddler) =>
  page.addInitScript(`document.addEventListener("DOMContentLoaded", ${meddler}, { once: true })`);

/** What each view says when nobody meddles: filled by the first test that needs it. */
const original = new Map();

async function originals(page) {
  if (original.size > 0) return original;
  const briefing = new StartPage(await page.context().newPage());
  await briefing.open("#/");
  await briefing.settled();
  for (const view of views) {
    await visit(briefing, view);
    await briefing.drawn();
    original.set(view.link, await words(briefing.page));
  }
  await briefing.page.close();
  return original;
}

async function saysTheSame(briefing, link, expected) {
  await eventually(async () => assert.equal(await words(briefing.page), expected, link));
}

for (const [name, meddler] of [["a translator", translator], ["an extension", extension]]) {
  for (const [moment, before] of [["before the program starts", true], ["after it has started", false]]) {
    reader(`says on every page what it says without ${name} that comes ${moment}`, async ({ briefing, page }) => {
      const expected = await originals(page);
      if (before) await beforeStart(page, meddler);
      await briefing.open("#/");
      await briefing.settled();
      if (!before) await page.evaluate(meddler);
      for (const view of views.slice(1)) {
        await visit(briefing, view);
        await saysTheSame(briefing, view.link, expected.get(view.link));
        // An extension that comes back to each page.
        if (meddler === extension && !before) await page.evaluate(meddler);
      }
      await visit(briefing, views[0]);
      await saysTheSame(briefing, "#/", expected.get("#/"));
    });
  }

  reader(`filters, searches and takes back under ${name}`, async ({ briefing, page }) => {
    const plain = StartPage.of({ page: await page.context().newPage() });
    const changed = StartPage.of(briefing);
    await beforeStart(page, meddler);
    for (const start of [plain, changed]) {
      await start.open("#/");
      await start.settled();
    }
    if (meddler === extension) await page.evaluate(meddler);
    const both = async (act) => {
      for (const start of [plain, changed]) await act(start);
      await saysTheSame(changed, changed.link, await words(plain.page));
      assert.equal(changed.link, plain.link);
    };
    // The links of a page on which elements were moved lie where they lie; they are followed by their address.
    const follow = (selector) => async (start) => {
      await start.page.locator(selector).first().evaluate((link) => link.click());
      await start.drawn();
      await start.drawn();
    };
    const before = await words(plain.page);
    await both((start) => start.go("#/?topic=basing"));
    await both(follow("#f-form-direct"));
    await both(follow(".chosen a.chip"));
    await both((start) => start.go("#/?topic=basing&form=direct"));
    await both((start) => start.go("#/"));
    assert.equal(await words(plain.page), before);
    await both((start) => start.search.fill("bases"));
    await both((start) => start.search.fill("bases uzbek"));
    await both((start) => start.search.fill("zzzzzz"));
    await both((start) => start.search.fill(""));
    await both((start) => start.go("#/?by=topic&sort=latest"));
    await both((start) => start.go("#/?statement=tashkent-no-bases"));
    await both((start) => start.go("#/compare?actors=russia,uzbekistan"));
    await both((start) => start.go("#/compare?actors=russia,kazakhstan"));
  });
}

reader("shows notices, toasts and the export under a translator as without", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await beforeStart(page, translator);
  await start.open("#/?topic=basing&form=nonsense");
  await start.settled();
  await start.notice.getByText("nonsense").first().waitFor();
  await start.notice.getByRole("button", { name: "Dismiss" }).click();
  await start.notice.waitFor({ state: "detached" });
  await page.locator(".card-actions button").first().click();
  await start.toast.first().waitFor();
  await page.getByRole("banner").getByRole("button", { name: "Share, export" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Only what this view shows is saved.").waitFor();
  await dialog.getByRole("button", { name: /^All / }).click();
  await dialog.getByText("Every statement is saved.").waitFor();
  assert.equal(await dialog.getByText("Only what this view shows is saved.").count(), 0);
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "detached" });
});

reader("shows the passage of the card that is pointed at, under a translator as without", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await beforeStart(page, translator);
  await start.open("#/");
  await start.settled();
  const quoted = async (index) => {
    const card = start.cards.nth(index);
    await card.hover();
    const words = (await card.locator(".statement-link").textContent()).split("…")[0].trim();
    await eventually(async () => {
      const passage = await start.passage.locator("blockquote").allTextContents();
      assert.equal(passage.length, 1);
      assert.ok(passage[0].includes(words), `“${words}” is not in “${passage[0]}”`);
    });
  };
  for (const index of [2, 0, 1]) await quoted(index);
});

reader("brings back words that an extension has deleted, with the next view", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await start.open("#/");
  await start.settled();
  const before = await words(page);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll("h1, .facts li, .arrange nav > span, .statement .attribution .form")) element.firstChild.remove();
  });
  assert.notEqual(await words(page), before);
  await start.go("#/?topic=basing");
  await start.chips.first().waitFor();
  await start.go("#/");
  await saysTheSame(start, "#/", before);
});

reader("leaves the words of a translated page to the translator until they change", async ({ briefing, page }) => {
  await beforeStart(page, translator);
  await briefing.open("#/");
  await briefing.settled();
  const fonts = await page.locator("main font").count();
  assert.ok(fonts > 100, `${fonts} translated texts`);
  const heading = await page.locator("h1 font").first().elementHandle();
  await briefing.go("#/?topic=basing");
  await StartPage.of(briefing).chips.first().waitFor();
  assert.ok(await heading.evaluate((font) => font.isConnected), "the headline was translated a second time");
});

reader("keeps the focus on a facet that is chosen under a translator", async ({ briefing, page }) => {
  const start = StartPage.of(briefing);
  await beforeStart(page, translator);
  await start.open("#/");
  await start.settled();
  await page.locator("#f-form-direct").focus();
  await page.keyboard.press("Enter");
  await start.chips.first().waitFor();
  await eventually(async () => assert.equal((await start.focus()).id, "f-form-direct"));
});

reader("says that the words of a translated page are a machine’s, and shows the original", async ({ briefing, page }) => {
  await briefing.open("#/");
  await briefing.settled();
  const notice = page.getByText("translated by a machine");
  assert.equal(await notice.count(), 1);
  assert.ok(!(await notice.isVisible()), "nobody has translated");
  await page.evaluate(translator);
  await notice.waitFor();
  await page.getByRole("button", { name: "Show the original" }).click();
  await eventually(async () => assert.equal(await page.locator("main font").count(), 0));
  await briefing.go("#/actor/russia");
  await eventually(async () => assert.equal(await briefing.headline.textContent(), "Russia"));
  assert.equal(await page.locator("main font").count(), 0, "what is drawn later is the original, too");
});

reader("says so where only the language of the page was changed, on pages without the program as well", async ({ page }) => {
  for (const address of ["about.html", "s/tashkent-no-bases.html"]) {
    await page.goto(new URL(address, (await import("./harness.mjs")).baseUrl).href);
    const notice = page.getByText("translated by a machine");
    assert.ok(!(await notice.isVisible()), address);
    await page.evaluate(() => (document.documentElement.lang = "uz"));
    await notice.waitFor();
  }
});

reader("keeps translators from codes, digests and addresses, and from nothing else", async ({ briefing, page }) => {
  await briefing.open("#/about");
  await briefing.settled();
  // The keys of the keyboard are kept as well.
  const kept = () => page.locator("[translate=no]:not(kbd)").evaluateAll((kept) => kept.map((it) => it.textContent));
  const about = await kept();
  assert.ok(about.some((text) => /^[0-9a-f]{8,}$/.test(text)), `the edition is not among ${about}`);
  await briefing.go("#/actor/uzbekistan");
  await eventually(async () => assert.ok((await kept()).some((text) => /^Q\d+$/.test(text))));
  for (const text of await kept()) assert.match(text, /^([0-9a-f]{8,}|Q\d+|[A-Z]{2}|\p{Regional_Indicator}{2}|Briefing [\d.]+.*)$/u);
});
