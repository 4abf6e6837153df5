// The grid of actors, and the page of one.

import { Briefing } from "./briefing.mjs";
import { slugs } from "./card.mjs";

/** All actors. */
export class ActorsPage extends Briefing {
  /** Each camp with the number it promises and the names under it. */
  camps() {
    return this.main.getByRole("heading", { level: 2 }).evaluateAll((headings) =>
      headings.map((heading) => ({
        heading: heading.innerText,
        count: Number(/\d+$/.exec(heading.innerText.trim())[0]),
        names: [...heading.parentElement.querySelectorAll("h3 a")].map((link) => link.textContent.trim()),
      })),
    );
  }

  actor(name) {
    return this.main.getByRole("heading", { level: 3 }).getByRole("link", { name, exact: true });
  }
}

/** One actor. */
export class ActorPage extends Briefing {
  get facts() {
    return this.main.getByRole("complementary", { name: "About this actor" });
  }

  /** The parts that the actor has in statements. */
  get sections() {
    return this.main.getByRole("region");
  }

  section(name) {
    return this.main.getByRole("region", { name });
  }

  /** The statements of a section, as slugs, and the number that its heading promises. */
  async statementsOf(name) {
    const section = this.section(name);
    const heading = await section.getByRole("heading", { level: 2 }).innerText();
    return { count: Number(/\d+$/.exec(heading.trim())[0]), slugs: await slugs(section.getByRole("article")) };
  }

  /** What stands under one of the headings beside the statements. */
  factsUnder(heading) {
    return this.facts.getByRole("heading", { name: heading, exact: true }).locator("xpath=following-sibling::*[1]");
  }

  /** The way to the same statements on the start page. */
  get filtered() {
    return this.main.getByRole("link", { name: /^Filter these/ });
  }

  get comparisons() {
    return this.facts.getByRole("link", { name: /^with / });
  }
}
