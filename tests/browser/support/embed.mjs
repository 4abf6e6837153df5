// Ways to open the one-file edition without an address of its own. Each returns the frame that it is in.

import { eventually } from "./eventually.mjs";

/** What browsers offer to the file in the place of an address. `top` fills the window, the others are within a page. */
export const WAYS = {
  "as a blob": () => (location.href = URL.createObjectURL(new Blob([globalThis.file], { type: "text/html" }))),
  "as a blob in a frame": () => globalThis.frame({ src: URL.createObjectURL(new Blob([globalThis.file], { type: "text/html" })) }),
  "as data in a frame": () => globalThis.frame({ src: `data:text/html;charset=utf-8,${encodeURIComponent(globalThis.file)}` }),
  "as the srcdoc of a frame": () => globalThis.frame({ srcdoc: globalThis.file }),
  "as the srcdoc of a sandboxed frame": () => globalThis.frame({ srcdoc: globalThis.file, sandbox: "allow-scripts" }),
  "in a sandboxed frame": () => globalThis.frame({ src: "mailed.html", sandbox: "allow-scripts" }),
};

/** Run in the page around the file. */
export async function prepare() {
  globalThis.file = await (await fetch("mailed.html")).text();
  globalThis.frame = (attributes) => {
    const frame = document.createElement("iframe");
    for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
    frame.style.cssText = "width: 1400px; height: 850px";
    document.body.append(frame);
  };
}

/** Opens the file in one of the ways, in Chromium or Firefox: the frame that it is in. */
export async function embedded(page, around, way) {
  await page.goto(around);
  await page.evaluate(prepare);
  // The page may be gone before it has answered.
  await page.evaluate(WAYS[way]).catch(() => {});
  return eventually(async () => {
    const frame = page.frames().at(-1);
    // Without the program, links lead nowhere; and where the file is not read to its end, there is no word of loading yet.
    if (!(await frame.evaluate(() => document.querySelector("nav a[href^='#/']") && !document.getElementById("boot-status")))) throw new Error(`${way}: not started`);
    return frame;
  }, 20_000);
}
