// A minimal static host: no cache headers, no policy, and only the content types and redirects that it is configured with.

import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** The content types that every host knows. */
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
 * such as `{ name: "br", ending: ".br" }`, the variants beside the files are sent instead. `rewrite` is
 * one of url-rewriting.mjs.
 */
export async function host(folder, { mount = "/", types = TYPES, encoding, rewrite } = {}) {
  const has = (name) => existsSync(join(folder, name)) && statSync(join(folder, name)).isFile();
  const answer = async (request, response) => {
    const { pathname, search } = new URL(request.url, "http://host");
    let name = pathname.startsWith(mount) ? normalize(`/${decodeURIComponent(pathname.slice(mount.length))}`).slice(1) : undefined;
    if (rewrite && name !== undefined) {
      const { file, to } = rewrite(name, has) ?? {};
      if (to !== undefined) return response.writeHead(308, { Location: mount + encodeURI(to) + search }).end();
      name = file;
    }
    const file = name !== undefined && join(folder, name);
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
