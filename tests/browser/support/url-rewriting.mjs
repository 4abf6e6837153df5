// How hosts rewrite the addresses of pages. A rewrite takes a name, relative to the served folder, and returns the `file` that
// is sent or the name that the browser is redirected `to`; nothing for 404. `has` tells whether a file exists.

const folderOf = (name) => name.replace(/[^/]*$/, "");

const plain = (name, has) => {
  if (has(name)) return { file: name };
  if (/(^|\/)$/.test(name)) return has(`${name}index.html`) ? { file: `${name}index.html` } : undefined;
  return undefined;
};

/** The rewrites, by what a test says of a host that does so. */
export const REWRITES = {
  // GitHub Pages.
  "shows pages without .html as well": (name, has) => {
    const found = plain(name, has);
    if (found) return found;
    if (has(`${name}.html`)) return { file: `${name}.html` };
    return has(`${name}/index.html`) ? { to: `${name}/` } : undefined;
  },
  // Cloudflare Pages, Vercel with `cleanUrls`.
  "sends browsers to addresses without .html": (name, has) => {
    if (/(^|\/)index(\.html)?$/.test(name) && has(`${folderOf(name)}index.html`)) return { to: folderOf(name) };
    if (name.endsWith(".html") && has(name)) return { to: name.slice(0, -".html".length) };
    const found = plain(name, has);
    if (found) return found;
    if (name.endsWith("/")) return has(`${name.slice(0, -1)}.html`) ? { to: name.slice(0, -1) } : undefined;
    if (has(`${name}.html`)) return { file: `${name}.html` };
    return has(`${name}/index.html`) ? { to: `${name}/` } : undefined;
  },
  // Netlify and others with a slash at each end.
  "sends browsers to addresses with a slash in place of .html": (name, has) => {
    if (/(^|\/)index(\.html)?$/.test(name) && has(`${folderOf(name)}index.html`)) return { to: folderOf(name) };
    if (name.endsWith(".html") && has(name)) return { to: `${name.slice(0, -".html".length)}/` };
    const found = plain(name, has);
    if (found) return found;
    if (name.endsWith("/")) return has(`${name.slice(0, -1)}.html`) ? { file: `${name.slice(0, -1)}.html` } : undefined;
    return has(`${name}.html`) || has(`${name}/index.html`) ? { to: `${name}/` } : undefined;
  },
};
