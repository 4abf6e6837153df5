// The whole text of a document, with its statements marked.

import { Briefing } from "./briefing.mjs";
import { Card } from "./card.mjs";

export class SourcePage extends Briefing {
  /** The text with its marks, without what the page adds beside it. */
  get blocks() {
    return this.main.locator(".text");
  }

  /** A marked passage by its words. */
  passage(words) {
    return this.blocks.getByRole("link", { name: words, exact: true });
  }

  /** The words of the open statement, in as many pieces as others begin and end within. */
  get opened() {
    return this.blocks.locator("a.open");
  }

  /** The same as one text. */
  async openedWords() {
    return (await this.opened.allInnerTexts()).join("");
  }

  /** The passage that is said to be the present one, in its pieces. */
  get present() {
    return this.blocks.locator("p a[aria-current=true]");
  }

  /** What stands in the margin: an entry for each statement. */
  get notes() {
    return this.blocks.getByRole("listitem").getByRole("link");
  }

  /** What the editor left out, struck through. Playwright knows no role for that. */
  get leftOut() {
    return this.blocks.locator("s");
  }

  /** The place for the card of the open statement. */
  get cards() {
    return this.main.getByRole("complementary", { name: "The statement" }).getByRole("article");
  }

  get card() {
    return new Card(this.cards);
  }

  /** The card within the text, for windows without room beside it. */
  get inlineCard() {
    return new Card(this.blocks.getByRole("article"));
  }

  /** The document's words alone: its headline, which is the page's, and the text without numbers of paragraphs and margin. */
  async plainText() {
    const headline = await this.headline.textContent();
    const body = await this.blocks.evaluate((blocks) => {
      const copy = blocks.cloneNode(true);
      for (const added of copy.querySelectorAll(".notes, .number, .kicker")) added.remove();
      return copy.textContent;
    });
    return `${headline}\n\n${body}`;
  }
}
