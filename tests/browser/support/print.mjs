// A print as its reader finds it: the pages of a PDF, read back by a reader that is not the browser that wrote it, and the
// QR code, read by one that shares nothing with the program that drew it.

import jsQR from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const tidy = (text) => text.replace(/\s+/g, " ").trim();

/** Prints what the page shows and returns the text of each sheet, and of all together without the running lines. */
export async function print(page, format = "A4") {
  const data = new Uint8Array(await page.pdf({ format }));
  const pdf = await getDocument({ data, useSystemFonts: true, verbosity: 0 }).promise;
  const sheets = [];
  const lines = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await pdf.getPage(number);
    const [, , width, height] = sheet.view;
    const { items } = await sheet.getTextContent();
    const text = (some) => tidy(some.map(({ str, hasEOL }) => str + (hasEOL ? "\n" : "")).join(""));
    // Margins are where running lines are: within 16 mm of an edge.
    const edge = (16 / 25.4) * 72;
    const running = ({ transform: [, , , , , y] }) => y < edge || y > height - edge;
    sheets.push({ width, height, text: text(items), running: text(items.filter(running)) });
    lines.push(text(items.filter((item) => !running(item))));
  }
  await pdf.destroy();
  return { sheets, text: tidy(lines.join(" ")) };
}

/** Text without spaces and hyphens at line ends: what a line break may have touched does not matter. */
export const bare = (text) => text.replace(/[\s\u00ad-]+/g, "");

/** Draws what would be printed, without printing it, and reads the code on it; nothing where there is none. */
export async function code(page) {
  const drawn = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const svg = document.querySelector(".print-document .qr");
    const found = svg && { side: svg.viewBox.baseVal.width, path: svg.querySelector("path").getAttribute("d"), name: svg.ariaLabel ?? svg.getAttribute("aria-label") };
    dispatchEvent(new Event("afterprint"));
    return found;
  });
  if (!drawn) return undefined;
  const scale = 4;
  const wide = drawn.side * scale;
  const pixels = new Uint8ClampedArray(wide * wide * 4).fill(255);
  for (const [, x, y, run] of drawn.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = y * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = x * scale; column < (Number(x) + Number(run)) * scale; column++) {
        pixels.fill(0, (row * wide + column) * 4, (row * wide + column) * 4 + 3);
      }
    }
  }
  return { name: drawn.name, text: jsQR(pixels, wide, wide)?.data };
}
