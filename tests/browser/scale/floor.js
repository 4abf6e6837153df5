// The floor: a page whose every answer is a number that rises. What it takes is the browser's and the machine's.

const summary = document.getElementById("summary");
const rise = () => (summary.textContent = String(Number(summary.textContent) + 1));
const value = Object.assign(document.createElement("a"), { className: "value", href: "#", textContent: "A value", ariaCurrent: "false" });
value.addEventListener("click", (event) => {
  event.preventDefault();
  value.ariaCurrent = String(value.ariaCurrent === "false");
  rise();
});
document.querySelector("aside").append(value);
document.querySelector("input").addEventListener("input", rise);
addEventListener("hashchange", rise);
