// The elements by which all sites are used, the page and its peers alike.

export const SELECTORS = {
  /** Statements. */
  card: "article.statement",
  /** Values of facets: links within the page as soon as the program runs, and not in the prerendered page. */
  value: '[aria-label="Filter"] a.value[href^="#"]',
  /** What says how many statements pass. */
  summary: "#summary",
  /** The search for statements; long facets have a search box of their own. */
  search: "header input[type=search]",
  /** Is there until the program runs. */
  loading: "#boot-status",
};
