// @ts-check
// Swedish text: how it is folded, counted and put in order. å, ä and ö are letters of their own, other accents are passed over.

const collator = new Intl.Collator("sv", { numeric: true });

/**
 * Small letters, composed, without soft hyphens and without accents but those of å, ä and ö: «Résumé Å» is «resume å».
 * @param {string} text
 */
export function fold(text) {
  const lower = text.normalize("NFC").toLowerCase().replaceAll("\u00ad", "");
  return lower.replace(/(?![åäö])\P{ASCII}/gu, (letter) => letter.normalize("NFD").replace(/\p{M}/gu, ""));
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
