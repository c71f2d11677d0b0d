// @ts-check
// The choice: what the filter lets through, and the whole state of the page as an address.

import { fold, words } from "../svenska.js";

/**
 * @typedef {{ ref: string, titel: string, mening: string, status: string | null, läge: string, område: string | null, adress: string, ändrad: string | null, grupp: string }} Inslag
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
 * What has changed since a day, that day counted: of each thing the oldest item that is no older, if there is something to say of it.
 * @param {Inslag[]} news an item for each thing and each day since which something else is to be said
 * @param {string} day
 */
export function newsSince(news, day) {
  /** @type {Map<string, Inslag>} */
  const oldest = new Map();
  for (const item of news) {
    const [changed, known] = [item.ändrad ?? "", oldest.get(item.ref)?.ändrad];
    if (changed >= day && (!known || changed <= known)) oldest.set(item.ref, item);
  }
  return [...oldest.values()].filter((item) => item.mening);
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
