// The choice: what the filter lets through, and the whole state of the page as an address.

import { fold, words } from "../svenska.js";

export const FILTER = ["ar", "omrade", "status", "text", "sedan"];

/** The state in an address's query: the filter's words, the chosen refs in order, and the introduction. */
export function readState(query) {
  const given = new URLSearchParams(query);
  const state = Object.fromEntries(FILTER.map((name) => [name, given.get(name) ?? ""]));
  state.val = [...new Set((given.get("val") ?? "").split(",").filter(Boolean))];
  state.inledning = given.get("inledning") ?? "";
  return state;
}

/** The query of a state, without what is empty; slashes and commas stay readable. */
export function writeState(state) {
  const given = new URLSearchParams();
  for (const name of FILTER) if (state[name]) given.set(name, state[name]);
  if (state.val.length) given.set("val", state.val.join(","));
  if (state.inledning) given.set("inledning", state.inledning);
  const query = String(given).replaceAll("%2F", "/").replaceAll("%2C", ",");
  return query ? `?${query}` : "";
}

/** The items that the filter lets through. */
export function filtered(items, state) {
  const wanted = words(state.text);
  const has = (item) => {
    const text = fold(`${item.titel} ${item.mening}`);
    return wanted.every((word) => text.includes(word));
  };
  return items.filter(
    (item) =>
      (!state.ar || item.ref.startsWith(`${state.ar}/`)) &&
      (!state.omrade || item.område === state.omrade) &&
      (!state.status || item.status === state.status) &&
      (!state.sedan || (item.ändrad ?? "") >= state.sedan) &&
      (!wanted.length || has(item)),
  );
}
