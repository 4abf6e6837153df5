// A static host that knows little: no cache headers, no policy, no redirects, and of content types only what it is told.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** What every host knows. */
export const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Serves `folder` below the path `mount`. `types` says what is sent for an ending; nothing for `undefined`. With `encoding`,
 * such as `{ name: "br", ending: ".br" }`, the variants beside the files are sent in their stead.
 */
export async function host(folder, { mount = "/", types = TYPES, encoding } = {}) {
  const answer = async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    const file = pathname.startsWith(mount) && join(folder, normalize(`/${decodeURIComponent(pathname.slice(mount.length))}`));
    for (const path of file ? [file, join(file, "index.html")] : []) {
      const variant = encoding && (await readFile(path + encoding.ending).catch(() => undefined));
      const body = variant ?? (await readFile(path).catch(() => undefined));
      if (!body) continue;
      const type = types[extname(path).toLowerCase()];
      if (type) response.setHeader("Content-Type", type);
      if (variant) response.setHeader("Content-Encoding", encoding.name);
      return response.end(body);
    }
    response.statusCode = 404;
    response.end("Not found");
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${mount}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
