// Firefox, driven over WebDriver BiDi. Told where it is by `cargo xtask`, which sets it up.

import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import puppeteer from "puppeteer-core";
import { eventually } from "./eventually.mjs";

/** A tab of a fresh Firefox, as `tour` in one-file.mjs uses it, with what it asked for and said. */
export class FirefoxTab {
  /** Addresses of all requests. */
  requests = [];
  /** Warnings, errors, and what was thrown. */
  messages = [];

  static async start() {
    if (!process.env.FIREFOX) throw new Error("FIREFOX is not set; run this by `cargo xtask test --only browser`");
    const tab = new FirefoxTab();
    tab.folder = await mkdtemp(path.join(tmpdir(), "briefing-saved-"));
    tab.browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: process.env.FIREFOX,
      headless: true,
      // Not by the protocol: not every Firefox knows all that puppeteer sets along with it.
      defaultViewport: null,
      args: ["--width=1440", "--height=900"],
      extraPrefsFirefox: {
        "browser.download.folderList": 2,
        "browser.download.dir": tab.folder,
        "browser.download.alwaysOpenPanel": false,
        "browser.helperApps.neverAsk.saveToDisk": "text/html,text/plain",
      },
    });
    tab.page = await tab.browser.newPage();
    tab.page.on("request", (request) => tab.requests.push(request.url()));
    tab.page.on("console", (message) => tab.messages.push(`${message.type()}: ${message.text()}`));
    tab.page.on("pageerror", (error) => tab.messages.push(`uncaught: ${error}`));
    return tab;
  }

  async close() {
    await this.browser.close();
    await rm(this.folder, { recursive: true });
  }

  async open(address) {
    // Else another fragment would be another view of the same page.
    await this.page.goto("about:blank");
    await this.page.goto(address);
  }

  click(selector) {
    return this.page.locator(selector).click();
  }

  type(selector, text) {
    return this.page.type(selector, text);
  }

  ask(question, ...about) {
    return this.page.evaluate(question, ...about);
  }

  /** Clicks, and waits for the file that is saved then: where it lies. */
  async saved(selector) {
    const before = await readdir(this.folder);
    await this.click(selector);
    return eventually(async () => {
      const files = await readdir(this.folder);
      const found = files.find((file) => !before.includes(file) && !file.endsWith(".part"));
      if (!found || files.some((file) => file.endsWith(".part"))) throw new Error(`saved is ${files}`);
      return path.join(this.folder, found);
    });
  }
}
