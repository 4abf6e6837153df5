// The start page: the statements, the facets, the search, the passage in the margin.

import assert from "node:assert/strict";
import { Briefing } from "./briefing.mjs";
import { Card, readCards, slugs } from "./card.mjs";
import { eventually } from "./eventually.mjs";

/** How a facet's link names its value's count. */
const COUNT = /^(?<sign>[+−]?)(?<count>[\d\u202f]+)(?: (?:more )?statements?(?:, (?<state>.*))?)?$/;
const SHOWING = /^Showing ([\d\u202f]+) of ([\d\u202f]+)$/;
const ALL = /^([\d\u202f]+) statements?$/;

const number = (text) => Number(text.replaceAll("\u202f", ""));

export class StartPage extends Briefing {
  /** What is counted under the headline: `{ document: 1, statement: 25, … }`. */
  async counted() {
    const facts = await this.main.getByRole("list").first().getByRole("listitem").allInnerTexts();
    const counts = facts.map((fact) => /^([\d\u202f]+) (document|statement|actor)s?$/.exec(fact)).filter(Boolean);
    return Object.fromEntries(counts.map(([, count, noun]) => [noun, number(count)]));
  }

  /** The statements with what is chosen and how they are arranged. */
  get list() {
    return this.main.getByRole("region", { name: "Statements", exact: true });
  }

  get cards() {
    return this.list.getByRole("article");
  }

  card(slug) {
    return Card.of(this.cards, slug);
  }

  readCards() {
    return readCards(this.cards);
  }

  slugs() {
    return slugs(this.cards);
  }

  /** How many statements the page says it shows, once it has searched. */
  shown() {
    return eventually(async () => {
      assert.equal(await this.list.locator("[aria-busy]").count(), 0, "the search is not finished");
      const texts = await this.list.getByRole("status").allInnerTexts();
      // Capitals are the sheet's doing.
      const match = texts.map((text) => new RegExp(`${SHOWING.source}|${ALL.source}`, "i").exec(text)).find(Boolean);
      assert.ok(match, `no count in ${JSON.stringify(texts)}`);
      return number(match[1] ?? match[3]);
    });
  }

  /** Waits until the page says that it shows that many, and holds the cards against it. */
  async shows(count) {
    await eventually(async () => assert.equal(await this.shown(), count));
    const shown = new Set(await this.slugs());
    assert.equal(shown.size, count, `the page says ${count}, and shows ${[...shown]}`);
    return [...shown];
  }

  /** What the search made of words that no statement has. */
  get readings() {
    return this.list.getByRole("status").filter({ hasText: "No statement has" });
  }

  /** The headings of the groups, as `{ heading, count }`. */
  async groups() {
    const texts = await this.list.getByRole("heading", { level: 2 }).allInnerTexts();
    return texts.map((text) => {
      const [, heading, count] = /^(.*?)\s*([\d\u202f]+)$/s.exec(text);
      return { heading, count: number(count) };
    });
  }

  /** Chosen values; each link removes one. */
  get chips() {
    return this.list.getByRole("link", { name: /, remove; leaves / });
  }

  get clear() {
    return this.list.getByRole("link", { name: "Clear", exact: true });
  }

  /** "Group by" or "Order". */
  arrangement(name) {
    return this.list.getByRole("navigation", { name }).getByRole("link");
  }

  /** What is said where nothing matches. */
  get nothing() {
    return this.list.getByText("No statement matches");
  }

  /** Ways out of nothing: all but one of what was chosen. */
  get without() {
    return this.list.getByRole("link", { name: /^Without / });
  }

  /** The margin beside the statements. */
  get passage() {
    return this.main.getByRole("complementary", { name: "The passage" });
  }

  /** The times on the axis. */
  get times() {
    return this.main.getByRole("figure", { name: /said or done/ }).locator("a.time");
  }

  /** What folds of the head: all but the headline. Its line opens it. */
  get intro() {
    return this.main.locator(".intro");
  }

  /** The time with a date, as in links. */
  time(date) {
    return this.main.locator(`[id="t-${date.replaceAll("/", "-")}"]`);
  }

  /** The axis, which folds to a line. */
  get axis() {
    return this.main.locator(".axis");
  }

  facet(title) {
    return new Facet(this.filter.getByRole("region", { name: title, exact: true }));
  }

  get sheetButton() {
    return this.list.getByRole("button", { name: /^Filter/ });
  }

  /** Closes the sheet of the facets on a narrow page. */
  get sheetDone() {
    return this.filter.getByRole("button", { name: /^Show / });
  }
}

/** One facet. */
export class Facet {
  constructor(root) {
    this.root = root;
  }

  /** Its values: `label`, `count`, `state` (`""`, `adds`, `chosen`, `left out`), and whether it `leads` somewhere. */
  async values() {
    const items = await this.root.getByRole("listitem", { includeHidden: true }).evaluateAll((items) =>
      items.map((item) => {
        const link = item.querySelector("a");
        const [label, count] = [...link.children].map((part) => part.cloneNode(true));
        // Whom it is a part of is only heard.
        label.querySelectorAll(".visually-hidden").forEach((hidden) => hidden.remove());
        return { label: label.textContent.trim(), text: count.textContent.trim(), href: link.getAttribute("href") };
      }),
    );
    return items.map(({ label, text, href }) => {
      const { sign, count, state = "" } = COUNT.exec(text).groups;
      return { label, count: number(count), state: sign === "+" ? "adds" : state, leads: href !== null, href };
    });
  }

  /** The link of a value. */
  value(label) {
    return this.root.getByRole("link", { name: new RegExp(`^${escaped(label)}(, part of .*)? [+−]?[\\d\u202f]+ (more )?statements?(, .*)?$`) });
  }

  /** The link that leaves its statements out. */
  not(label) {
    return this.root.getByRole("link", { name: `not ${label}`, exact: true });
  }

  /** What is folded away. */
  get more() {
    return this.root.getByText(/^\d+ more$/);
  }
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
