// The page as a reader finds their way in it: by roles and names. The only place that knows how the page is built;
// tests, bench and screenshots all go through here.

import assert from "node:assert/strict";
import { eventually } from "./eventually.mjs";
import { baseUrl } from "./settings.mjs";

/** One open page. */
export class Briefing {
  constructor(page) {
    this.page = page;
  }

  /** The same page as a reader of another part of it sees it: `StartPage.of(briefing)`. */
  static of(briefing) {
    return new this(briefing.page);
  }

  /** Opens a link such as `#/actors` and waits until the program has drawn it. */
  async open(link = "") {
    await this.page.goto(new URL(link, baseUrl).href);
    await this.started();
  }

  /** boot.js has handed over to the program, and all that the view needs of it has come. */
  async started() {
    // A view may wait for several parts at once: `waitFor` of a locator allows one element.
    await this.page.waitForFunction(() => document.querySelector("#boot-status, .part-status") === null);
  }

  /** What comes later is here: the foot of the page, the shortcuts of the keyboard. */
  async settled() {
    await this.page.getByRole("button", { name: "Print this view" }).waitFor();
  }

  /** What the program draws into. */
  get app() {
    return this.page.locator("#app");
  }

  get main() {
    return this.page.getByRole("main");
  }

  get pages() {
    return this.page.getByRole("navigation", { name: "Pages" });
  }

  /** The facets beside the statements. */
  get filter() {
    // On a narrow page it is a dialog while it is open.
    return this.page.getByRole("complementary", { name: "Filter" }).or(this.page.getByRole("dialog", { name: "Filter" }));
  }

  /** The values of the facets, each a link to the view with it. */
  get filterValues() {
    return this.filter.getByRole("link");
  }

  get search() {
    return this.page.getByRole("searchbox");
  }

  /** The cards of the statements that are shown. */
  get statements() {
    return this.main.getByRole("article");
  }

  /** The fragment of the address. */
  get link() {
    return new URL(this.page.url()).hash;
  }

  /** Goes to a link within the running program, as a click on it would. */
  async go(link) {
    await this.page.evaluate((link) => (location.hash = link), link);
  }

  /** The name of the page, which every page has. */
  get headline() {
    return this.main.getByRole("heading", { level: 1 });
  }

  /** What the page says about a link that it could not read wholly. */
  get notice() {
    return this.page.getByRole("alert", { name: "About the link" });
  }

  /** The button of the bar that copies a link to the view. */
  get copyView() {
    return this.page.getByRole("banner").getByRole("button", { name: "Copy link" });
  }

  /** Where the page says in passing what it has just done. */
  get toast() {
    return this.page.getByRole("status").filter({ hasText: /link|copy/i });
  }

  /** The link to be copied by hand. */
  get linkByHand() {
    return this.page.getByRole("textbox", { name: "To be copied" });
  }

  /** All that the page shows, as text. */
  text() {
    // Not innerText: cards out of sight are not laid out, and so have none.
    return this.main.textContent();
  }

  /** The element with the focus: its id, its name and what it is. */
  focus() {
    return this.page.evaluate(() => {
      const { id, tagName, textContent, ariaLabel } = document.activeElement;
      return { id, tag: tagName.toLowerCase(), name: ariaLabel ?? textContent.trim() };
    });
  }

  /** What the page does in its next frame is done: for what should not happen. */
  drawn() {
    return this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));
  }

  /** Cards out of sight are laid out as well, a moment after the reader has acted. */
  laidOut() {
    const left = () => this.page.evaluate(() => [...document.querySelectorAll("article.statement")].filter((card) => card.checkVisibility() && getComputedStyle(card).contentVisibility !== "visible").length);
    return eventually(async () => assert.equal(await left(), 0, "cards that are not laid out"));
  }

  scrolled() {
    return this.page.evaluate(() => Math.round(scrollY));
  }
}
