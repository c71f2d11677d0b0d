// @ts-check
// The search page: query and filters stand in the address, so that a search can be shared and Back works.

import { announcer } from "../announcer.js";
import { all, element, entries, one } from "../dom.js";
import "../kopiera-lank.js";
import { rememberShown, scrollBack, shownBefore } from "../tillbaka.js";
import { showChosen } from "../valt.js";
import { ask, FACETS } from "./index.js";
import { answer, summary } from "./resultat.js";
import { keysChoice } from "./tangenter.js";

/**
 * @import { FacetName } from "./filer.js"
 * @import { Chosen, Index, Result } from "./index.js"
 */

const LABELS = { ar: "År", omrade: "Område", slag: "Slag av sida", status: "Status" };
const BATCH = 10;

const place = one("[data-sok]");
/** @type {HTMLFormElement} */
const form = one("form", place);
/** @type {HTMLInputElement} */
const field = one("[name=q]", form);
const tell = announcer(one(".rp-sok__antal", form), 0);
const meanings = element("div");
const list = element("ol", { class: "rp-traffar" });
const filters = element("div", { class: "rp-sokfilter" });
const box = element("details", { class: "rp-filterruta" }, element("summary", {}, "Filtrera"), filters);
const more = element("button", { type: "button", class: "rp-fler", hidden: "" }, "Visa fler");

let latest = 0;

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
    const { index, result, ...shown } = await ask((open) => answer(open, query, chosen, state.size ? shownBefore(BATCH) : 0));
    if (mine !== latest) return;
    meanings.replaceChildren(...shown.meanings);
    list.replaceChildren(...shown.rows);
    showFilters(index, result.counts, chosen);
    more.hidden = state.size === 0 || result.pages.length <= shown.rows.length;
    if (state.size === 0) tell("Skriv ett ord eller välj ett filter.");
    else tell(shown.rows.length > BATCH ? `${shown.rows.length} av ${result.pages.length} sidor visas.` : summary(result, query));
  } catch {
    if (mine === latest) tell("Det gick inte att hämta sökningen. Kontrollera anslutningen och försök igen.");
  }
}

/**
 * The groups are made once; after that only counts and marks change, so that the focus stays where it is.
 * @param {Index} index
 * @param {Result["counts"]} counts
 * @param {Chosen} chosen
 */
function showFilters(index, counts, chosen) {
  for (const name of FACETS) {
    /** @type {HTMLFieldSetElement} */
    const group = filters.querySelector(`[data-filter=${name}]`) ?? newGroup(index, name);
    const rows = all("label", group);
    for (const row of rows) {
      /** @type {HTMLInputElement} */
      const mark = one("input", row);
      const count = counts[name].get(mark.value) ?? 0;
      mark.checked = chosen[name]?.includes(mark.value) ?? false;
      row.hidden = count === 0 && !mark.checked;
      one(".rp-filter__antal", row).textContent = `(${count})`;
    }
    group.hidden = rows.every((row) => row.hidden);
  }
}

/**
 * @param {Index} index
 * @param {FacetName} name
 */
function newGroup(index, name) {
  const values = [...new Set(index.start.fasetter.flatMap((facets) => facets[name]))].filter(Boolean);
  const order = new Intl.Collator("sv");
  values.sort((a, b) => (name === "ar" ? Number(b) - Number(a) : order.compare(a, b)));
  const group = element("fieldset", { "data-filter": name }, element("legend", {}, LABELS[name]));
  for (const value of values) {
    group.append(element("label", {}, element("input", { type: "checkbox", name, value }), " ", element("span", {}, value), " ", element("span", { class: "rp-filter__antal" })));
  }
  filters.append(group);
  return group;
}

async function showMore() {
  const shown = list.children.length;
  rememberShown(shown + BATCH);
  await render();
  list.children[shown]?.querySelector("a")?.focus();
}

async function showAddress() {
  field.value = inAddress().get("q") ?? "";
  await render();
  chips();
}

// The words stand in their own field.
const chips = () => showChosen(form, "input[type=checkbox]");

one("[data-utan-skript]", place).remove();
one(".rp-filter__valt", form).before(box);
place.append(meanings, list, more, keysChoice());
let wait = 0;
form.addEventListener("input", (event) => {
  clearTimeout(wait);
  if (event.target === field) wait = setTimeout(() => go("replaceState"), 200);
  else {
    chips();
    go("pushState");
  }
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(wait);
  go("pushState");
});
form.addEventListener("click", (event) => {
  if (!(event.target instanceof HTMLElement) || event.target.dataset.gor !== "rensa") return;
  for (const mark of filters.querySelectorAll("input")) mark.checked = false;
  chips();
  field.focus();
  go("pushState");
});
more.addEventListener("click", showMore);
addEventListener("popstate", showAddress);
showAddress().then(scrollBack);
