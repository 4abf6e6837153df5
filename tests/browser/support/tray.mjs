// The tray of pinned statements.

import { Briefing } from "./briefing.mjs";

export class Tray extends Briefing {
  /** The tray; it is not on the page where nothing is pinned. */
  get tray() {
    return this.page.getByRole("region", { name: "Pinned statements" });
  }

  /** The button that unfolds it, which says how many are pinned. */
  get button() {
    return this.tray.getByRole("button", { name: /^\d pinned statements?$/ });
  }

  get compare() {
    return this.tray.getByRole("link", { name: "Compare them" });
  }

  get entries() {
    return this.tray.getByRole("listitem");
  }

  /** The button that pins the statement of a card, a cell or a head. */
  pin(around) {
    return around.getByRole("button", { name: "Pin", exact: true });
  }

  card(words) {
    return this.statements.filter({ hasText: words });
  }
}
