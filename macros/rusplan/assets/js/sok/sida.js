// @ts-check
// The search page: query and filters stand in the address, so that a search can be shared and Back works.

import { announcer } from "../announcer.js";
import { all, element, entries, one } from "../dom.js";
import { FACETS, openIndex } from "./index.js";
import { items, summary } from "./resultat.js";
import { keysChoice } from "./tangenter.js";

/** @import { Chosen, FacetName, Index, Result } from "./index.js" */

const LABELS = { ar: "År", omrade: "Område", slag: "Slag av sida", status: "Status" };
const BATCH = 10;

const place = one("[data-sok]");
/** @type {HTMLFormElement} */
const form = one("form", place);
/** @type {HTMLInputElement} */
const field = one("[name=q]", form);
const tell = announcer(one("[role=status]", place), 0);
const list = element("ol", { class: "rp-traffar" });
const filters = element("div", { class: "rp-sokfilter" });
const box = element("details", { class: "rp-filterruta" }, element("summary", {}, "Filtrera"), filters);
const more = element("button", { type: "button", class: "rp-fler", hidden: "" }, "Visa fler");
const clear = element("button", { type: "button", class: "rp-rensa", hidden: "" }, "Rensa filter");

let latest = 0;
let shown = 0;
/** @type {Pick<Result, "pages" | "stems">} */
let found = { pages: [], stems: [] };
/** @type {Index} */
let index;

const inAddress = () => new URLSearchParams(location.search);
/** @type {(state: URLSearchParams) => Chosen} */
const chosenIn = (state) => Object.fromEntries(FACETS.map((name) => [name, state.getAll(name)]));

// What stands in the form, as it goes into the address.
function inForm() {
  const state = new URLSearchParams();
  for (const [name, value] of entries(form)) if (value.trim()) state.append(name, value.trim());
  return state;
}

/**
 * Show what is asked for, and put it in the address.
 * @param {"pushState" | "replaceState"} method a step that Back undoes; while someone types
 */
function go(method) {
  const state = inForm().toString();
  if (state !== inAddress().toString()) history[method](null, "", state ? `?${state}` : location.pathname);
  return render();
}

async function render() {
  const mine = ++latest;
  const state = inAddress();
  const query = state.get("q") ?? "";
  const chosen = chosenIn(state);
  try {
    index = await openIndex();
    const result = state.size ? await index.search(query, chosen) : { ...(await index.search("")), pages: [] };
    const rows = await items(index, result.pages.slice(0, BATCH), result.stems);
    if (mine !== latest) return;
    found = result;
    shown = rows.length;
    list.replaceChildren(...rows);
    showFilters(result.counts, chosen);
    more.hidden = shown >= found.pages.length;
    clear.hidden = !FACETS.some((name) => chosen[name]?.length);
    tell(state.size ? summary(result, query) : "Skriv ett ord eller välj ett filter.");
  } catch {
    if (mine === latest) tell("Det gick inte att hämta sökningen. Kontrollera anslutningen och försök igen.");
  }
}

/**
 * The groups are made once; after that only counts and marks change, so that the focus stays where it is.
 * @param {Result["counts"]} counts
 * @param {Chosen} chosen
 */
function showFilters(counts, chosen) {
  for (const name of FACETS) {
    /** @type {HTMLFieldSetElement} */
    const group = filters.querySelector(`[data-filter=${name}]`) ?? newGroup(name);
    const rows = all("label", group);
    for (const row of rows) {
      /** @type {HTMLInputElement} */
      const mark = one("input", row);
      const count = counts[name].get(mark.value) ?? 0;
      mark.checked = chosen[name]?.includes(mark.value) ?? false;
      row.hidden = count === 0 && !mark.checked;
      one("span", row).textContent = `(${count})`;
    }
    group.hidden = rows.every((row) => row.hidden);
  }
}

/** @param {FacetName} name */
function newGroup(name) {
  const values = [...new Set(index.start.fasetter.flatMap((facets) => facets[name]))].filter(Boolean);
  const order = new Intl.Collator("sv");
  values.sort((a, b) => (name === "ar" ? Number(b) - Number(a) : order.compare(a, b)));
  const group = element("fieldset", { "data-filter": name }, element("legend", {}, LABELS[name]));
  for (const value of values) {
    group.append(element("label", {}, element("input", { type: "checkbox", name, value }), ` ${value} `, element("span")));
  }
  filters.append(group);
  return group;
}

async function showMore() {
  const rows = await items(index, found.pages.slice(shown, shown + BATCH), found.stems);
  shown += rows.length;
  list.append(...rows);
  more.hidden = shown >= found.pages.length;
  rows[0]?.querySelector("a")?.focus();
  tell(`${shown} av ${found.pages.length} sidor visas.`);
}

async function showAddress() {
  field.value = inAddress().get("q") ?? "";
  await render();
}

one("[data-utan-skript]", place).remove();
form.append(box);
place.append(list, more, keysChoice());
filters.before(clear);
box.open = matchMedia("(min-width: 60em)").matches || FACETS.some((name) => inAddress().has(name));
let wait = 0;
form.addEventListener("input", (event) => {
  clearTimeout(wait);
  if (event.target === field) wait = setTimeout(() => go("replaceState"), 200);
  else go("pushState");
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(wait);
  go("pushState");
});
clear.addEventListener("click", () => {
  for (const mark of filters.querySelectorAll("input")) mark.checked = false;
  field.focus();
  go("pushState");
});
more.addEventListener("click", showMore);
addEventListener("popstate", showAddress);
showAddress();
