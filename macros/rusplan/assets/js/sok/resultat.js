// @ts-check
// Results as the reader sees them: a list of links, each with what kind of page it is and an excerpt with the words marked.

import { element } from "../dom.js";
import { places, stem, words } from "./ord.js";

/**
 * @import { Facets, Meaning, Page } from "./filer.js"
 * @import { Chosen, Index, Result } from "./index.js"
 * @typedef {{ from: number, to: number, stem: string }} Hit a stretch of a text, and the sought stem that it has
 */

const ROOT = new URL("../../../../", import.meta.url);
const EXCERPT = 220;

export const searchAddress = (/** @type {string} */ query) => new URL(`sok/?q=${encodeURIComponent(query)}`, ROOT).href;

/**
 * How many were found, as a sentence for the live region.
 * @param {Result} result
 * @param {string} query
 */
export function summary(result, query) {
  const asked = query.trim();
  const quoted = /^["”“„«»]/.test(asked) ? asked : `”${asked}”`;
  const sought = asked ? ` för ${quoted}` : "";
  const count = result.pages.length;
  if (asked && words(asked).length === 0) return `Ingen sida hittades${sought}. Sök på ord eller tal, inte på tecken.`;
  if (count === 0) return `Ingen sida hittades${sought}. Prova ett annat ord, eller en kortare form av ordet.`;
  const pages = `${result.atLeast ? "Minst " : ""}${count.toLocaleString("sv-SE")} ${count === 1 ? "sida" : "sidor"}`;
  if (result.partly) return `Ingen sida har alla orden. ${pages} har något av dem.`;
  return result.similar ? `${pages} har ord som liknar ${quoted}.` : `${pages} hittades${sought}.`;
}

/**
 * What the glossary says, to stand above the results.
 * @param {Meaning} meaning
 */
function explained({ term, utskrivet, forklaring, adress }) {
  const link = element("a", { href: new URL(adress, ROOT).href }, term);
  return element("p", { class: "rp-betydelse" }, link, utskrivet ? ` (${utskrivet}): ` : ": ", forklaring);
}

/**
 * A search as it is shown: what was found, what the glossary says of it, and its first rows.
 * @param {Index} index
 * @param {string} query
 * @param {Chosen} chosen
 * @param {number} most how many rows
 */
export async function answer(index, query, chosen, most) {
  const [result, meanings] = await Promise.all([index.search(query, chosen), index.meanings(query)]);
  return { index, result, meanings: meanings.map(explained), rows: await items(index, result.pages.slice(0, most), result.stems) };
}

/**
 * List items for the pages numbered `numbers`.
 * @param {Index} index
 * @param {number[]} numbers
 * @param {string[]} stems
 */
function items(index, numbers, stems) {
  return Promise.all(numbers.map(async (number) => {
    const page = await index.page(number);
    return item(page, index.facetsOf(number), await excerpt(index, page, stems));
  }));
}

/**
 * @param {Page} page
 * @param {Facets} facets
 * @param {(string | Node)[]} told
 */
function item(page, facets, told) {
  const link = element("a", { href: new URL(page.adress, ROOT).href }, page.titel);
  const about = [facets.slag, facets.ar.length > 1 ? facets.ar.join(", ") : facets.ar[0], facets.omrade, facets.status];
  return element(
    "li", {},
    element("p", { class: "rp-traff__titel" }, link),
    element("p", { class: "rp-traff__slag" }, about.filter(Boolean).join(" · ")),
    element("p", { class: "rp-traff__utdrag" }, ...told),
  );
}

/**
 * What the page says of itself, or the stretch of its text with most of the sought words; as text and <mark>. A long page's
 * text lies in several pieces: the next is fetched if no word stands in those before.
 * @param {Index} index
 * @param {Page} page
 * @param {string[]} stems
 */
async function excerpt(index, page, stems) {
  let best = stretch(page.beskrivning, stems);
  for (let piece = 0, text = page.text; text; piece += 1) {
    const found = stretch(text, stems);
    if (found.count > best.count) best = found;
    text = best.count === 0 && piece < page.fler.length ? await index.piece(page, piece) : "";
  }
  return best.count ? best.parts() : [page.beskrivning || plain(page.text.slice(0, end(page.text, EXCERPT)))];
}

/**
 * The stretch of a text with most different stems: how many, and what it looks like.
 * @param {string} text
 * @param {string[]} stems
 */
function stretch(text, stems) {
  const hits = [...places(text)].map((place) => ({ ...place, stem: match(place.word, stems) })).filter((place) => place.stem);
  if (hits.length === 0) return { count: 0, parts: () => [] };
  const counts = hits.map((_, i) => new Set(within(hits, i).map((hit) => hit.stem)).size);
  const count = Math.max(...counts);
  const chosen = within(hits, counts.indexOf(count));
  const from = start(text, Math.max(0, chosen[0].from - 60));
  return { count, parts: () => marked(text, from, end(text, Math.min(text.length, from + EXCERPT)), chosen) };
}

/** @type {(hits: Hit[], i: number) => Hit[]} */
const within = (hits, i) => hits.slice(i).filter((hit) => hit.to - hits[i].from < EXCERPT - 60);

/**
 * @param {string} word
 * @param {string[]} stems
 */
function match(word, stems) {
  const own = stem(word);
  const fits = (/** @type {string} */ sought) =>
    own === sought || (sought.length > 2 && own.startsWith(sought)) || (sought.length > 3 && word.includes(sought));
  return stems.find(fits) ?? "";
}

/**
 * @param {string} text
 * @param {number} place
 */
function start(text, place) {
  return place === 0 ? 0 : text.slice(place).search(/\s/) + place + 1;
}

/**
 * @param {string} text
 * @param {number} place
 */
function end(text, place) {
  const next = text.slice(place).search(/\s/);
  return next < 0 ? text.length : place + next;
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Hit[]} hits
 */
function marked(text, from, to, hits) {
  /** @type {(string | Node)[]} */
  const parts = [from > 0 ? "… " : ""];
  let at = from;
  for (const hit of hits.filter((place) => place.from >= from && place.to <= to)) {
    parts.push(plain(text.slice(at, hit.from)), element("mark", {}, text.slice(hit.from, hit.to)));
    at = hit.to;
  }
  return [...parts, plain(text.slice(at, to)), to < text.length ? " …" : ""];
}

const plain = (/** @type {string} */ text) => text.replaceAll("\n", " · ");
