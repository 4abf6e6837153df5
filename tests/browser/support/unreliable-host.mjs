// A host that a test can take down, and bring back with another edition, complete or partial.

import { existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  wasm: "application/wasm",
  json: "application/json",
  webmanifest: "application/manifest+json",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
};

/** Serves folders below paths. Everything may be cached for ten minutes, as badly configured hosts allow. */
export class Host {
  /** Paths such as `/a/b/`, with the folders that lie there. */
  mounts = new Map();
  /** Names of files that are gone, or a folder that still has an earlier one. */
  late = new Map();
  /** Whether nobody answers. */
  down = false;
  /** How it rewrites addresses, see url-rewriting.mjs. */
  rewrite;
  /** The paths that were asked for. */
  asked = [];

  static async start(folder, mount = "/some/sub-path/") {
    const host = new Host();
    host.mounts.set(mount, folder);
    host.server = createServer((request, response) => host.#answer(request, response));
    await new Promise((resolve) => host.server.listen(0, "127.0.0.1", resolve));
    host.origin = `http://127.0.0.1:${host.server.address().port}`;
    host.address = host.origin + mount;
    return host;
  }

  /** Puts another folder in the place of the first. */
  publish(folder) {
    const [mount] = this.mounts.keys();
    this.mounts.set(mount, folder);
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }

  async #answer(request, response) {
    if (this.down) return request.socket.destroy();
    const { pathname, search } = new URL(request.url, this.origin);
    this.asked.push(pathname);
    const found = await this.#find(pathname);
    if (found?.to !== undefined) return response.writeHead(308, { location: found.to + search }).end();
    const headers = { "content-type": "text/plain", "cache-control": "max-age=600", vary: "accept-encoding" };
    if (!found) return response.writeHead(404, headers).end("Not found\n");
    response.writeHead(200, { ...headers, "content-type": TYPES[found.name.split(".").pop()] ?? "application/octet-stream" }).end(found.body);
  }

  async #find(pathname) {
    const mount = [...this.mounts.keys()].find((mount) => pathname.startsWith(mount));
    if (!mount) return undefined;
    let name = decodeURIComponent(pathname.slice(mount.length));
    if (name.includes("..")) return undefined;
    if (this.rewrite) {
      const inFolder = (name) => path.join(this.mounts.get(mount), name);
      const has = (name) => existsSync(inFolder(name)) && statSync(inFolder(name)).isFile();
      const { file, to } = this.rewrite(name, has) ?? {};
      if (to !== undefined) return { to: mount + encodeURI(to) };
      if (!file) return undefined;
      name = file;
    }
    name = name.replace(/(^|\/)$/, "$1index.html");
    const folder = this.late.has(name) ? this.late.get(name) : this.mounts.get(mount);
    try {
      return { name, body: await readFile(path.join(folder, name)) };
    } catch {
      return undefined;
    }
  }
}
