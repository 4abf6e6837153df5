// Direction and language of texts, measured in the page: positions of letters, and the attributes of their elements.
// The function runs in the page and may use nothing from around it.

/**
 * What is wrong with the words below an element, each in a line: letters from right to left that are not marked as such,
 * English that is spoken as Arabic, and lines whose first letter does not stand where one begins to read.
 */
export function faults(page, root = "#app") {
  return page.evaluate((root) => {
    const right = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
    const left = /[A-Za-z]/;
    const letter = /[A-Za-z\u0620-\u064a]/;
    const found = [];
    const walker = document.createTreeWalker(document.querySelector(root), NodeFilter.SHOW_TEXT);
    const languageOf = (element) => element.closest("[lang]").getAttribute("lang").split("-")[0];
    const at = (node, place) => {
      const range = document.createRange();
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      return range.getBoundingClientRect();
    };
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      const words = node.data.trim();
      if (!right.test(words) && !left.test(words)) continue;
      const style = getComputedStyle(element);
      const tell = (what) => found.push(`${what}: “${words.slice(0, 60)}” in ${element.outerHTML.slice(0, 120)}`);
      const said = languageOf(element);
      if (right.test(words) && !left.test(words)) {
        // Within an English text an Arabic word is a word of that text.
        const quoted = element.closest("[dir=ltr]") && left.test(element.closest("[dir=ltr]").textContent);
        if (said !== "ar" && !quoted) tell(`in ${said}`);
        if (style.direction !== "rtl" && !quoted) tell("from left to right");
      } else if (left.test(words) && !right.test(words)) {
        const within = right.test(element.closest("[lang]").textContent);
        if (said !== "en" && !(said === "ar" && within)) tell(`in ${said}`);
      }
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      // Where it begins and where it ends, if it is all of one line and one direction.
      const from = node.data.indexOf(words);
      const [first, last] = [at(node, from), at(node, from + words.length - 1)];
      if (words.length < 2 || first.height === 0 || Math.abs(first.top - last.top) > 2) continue;
      if (left.test(words) === right.test(words)) continue;
      const rightward = left.test(words);
      // Inside a text a piece may begin or end with signs that belong to what is beside it.
      if (element.closest(".text, blockquote, [dir=ltr] *") && !(letter.test(words[0]) && letter.test(words.at(-1)))) continue;
      if (rightward ? first.left >= last.left : first.left <= last.left) tell("turned round");
    }
    return found;
  }, root);
}

/** Whether something stands before something else in a layout that runs from right to left. */
export async function before(one, other) {
  const [first, second] = [await one.boundingBox(), await other.boundingBox()];
  return first.x > second.x;
}
