// Results as the reader sees them: a list of links, each with what kind of page it is and an excerpt with the words marked.

import { places, stem } from "./ord.js";

const ROOT = new URL("../../../", import.meta.url);
const EXCERPT = 220;

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const searchAddress = (query) => new URL(`sok/?q=${encodeURIComponent(query)}`, ROOT).href;

// How many were found, as a sentence for the live region.
export function summary(result, query) {
  const count = result.pages.length;
  const sought = query.trim() ? ` för ”${query.trim()}”` : "";
  if (count === 0) return `Ingen sida hittades${sought}. Prova ett annat ord, eller en kortare form av ordet.`;
  const pages = count === 1 ? "1 sida" : `${count.toLocaleString("sv-SE")} sidor`;
  return result.partly ? `Ingen sida har alla orden. ${pages} har något av dem.` : `${pages} hittades${sought}.`;
}

// List items for the pages numbered `numbers`.
export async function items(index, numbers, stems) {
  const pages = await Promise.all(numbers.map((number) => index.page(number)));
  return pages.map((page, i) => item(page, index.facetsOf(numbers[i]), stems));
}

function item(page, facets, stems) {
  const link = element("a", { href: new URL(page.adress, ROOT).href }, page.titel);
  const about = [facets.slag, facets.ar.length > 1 ? facets.ar.join(", ") : facets.ar[0], facets.omrade, facets.status];
  return element(
    "li", {},
    element("p", { class: "rp-traff__titel" }, link),
    element("p", { class: "rp-traff__slag" }, about.filter(Boolean).join(" · ")),
    element("p", { class: "rp-traff__utdrag" }, ...excerpt(page, stems)),
  );
}

// The stretch of the text with most of the sought words, as text and <mark>; without any, what the page says of itself.
function excerpt(page, stems) {
  const hits = [...places(page.text)].map((place) => ({ ...place, stem: match(place.word, stems) })).filter((place) => place.stem);
  if (hits.length === 0) return [page.beskrivning];
  const richest = hits.map((hit, i) => new Set(within(hits, i).map((other) => other.stem)).size);
  const chosen = within(hits, richest.indexOf(Math.max(...richest)));
  const from = start(page.text, Math.max(0, chosen[0].from - 60));
  const to = end(page.text, Math.min(page.text.length, from + EXCERPT));
  return marked(page.text, from, to, chosen);
}

const within = (hits, i) => hits.slice(i).filter((hit) => hit.to - hits[i].from < EXCERPT - 60);

function match(word, stems) {
  const own = stem(word);
  return stems.find((sought) => own === sought || (sought.length > 2 && own.startsWith(sought)) || (sought.length > 3 && word.includes(sought)));
}

function start(text, place) {
  return place === 0 ? 0 : text.slice(place).search(/\s/) + place + 1;
}

function end(text, place) {
  const next = text.slice(place).search(/\s/);
  return next < 0 ? text.length : place + next;
}

function marked(text, from, to, hits) {
  const parts = [from > 0 ? "… " : ""];
  let at = from;
  for (const hit of hits.filter((place) => place.from >= from && place.to <= to)) {
    parts.push(plain(text.slice(at, hit.from)), element("mark", {}, text.slice(hit.from, hit.to)));
    at = hit.to;
  }
  return [...parts, plain(text.slice(at, to)), to < text.length ? " …" : ""];
}

const plain = (text) => text.replaceAll("\n", " · ");
