// A crawler: follows every link of every page within the running program.

/**
 * Visits every page, breadth first from the present one, with every statement; but of filters, comparisons and
 * arrangements of figures, which combine without end, at most `most`. Of each view: its `link`, `headline`, `title`, the
 * `notices` about its link, and the names of controls on it that lead where one is already without saying so: `idle`.
 * A name within a text may do that. And the ids that stand there more than once, `twins`.
 */
export function crawl(page, most) {
  return page.evaluate(async (most) => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const go = async (link) => {
      if (location.hash === link) return drawn();
      const changed = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
      location.hash = link;
      await changed;
      await drawn();
    };
    const known = new Set(["#/"]);
    const endless = /^#\/(compare|overview\?|\?(?!statement=[^&]*$))/;
    const visited = [];
    let combined = 0;
    // A set is iterated in the order in which it grows, even while it does.
    for (const link of known) {
      if (endless.test(link) && (combined += 1) > most) continue;
      await go(link);
      const links = [...document.querySelectorAll("#app a")];
      for (const { hash, href } of links.filter(({ href }) => href.baseVal === undefined)) {
        if (href.split("#")[0] === location.href.split("#")[0]) known.add(hash);
      }
      for (const { href } of links.filter(({ href }) => href.baseVal !== undefined)) known.add(href.baseVal);
      const current = ({ ariaCurrent }) => ariaCurrent !== null && ariaCurrent !== "false";
      const idle = links.filter((it) => it.getAttribute("href") === link && it.closest("nav, th, [aria-label=Filter]") && !current(it));
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      visited.push({
        link,
        headline: document.querySelector("h1")?.textContent.trim(),
        title: document.title,
        notices: document.querySelector("[role=alert]")?.textContent ?? "",
        idle: idle.map((it) => (it.ariaLabel ?? it.textContent).trim()),
        twins: ids.filter((id, at) => ids.indexOf(id) !== at),
      });
    }
    return visited;
  }, most);
}
