// What a hand and an eye need to reach: targets that are large enough or far enough apart, and a focus that is seen. The functions
// that run in the page may use nothing from around them.

/**
 * Targets in sight of less than 24 CSS pixels whose spacing does not make up for it, as success criterion 2.5.8 of WCAG 2.2 defines
 * it: a circle of 24 pixels around the centre of each meets no other target, and not the circle of another small one. Links within
 * a sentence are exempt, and the marks of drawings, whose links are in the table of the figure as well.
 */
export function smallTargets(page) {
  return page.evaluate(() => {
    const SIZE = 24;
    // A fraction of a pixel is rounding.
    const TOLERANCE = 0.5;
    const targets = [...document.querySelectorAll("a[href], button, input, summary, [role=switch]")].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest(".visually-hidden, [inert], svg")) return [];
      const box = element.getBoundingClientRect();
      // Off the screen until the focus comes.
      if (box.width < 2 || box.height < 2) return [];
      const style = getComputedStyle(element);
      const words = (node) => node.textContent.trim();
      const inline = style.display === "inline" && words(element.parentElement).length > words(element).length + 1;
      return [{ element, box, inline, small: box.width < SIZE - TOLERANCE || box.height < SIZE - TOLERANCE }];
    });
    const centre = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
    const toBox = ([x, y], { left, right, top, bottom }) => Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const found = [];
    for (const target of targets.filter(({ small, inline }) => small && !inline)) {
      const at = centre(target);
      const meets = targets.find((other) => {
        if (other === target || other.element.contains(target.element) || target.element.contains(other.element)) return false;
        if (other.small) return Math.hypot(at[0] - centre(other)[0], at[1] - centre(other)[1]) < SIZE - TOLERANCE;
        return toBox(at, other.box) < SIZE / 2 - TOLERANCE;
      });
      if (!meets) continue;
      const name = ({ element, box }) => `${element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40)} (${Math.round(box.width)} × ${Math.round(box.height)}, ${element.closest("[class]")?.getAttribute("class")})`;
      found.push(`${name(target)} meets ${name(meets)}`);
    }
    return found;
  });
}

/**
 * Presses Tab through the page until the focus is back at the beginning, at most so often. What is wrong: a focus that is not on the
 * screen, that something covers wholly (2.4.11), or that has no outline (2.4.7).
 */
export async function unseenFocus(page, most = 400) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  const found = [];
  for (let number = 0; number < most; number += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body || element === null) return { end: true };
      const box = (element.querySelector(":scope > .target") ?? element).getBoundingClientRect();
      const words = element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 50);
      const name = `${element.tagName.toLowerCase()} ${words}`;
      // Its corners and its middle, as far as they are on the screen.
      const [dx, dy] = [Math.min(box.width / 2, 3), Math.min(box.height / 2, 3)];
      const xs = [box.left + dx, (box.left + box.right) / 2, box.right - dx];
      const ys = [box.top + dy, (box.top + box.bottom) / 2, box.bottom - dy];
      const points = [...element.getClientRects()].length > 1
        ? [...element.getClientRects()].map((rect) => [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2])
        : xs.flatMap((x) => ys.map((y) => [x, y]));
      const visible = points.some(([x, y]) => {
        const top = document.elementFromPoint(x, y);
        return top !== null && (element.contains(top) || top.contains(element));
      });
      const style = getComputedStyle(element);
      const target = element.querySelector(":scope > .target");
      const framed = element.closest(".search, .find") !== null;
      const outlined = style.outlineStyle !== "none" || framed || (target !== null && getComputedStyle(target).stroke !== "none");
      return { name, wrong: [!visible && "covered or off the screen", !outlined && "without an outline"].filter(Boolean) };
    });
    if (seen.end) return found;
    if (seen.wrong.length > 0) found.push(`${seen.name}: ${seen.wrong.join(", ")}`);
  }
  return found;
}
