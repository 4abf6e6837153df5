// The corpus is a section of the program: where there is none, more than one or a damaged one, the page says so, and what is
// written in it can be read.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before } from "node:test";
import { baseUrl, reader } from "./harness.mjs";
import { address, alone } from "./support/one-file.mjs";
import { withCorpora } from "./support/program.mjs";
import { statements } from "./support/seeds.mjs";

// What a page from a file has for an origin.
const origin = "null";

const PROGRAM = /briefing-[0-9a-f]+\.wasm/;
const DIGEST = /(?<=data-integrity="?)sha256-[^ ">]+(?=[^>]*data-size)/;
const CORPORA = {
  "no corpus": () => [],
  "an empty corpus": () => [Buffer.of()],
  "two corpora": (corpus) => [corpus, corpus],
  "a corpus that is cut off": (corpus) => [corpus.subarray(0, -1)],
};

let one;

before(async () => {
  one = await alone();
});

after(() => one?.remove());

async function saysThatItCannotBeRead(briefing) {
  const alert = briefing.page.getByRole("alert");
  await alert.getByText("The briefing in this page can’t be read: ").waitFor();
  assert.ok(await alert.getByRole("link", { name: "Try again" }).isVisible());
  assert.equal(await briefing.page.locator("#app article").count(), statements.length);
  assert.ok(await briefing.page.locator("#app article").first().isVisible());
}

/** The page and its program, with other corpora in it: as a build would have made both. */
async function changed(change) {
  const html = await (await fetch(baseUrl)).text();
  const [name] = PROGRAM.exec(html);
  const program = Buffer.from(await (await fetch(new URL(name, baseUrl))).arrayBuffer());
  const body = withCorpora(program, change);
  const digest = `sha256-${createHash("sha256").update(body).digest("base64")}`;
  assert.match(html, DIGEST);
  return { html: html.replace(DIGEST, digest), body };
}

reader("starts with the corpus that is in the program", async ({ briefing, page, context }) => {
  const { html, body } = await changed((corpus) => [corpus]);
  await context.route(PROGRAM, (route) => route.fulfill({ body, contentType: "application/wasm" }));
  await context.route(baseUrl, (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
  await page.goto(baseUrl);
  await briefing.started();
  assert.equal(await briefing.statements.count(), statements.length);
});

for (const [what, change] of Object.entries(CORPORA)) {
  reader(`says that it can’t be read where the program has ${what}`, async ({ briefing, page, context }) => {
    const { html, body } = await changed(change);
    await context.route(PROGRAM, (route) => route.fulfill({ body, contentType: "application/wasm" }));
    await context.route(baseUrl, (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
    await page.goto(baseUrl);
    await saysThatItCannotBeRead(briefing);
  });
}

// The one file starts with the briefing file that is packed in it.
const BRIEFING = /&quot;data\/[^&]+\.briefing&quot;,(\d+)/;
const PACKED = {
  no: (html) => html.replace(BRIEFING, (_, size) => `&quot;other&quot;,${size}`),
  "an empty": (html) => html.replace(BRIEFING, (found, size) => `&quot;other&quot;,${size}],[${found.replace(size, "0")}`),
  "a cut off": (html) => html.replace(BRIEFING, (found, size) => `${found.replace(size, size - 1)}],[&quot;other&quot;,1`),
};

for (const [what, change] of Object.entries(PACKED)) {
  reader(`says that the one file is damaged where ${what} briefing is in it`, { origin }, async ({ briefing, page, watch }) => {
    watch.expect(/damaged/);
    const html = change(one.html);
    assert.notEqual(html, one.html);
    await page.goto(address(await one.put("damaged.html", html)));
    await page.getByRole("alert").getByText("is damaged").waitFor();
    assert.equal(await briefing.page.locator("#app article").count(), statements.length);
    assert.ok(await briefing.page.locator("#app article").first().isVisible());
  });
}
