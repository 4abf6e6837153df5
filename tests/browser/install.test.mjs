// Installing the page as an app.

import assert from "node:assert/strict";
import { TITLE } from "./support/editions.mjs";
import { traveller } from "./support/traveller.mjs";

traveller("can be installed", async ({ kept, page, context, host }) => {
  await kept.at(host);
  await kept.saved();
  const browser = await context.newCDPSession(page);
  const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
  // Chromium never installs anything for a reader who leaves no traces, as those of tests are.
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  const { url, errors, data } = await browser.send("Page.getAppManifest");
  assert.equal(url, `${host.address}manifest.webmanifest`);
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.equal(manifest.name, TITLE);
  const { appId } = await browser.send("Page.getAppId");
  assert.equal(appId, host.address);
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (src) => {
      const icon = Object.assign(new Image(), { src });
      await icon.decode();
      return `${icon.naturalWidth}x${icon.naturalHeight}`;
    }, src);
    assert.equal(size, sizes);
  }
});
