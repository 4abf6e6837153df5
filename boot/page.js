// What the scripts that start the program have in common.

export const page = (id) => document.getElementById(id);

// A failure in words for a reader; what the browser or the program said about it is the `cause`.
export class Trouble extends Error {}

export function element(name, text, attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return made;
}
