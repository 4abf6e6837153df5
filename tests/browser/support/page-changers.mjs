// What changes pages from outside in readers' browsers.

/**
 * A translator as Chrome, Edge and Safari have one: each text node is replaced by two nested `font` elements, and so is
 * whatever the page draws later. The words stay the same, so that pages can be compared. Respects `translate="no"`.
 */
export function translator() {
  const translate = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const parent = text.parentElement;
      if (!text.data.trim() || !parent || parent.closest("script, style, font, [translate=no], .notranslate")) continue;
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      outer.append(inner);
      inner.append(text.data);
      text.replaceWith(outer);
    }
  };
  const { documentElement } = document;
  documentElement.classList.add("translated-ltr");
  translate(document.body);
  const watch = new MutationObserver((records) => {
    for (const { target } of records) if (target.isConnected) translate(target.nodeType === 1 ? target : target.parentNode);
  });
  watch.observe(document.body, { childList: true, characterData: true, subtree: true });
}

/** An extension that wraps, inserts, splits and removes arbitrary nodes, once. What it inserts has the class `ext`. */
export function extension() {
  const all = [...document.querySelectorAll("#app *")];
  // A pseudorandom sequence, the same each time.
  let seed = 7;
  const chance = (one) => (seed = (seed * 16807) % 2147483647) % one === 0;
  for (const element of all) {
    if (!element.isConnected || ["HEADER", "MAIN", "INPUT"].includes(element.tagName) || element.id === "app") continue;
    if (chance(9)) {
      const mark = document.createElement("span");
      mark.className = "ext";
      mark.textContent = "!";
      element.insertBefore(mark, element.firstChild);
    }
    if (chance(11)) {
      const wrapper = document.createElement("div");
      element.replaceWith(wrapper);
      wrapper.append(element);
    }
    if (chance(13) && element.firstChild?.nodeType === 3 && element.firstChild.length > 3) element.firstChild.splitText(2);
    if (chance(15)) element.firstChild?.remove();
    if (chance(40)) element.remove();
  }
}

/** What a page says without what was put into it. */
export function words(page) {
  return page.getByRole("main").evaluate((main) => {
    const copy = main.cloneNode(true);
    for (const foreign of copy.querySelectorAll(".ext")) foreign.remove();
    return copy.textContent;
  });
}
