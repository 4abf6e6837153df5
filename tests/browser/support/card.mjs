// A statement's card, wherever it stands.

/** One card. */
export class Card {
  constructor(root) {
    this.root = root;
    this.page = root.page();
  }

  /** The card of a statement among others, found by its way into the text. */
  static of(cards, slug) {
    const way = cards.page().locator(`a[href*="/source/"][href$="statement=${slug}"]`);
    return new Card(cards.filter({ has: way }).first());
  }

  /** The statement's words, a link that opens or closes it. */
  get words() {
    return this.root.locator("[aria-expanded]");
  }

  get inText() {
    return this.root.getByRole("link", { name: /^In the text/ });
  }

  get compare() {
    return this.root.getByRole("link", { name: "Compare", exact: true });
  }

  get copy() {
    return this.root.getByRole("button", { name: /^Copy link/ });
  }

  /** The ways to both passages of each relation. */
  get bothPassages() {
    return this.root.getByRole("link", { name: "Both passages" });
  }

  /** The passage within the card, for windows without room for it in the margin. */
  get passage() {
    return this.root.getByRole("blockquote");
  }

  /** Whether it is the one that is open. */
  async isOpen() {
    return (await this.root.getAttribute("aria-current")) === "true" && (await this.words.getAttribute("aria-expanded")) === "true";
  }
}

/**
 * What cards say, all read at once: `slug`, `words`, `text` of the whole card, `marks`, and the slugs that its links
 * lead to: `actors`, `topics`, `actions`.
 */
export function readCards(cards) {
  return cards.evaluateAll((articles) =>
    articles.map((article) => {
      const links = [...article.querySelectorAll("a")];
      const words = article.querySelector("[aria-expanded]");
      const to = (pattern) => links.map((link) => pattern.exec(link.getAttribute("href"))?.[1]).filter(Boolean);
      return {
        slug: to(/^#\/source\/[^?]+\?statement=(.+)$/)[0],
        words: words.textContent.trim(),
        // Not innerText: cards out of sight are not laid out, and so have none.
        text: article.textContent,
        marks: [...article.querySelectorAll("mark")].map((mark) => mark.textContent),
        actors: to(/^#\/actor\/(.+)$/),
        topics: to(/^#\/\?topic=([^&]+)$/),
        actions: [...links, ...article.querySelectorAll("button")].map((it) => it.textContent.trim()),
      };
    }),
  );
}

/** Just the slugs, in order. A card may stand under several headings. */
export async function slugs(cards) {
  return (await readCards(cards)).map((card) => card.slug);
}
