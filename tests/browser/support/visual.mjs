// What readers see, measured in the page: overflow, clipped text, contrast.
// The functions that run in the page may use nothing from around them.

/** How many pixels the page is wider than its window, and what sticks out furthest. */
export function overflow(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return { by: 0, what: "" };
    const right = (element) => element.getBoundingClientRect().right;
    const widest = [...document.querySelectorAll("body *")].sort((a, b) => right(b) - right(a))[0];
    return { by: scrollWidth - clientWidth, what: widest.outerHTML.slice(0, 200) };
  });
}

/**
 * Words in sight that are cut off: at the window's sides, or by an element around them that hides what is too much and does
 * not scroll to it. What is meant for screen readers alone is left out.
 */
export function clipped(page) {
  return page.evaluate(() => {
    const found = [];
    const tolerance = 1;
    const range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || element.closest(".visually-hidden, svg, noscript")) continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      range.selectNodeContents(walker.currentNode);
      for (const rect of range.getClientRects()) {
        let cut = "";
        let scrolls = false;
        for (let around = element; around && !cut; around = around.parentElement) {
          const { overflowX, overflowY, position } = getComputedStyle(around);
          const box = around.getBoundingClientRect();
          if (hides(overflowX) && !scrolls && (rect.left < box.left - tolerance || rect.right > box.right + tolerance)) cut = "beside";
          if (hides(overflowY) && !scrolls && (rect.top < box.top - tolerance || rect.bottom > box.bottom + tolerance)) cut = "below";
          if (overflowX === "auto" || overflowX === "scroll") scrolls = around !== document.documentElement && around !== document.body;
          if (position === "fixed") break;
        }
        if (!scrolls && (rect.left < -tolerance || rect.right > document.documentElement.clientWidth + tolerance)) cut = "by the window";
        if (cut) found.push(`${cut}: ${walker.currentNode.data.trim().slice(0, 60)} in ${element.outerHTML.slice(0, 120)}`);
      }
    }
    // The hint in an empty box cannot break.
    for (const input of document.querySelectorAll("input[placeholder]")) {
      if (!input.value && input.scrollWidth > input.clientWidth + tolerance) found.push(`the hint of ${input.outerHTML.slice(0, 120)}`);
    }
    return [...new Set(found)];
  });
}

/** The colours of paper and ink. */
export function colours(page) {
  return page.evaluate(() => ({
    paper: getComputedStyle(document.documentElement).backgroundColor,
    ink: getComputedStyle(document.querySelector("h1")).color,
  }));
}

/**
 * The contrast of all visible words with what is behind them, as WCAG 2.2 defines it, and the contrast that words of
 * their size need; the worst first, of each kind of words the worst, with a sample.
 */
export function contrasts(page) {
  return page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const rgba = (color) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      return { rgb: [r, g, b], alpha: a / 255 };
    };
    const over = (front, alpha, back) => front.map((value, at) => value * alpha + back[at] * (1 - alpha));
    const luminance = (rgb) => {
      const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = rgba(getComputedStyle(document.documentElement).backgroundColor);
    const canvasColor = paper.alpha === 1 ? paper.rgb : rgba("canvas").rgb;
    const background = (element) => {
      if (element === null) return canvasColor;
      const { rgb, alpha } = rgba(getComputedStyle(element).backgroundColor);
      return alpha === 1 ? rgb : over(rgb, alpha, background(element.parentElement));
    };
    const found = new Map();
    const walker = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const words = walker.currentNode.data.trim();
      const element = walker.currentNode.parentElement;
      // In SVG, words are filled rather than coloured.
      const style = getComputedStyle(element);
      if (!words || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || element.closest("[aria-hidden]")) continue;
      const behind = background(element);
      const { rgb, alpha } = rgba(element instanceof SVGElement ? style.fill : style.color);
      let opacity = alpha;
      for (let at = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
      const [light, dark] = [luminance(over(rgb, opacity, behind)), luminance(behind)].sort((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const kind = (it) => [it.tagName.toLowerCase(), it.getAttribute("class")].filter(Boolean).join(".");
      const key = `${kind(element)} in ${kind(element.parentElement)}`;
      const needed = large ? 3 : 4.5;
      if (!found.has(key) || found.get(key).ratio > ratio) found.set(key, { where: key, words: words.slice(0, 40), ratio, needed });
    }
    return [...found.values()].sort((a, b) => a.ratio / a.needed - b.ratio / b.needed);
  });
}
