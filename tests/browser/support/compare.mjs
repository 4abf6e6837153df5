// Comparing: choosing, the table of actors by topic, statements side by side.

import { Briefing } from "./briefing.mjs";

export class ComparePage extends Briefing {
  /** An actor to begin with, or to add while there is no table yet. */
  choice(name) {
    return this.main.getByRole("region", { name: "Actors who speak or act" }).getByRole("link", { name, exact: true });
  }

  /** What the editor found worth comparing. */
  get suggestions() {
    return this.main.getByRole("region", { name: "Where the accounts meet" }).getByRole("listitem");
  }

  get table() {
    return this.main.getByRole("table");
  }

  /** The names over the columns. */
  columns() {
    return this.table.getByRole("columnheader").getByRole("link").allInnerTexts();
  }

  /** The topics before the rows. */
  topics() {
    return this.table.getByRole("rowheader").getByRole("link").allInnerTexts();
  }

  topic(name) {
    return this.table.getByRole("rowheader", { name, exact: true }).getByRole("link");
  }

  /** Everything on one topic: its statements, silences and relations. */
  row(topic) {
    return this.table.getByRole("rowgroup").filter({ has: this.page.getByRole("rowheader", { name: topic, exact: true }) });
  }

  /** The cells of a topic in which an actor says nothing. */
  silences(topic) {
    return this.row(topic).getByRole("cell", { name: "silent", exact: true });
  }

  /** The ways to both passages of a relation. */
  bothPassages(within = this.main) {
    return within.getByRole("link", { name: "Both passages" });
  }

  /** Takes a column away. */
  remove(name) {
    return this.main.getByRole("link", { name: new RegExp(`^${name} ?, remove`) });
  }

  /** Unfolds the actors that can be added; none when the table is full. */
  get add() {
    return this.main.getByText("Add an actor");
  }

  async addActor(name) {
    const link = this.main.getByRole("group").getByRole("link", { name, exact: true });
    // Once unfolded, it stays so.
    if (!(await link.isVisible())) await this.add.click();
    await link.click();
  }

  /** The way to the row of a topic, in the list of topics. */
  way(topic) {
    return this.main.getByRole("navigation", { name: "Topics of this comparison" }).getByRole("button", { name: topic, exact: true });
  }

  /** The ways to all rows that are listed. */
  get ways() {
    return this.main.getByRole("navigation", { name: "Topics of this comparison" }).getByRole("listitem").getByRole("button");
  }

  /** What lists all of them. */
  get allWays() {
    return this.main.getByRole("button", { name: /^List all [0-9,]+ topics$/ });
  }

  /** What shows further rows. */
  get moreRows() {
    return this.main.getByRole("button", { name: /^Show [0-9,]+ more of [0-9,]+ topics?$/ });
  }

  /** What opens the table of the topics that only one column touches. */
  get fold() {
    return this.main.getByText(/^[0-9,]+ topics? that only one of them touches$/);
  }

  /** How far the heads of the columns are from the top of the window. */
  heads() {
    return this.table.getByRole("columnheader").evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().top));
  }

  /** The kinds of columns to choose from. */
  kind(name) {
    return this.main.getByRole("navigation", { name: "What to compare" }).getByRole("link", { name, exact: true });
  }

  /** A period of any days. */
  get anyPeriod() {
    return this.main.getByRole("group", { name: "Another period" });
  }

  /** The texts over the columns, whether they lead somewhere or not. */
  async headTexts() {
    const texts = await this.table.getByRole("columnheader").allInnerTexts();
    return texts.map((text) => text.trim().split("\n")[0]);
  }

  get allTopics() {
    return this.main.getByRole("link", { name: "All topics" });
  }

  /** The heads of statements side by side. */
  get sides() {
    return this.table.getByRole("columnheader").filter({ has: this.page.getByRole("link", { name: /^Remove the statement/ }) });
  }

  /** A row of what is known of statements: its first is the line about the difference. */
  known(label) {
    return this.row(label).getByRole("row");
  }

  /** What a row says of the statement at a place. */
  side(label, place) {
    return this.known(label).nth(1).getByRole("cell").nth(place);
  }

  /** A way from statements to the table of their actors. */
  get actorsByTopic() {
    return this.main.getByRole("link", { name: "These actors by topic" });
  }
}
