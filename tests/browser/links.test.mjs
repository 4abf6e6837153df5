// Links that are damaged, of another briefing or outdated: what can be read applies, the rest is reported.

import assert from "node:assert/strict";
import { baseUrl, reader } from "./harness.mjs";
import { Briefing } from "./support/briefing.mjs";
import { eventually } from "./support/eventually.mjs";

/** `says` is in the notice; `instead` leads to `leads`; `applies` stands on the page all the same. */
const LINKS = [
  { link: "#/?topic=basng", says: /no topic “basng”/, instead: "basing", leads: "#/?topic=basing" },
  { link: "#/?topic=basing,nonsense-zz&form=act", says: /no topic “nonsense-zz”/, applies: /Topic: Military basing[^]*Form: Reported act/ },
  { link: "#/?actor=-russa", says: /no actor “russa”/, instead: "russia", leads: "#/?actor=-russia" },
  { link: "#/actor/uzbekistn", says: /no actor “uzbekistn”/, instead: "uzbekistan", leads: "#/actor/uzbekistan", applies: /^Actors/ },
  { link: "#/?topik=basing&form=act", says: /“topik”/, instead: /^topic=?$/, leads: "#/?topic=basing&form=act", applies: /Form: Reported act/ },
  { link: "#/compar?actors=russia,uzbekistan", says: /no page “compar”/, instead: "compare", leads: "#/compare?actors=russia,uzbekistan" },
  {
    link: "#/compare?actors=russia,uzbekistan,kazakhstan,united-states,china",
    says: /compares 5; the first 4/,
    applies: /Russia, Uzbekistan, Kazakhstan and United States/,
  },
  { link: "#/compare?actors=russia&statements=tashkent-no-bases", says: /at once/, applies: /Compare with whom/ },
  { link: "#/?statement=tashkent-bases", says: /no statement “tashkent-bases”/, instead: "tashkent-no-bases", leads: "#/?statement=tashkent-no-bases" },
  { link: "#/?date=2021-13-45", says: /no date “2021-13-45”/ },
  { link: "#/?by=colour&sort=latest", says: /no grouping “colour”/ },
  { link: "#/?sort=latest&sort=text", says: /“sort” more than once/ },
  { link: "#/?topic=basing&edition=00000000", says: /another edition/, applies: /Topic: Military basing/ },
  { link: "#/source/no-such-document?statement=tashkent-no-bases", says: /no document “no-such-document”/, applies: /impossibility of deploying/ },
  { link: "#/about?topic=basing", says: /“topic”/, applies: /^About/ },
  { link: "#!/wp-login.php?redirect=%2Fadmin", says: /no page/ },
  { link: "#section-3.2", says: /no page “section-3.2”/ },
  { link: "#/%E0%A4%A/%00", says: /no page/ },
  { link: `#/${"x".repeat(5000)}`, says: /no page/ },
];

reader("names what a link says that does not apply, and applies the rest", async ({ briefing }) => {
  await briefing.open("#/about");
  for (const { link, says, applies } of LINKS) {
    await briefing.go(link);
    const about = link.slice(0, 60);
    await eventually(async () => assert.match(await briefing.notice.innerText(), says, about));
    assert.notEqual((await briefing.headline.innerText()).trim(), "", about);
    if (applies) assert.match(await briefing.text(), applies, about);
  }
});

/** What is glued to a link, or becomes of it, in mail and chats. */
const ON_THE_WAY = [
  ...[".", ",", ")", ">", '"', "'", "”", "»", "]", ";", ":", "!", "?", "*", "_", "…", "\u200b", "\u2060", "#", "&amp;", "%22%3E", "\u00a0"].map((glue) => (link) => link + glue),
  (link) => `${link}#:~:text=Tashkent`,
  (link) => `${link}&utm_source=news&fbclid=IwAR0`,
  (link) => `${link}?utm_source=news`,
  (link) => `${link} See you tomorrow.`,
  (link) => `${link}](https://example.org/)`,
  (link) => link.slice(0, -3),
  (link) => `#${encodeURIComponent(link.slice(1))}`,
  (link) => `#${encodeURIComponent(encodeURIComponent(link.slice(1)))}`,
  (link) => encodeURI(encodeURI(link)),
  (link) => link.replaceAll("&", "&amp;"),
  (link) => link.replaceAll("=", "=3D"),
  (link) => link.replace("basing", "bas%0D%0A%3E ing"),
  (link) => link.replace("basing", "ba sing"),
  (link) => `${link.slice(0, -4)}=\n${link.slice(-4)}`,
];

reader("opens links as mail and chats pass them on, and says nothing of it", async ({ briefing, page }) => {
  await briefing.open("#/?topic=basing&q=bases");
  await page.getByRole("button", { name: "Share, export" }).click();
  const address = await page.getByRole("textbox", { name: "The link" }).inputValue();
  const link = new URL(address).hash;
  assert.match(link, /^#\/\?topic=basing&q=bases&edition=[0-9a-f]{8}$/);
  const seen = await briefing.text();
  for (const sent of ON_THE_WAY) {
    await page.goto("about:blank");
    await briefing.open(sent(link));
    await eventually(async () => assert.equal(await briefing.text(), seen, sent(link)));
    assert.equal(await briefing.notice.count(), 0, sent(link));
  }
  // A link that nothing was added to is of another edition only if it says so.
  await briefing.open(link.replace(/.{8}$/, "00000000."));
  await eventually(async () => assert.match(await briefing.notice.innerText(), /another edition.*\(00000000\)/));
});

reader("offers the nearest match for what does not exist, and goes there", async ({ briefing }) => {
  await briefing.open("#/about");
  for (const { link, instead, leads } of LINKS.filter(({ instead }) => instead)) {
    await briefing.go(link);
    const match = briefing.notice.getByRole("link", { name: instead, exact: true });
    await match.click();
    await eventually(() => assert.equal(briefing.link, leads));
    await eventually(async () => assert.equal(await briefing.notice.count(), 0, leads));
  }
});

reader("opens at a damaged link as well as it goes to one", async ({ page, context }) => {
  for (const { link, says } of LINKS.filter((_, place) => place % 4 === 0)) {
    const other = new Briefing(await context.newPage());
    await other.open(link);
    await eventually(async () => assert.match(await other.notice.innerText(), says, link));
    assert.notEqual((await other.headline.innerText()).trim(), "");
    await other.page.close();
  }
  await page.close();
});

reader("dismisses the notice about a damaged link", async ({ briefing }) => {
  await briefing.open("#/?topic=basng&form=act");
  await briefing.notice.getByRole("button", { name: "Dismiss" }).click();
  await briefing.notice.waitFor({ state: "detached" });
  assert.equal((await briefing.focus()).tag, "h1");
  assert.match(await briefing.text(), /Form: Reported act/);
});

reader("shows no notice for a valid link", async ({ briefing }) => {
  for (const link of ["", "#", "#/", "#/?", "#/actors/", "#/?topic=&q=", "#/?date=2021-12-11/2021-12-16", "#/source"]) {
    await briefing.open(link);
    assert.notEqual((await briefing.headline.innerText()).trim(), "");
    assert.equal(await briefing.notice.count(), 0, link);
  }
});

reader("limits the number of notices about one link", async ({ briefing }) => {
  await briefing.open(`#/?${"colour=red&".repeat(2000)}topic=basing`);
  await eventually(async () => assert.match(await briefing.notice.innerText(), /1\u202f992 more such faults/));
  assert.equal(await briefing.notice.getByRole("listitem").count(), 9);
  assert.match(await briefing.text(), /Topic: Military basing/);
});

reader("reports that the reader of damaged links could not be loaded, and shows no other view", async ({ briefing, page, context, watch }) => {
  watch.expect(/pages-/);
  watch.allow(/split|fetch|load|Failed/i);
  await context.route(/pages-[^/]*\.wasm$/, (route) => route.abort(), { times: 1 });
  await page.goto(new URL("#/?topic=basing.", baseUrl).href);
  const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await alert.waitFor();
  assert.equal(await page.getByRole("article").count(), 0);
  await alert.getByRole("button", { name: "Try again" }).click();
  await eventually(async () => assert.match(await briefing.text(), /Topic: Military basing/));
  assert.equal(await briefing.notice.count(), 0);
});
