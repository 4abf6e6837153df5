// Shared by the scripts that start the program.

export const page = (id) => document.getElementById(id);

// A failure with a message for readers; the error of the browser or of the program is its `cause`.
export class Trouble extends Error {}

export function element(name, text, attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return made;
}
