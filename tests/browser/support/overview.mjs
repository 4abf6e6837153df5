// The overview as a reader finds their way in it: figures by their titles, their parts by their names.

import { Briefing } from "./briefing.mjs";

/** The title of the first figure. */
export const FIRST = "Who speaks on what";

export class OverviewPage extends Briefing {
  figure(title = FIRST) {
    // A table scrolls within a region of its own, which has the same name.
    return this.main.getByRole("region", { name: title, exact: true }).first();
  }

  /** A mark, row, column or cell of a figure. */
  part(name, title) {
    return this.figure(title).locator(`svg a[aria-label^="${name}"]`);
  }

  async names(title) {
    return this.figure(title).locator("svg a").evaluateAll((links) => links.map((link) => link.getAttribute("aria-label")));
  }

  table(title = FIRST) {
    return this.figure(title).getByRole("table", { name: title });
  }

  /** The texts of the rows of a table. */
  async rows(title) {
    const rows = this.table(title).locator("tbody tr");
    return rows.evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
  }

  /** Chooses in one of the lists above a figure. */
  async choose(title, list, name) {
    await this.figure(title).getByRole("navigation", { name: list }).getByRole("link", { name, exact: true }).click();
  }
}

/** The overview, or another page with figures, once a figure is drawn. */
export async function opened(briefing, link = "#/overview", title = FIRST) {
  const overview = OverviewPage.of(briefing);
  await overview.open(link);
  await overview.figure(title).waitFor();
  return overview;
}
