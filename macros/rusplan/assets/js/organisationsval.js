// @ts-check
// The page of a kind of organisation: shows the one that is chosen. The choice is the end of the page's address, which leads to the same
// part without a script, and is kept nowhere else.

import { announcer } from "./announcer.js";
import { all, one } from "./dom.js";

/** @type {HTMLFormElement} */
const form = one("#organisationsval");
/** @type {HTMLSelectElement} */
const select = one("select", form);
const say = announcer(one("[role=status]", form), 300);
const parts = all("#valda > section");
const known = new Set([...select.options].map((option) => option.value));

function show() {
  for (const part of parts) part.hidden = select.value !== "" && part.getAttribute("aria-labelledby") !== select.value;
}

/** What the address chooses; one that leads to another part of the page chooses nothing anew. */
function follow() {
  const asked = location.hash.slice(1);
  if (!known.has(asked)) return;
  select.value = asked;
  show();
  if (asked) document.getElementById(asked)?.scrollIntoView();
}

select.addEventListener("change", () => {
  history.pushState({}, "", select.value ? `#${select.value}` : location.pathname);
  show();
  say(`Sidan visar ${select.selectedOptions[0]?.textContent}.`);
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", follow);
addEventListener("popstate", follow);
form.hidden = false;
follow();
