// The browser and the page under test, from variables that `cargo xtask` sets.

import process from "node:process";

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; run this by \`cargo xtask test --only browser\`, \`bench\` or \`shots\``);
  return value;
}

/** The browser to start. */
export const chrome = required("CHROME");

/** The address of the bundle, with a slash at its end. */
export const baseUrl = required("BASE_URL");

/** The folder that is served there. */
export const bundle = process.env.BUNDLE ?? new URL("../../../dist", import.meta.url).pathname;

/** A host that browsers do not take for this machine, and so do not trust without https. */
export const PLAIN_HOST = "plain.example";

/** For playwright's `chromium.launch`. Without these the browser calls its maker at every start. */
export const launchOptions = {
  executablePath: chrome,
  args: [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
  ],
};
