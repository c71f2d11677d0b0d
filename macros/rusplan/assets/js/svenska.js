// @ts-check
// Swedish text: how it is folded, counted and put in order. å, ä and ö are letters of their own, other accents are passed over.

const collator = new Intl.Collator("sv", { numeric: true });
// What is not seen: soft hyphens, marks of direction, joiners, spaces without width.
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
// What stands on pages, and what is on the keys.
/** @type {[RegExp, string][]} */
const TYPED = [[/[\u2010-\u2015\u2212]/g, "-"], [/[”“„«»]/g, '"'], [/[’‘]/g, "'"]];

/**
 * Small letters as they are typed, without what is not seen and without accents but those of å, ä and ö: «Résumé Å» is «resume å», «CO₂» is
 * «co2», and a ligature its letters.
 * @param {string} text
 */
export function fold(text) {
  const lower = text.replace(UNSEEN, "").normalize("NFKC").toLowerCase();
  const typed = TYPED.reduce((sofar, [shown, key]) => sofar.replace(shown, key), lower);
  return typed.replace(/(?![åäö])\P{ASCII}/gu, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""));
}

/**
 * What a filter looks for: the folded stretches between spaces.
 * @param {string} text
 */
export function words(text) {
  return fold(text).split(/\s+/).filter(Boolean);
}

/**
 * Each text's place in Swedish order; equal texts share a place.
 * @param {string[]} texts
 */
export function ranks(texts) {
  const sorted = [...new Set(texts)].sort(collator.compare);
  const place = new Map(sorted.map((text, i) => [text, i]));
  return texts.map((text) => place.get(text) ?? 0);
}

/**
 * «1 aktivitet», «27 aktiviteter», with groups of three: «5 000 aktiviteter».
 * @param {number} number
 * @param {string} one
 * @param {string} many
 */
export function count(number, one, many) {
  return `${number.toLocaleString("sv-SE")}\u00a0${number === 1 ? one : many}`;
}
