// @ts-check
// The choice: what the filter lets through, and the whole state of the page as an address.

import { fold, words } from "../svenska.js";

/**
 * @typedef {{ ref: string, titel: string, mening: string, status: string, område: string, adress: string, ändrad: string | null }} Inslag
 * @typedef {{ ar: string, omrade: string, status: string, text: string, sedan: string, val: string[], inledning: string }} State
 */

export const FILTER = /** @type {const} */ (["ar", "omrade", "status", "text", "sedan"]);

/**
 * The state in an address's query: the filter's words, the chosen refs in order, and the introduction.
 * @param {string} query
 * @returns {State}
 */
export function readState(query) {
  const given = new URLSearchParams(query);
  const [ar, omrade, status, text, sedan, val, inledning] = [...FILTER, "val", "inledning"].map((name) => given.get(name) ?? "");
  return { ar, omrade, status, text, sedan, val: [...new Set(val.split(",").filter(Boolean))], inledning };
}

/**
 * The query of a state, without what is empty; slashes and commas stay readable.
 * @param {State} state
 */
export function writeState(state) {
  const given = new URLSearchParams();
  for (const name of FILTER) if (state[name]) given.set(name, state[name]);
  if (state.val.length) given.set("val", state.val.join(","));
  if (state.inledning) given.set("inledning", state.inledning);
  const query = String(given).replaceAll("%2F", "/").replaceAll("%2C", ",");
  return query ? `?${query}` : "";
}

/**
 * The items that the filter lets through.
 * @param {Inslag[]} items
 * @param {State} state
 */
export function filtered(items, state) {
  const wanted = words(state.text);
  return items.filter(
    (item) =>
      (!state.ar || item.ref.startsWith(`${state.ar}/`)) &&
      (!state.omrade || item.område === state.omrade) &&
      (!state.status || item.status === state.status) &&
      (item.ändrad ?? "") >= state.sedan &&
      hasAll(item, wanted),
  );
}

/**
 * @param {Inslag} item
 * @param {string[]} wanted
 */
function hasAll(item, wanted) {
  const text = wanted.length ? fold(`${item.titel} ${item.mening}`) : "";
  return wanted.every((word) => text.includes(word));
}
