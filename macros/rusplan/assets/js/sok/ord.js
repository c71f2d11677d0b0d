// @ts-check
// Words as search sees them: the same as search/stems.py, letter by letter (a test compares them).

import { fold } from "../svenska.js";

const ENDINGS = Object.entries({
  heterna: 3, heternas: 3, heter: 3, heten: 3, hetens: 3, het: 3,
  arnas: 3, ernas: 3, ornas: 3, andet: 3, arens: 3,
  arna: 3, erna: 3, orna: 3, ande: 3, aren: 3, aste: 3, ades: 3,
  are: 3, ade: 3, ern: 3, orn: 3, ens: 3, ets: 3,
  en: 3, et: 3, er: 3, ar: 3, or: 3, an: 3, um: 5, ad: 4, as: 3, es: 3,
  a: 3, e: 3,
}).sort(([a], [b]) => b.length - a.length);
// A number with colons, points or decimals is one word (1:2, 2.0, 12,5), and so is one whose thousands stand apart.
const NUMBER = "[0-9]+(?:[:.][0-9]+|,[0-9]{1,2}(?![0-9]))+(?![\\p{L}\\p{N}_])";
const WORD = new RegExp(`${NUMBER}|[\\p{L}\\p{N}]+`, "gu");
const GROUPED = "(?<![\\p{L}\\p{N}_:.,])[0-9]{1,3}(?: [0-9]{3})+(?![\\p{L}\\p{N}_])";
const THOUSANDS = new RegExp(GROUPED, "gu");
// The same in a text that is not folded: an accent may stand by itself there.
const SHOWN = new RegExp(`${GROUPED}|${NUMBER}|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*`, "gu");
const QUOTED = /["”“„«»]([^"”“„«»]+)["”“„«»]/g;
const ONE_OFF = [/(al|ig|isk|iv|är|ör|el)t$/, /[iåäöy]n$/, /([bdfglmnprt])\1$/];
const STOPWORDS = new Set((
  "alla allt att av bland blev bli blir de dem den denna deras det detta dessa där då efter eller en ett från för ha " +
  "hade han har hos hur här i in inom inte kan man med mellan men mot måste ni nu när och också om på samt sig sin sina " +
  "sitt ska skulle som till under upp ut utan var vad vi vid vår våra än är även över"
).split(" "));

export const isStopword = (/** @type {string} */ word) => STOPWORDS.has(word);

/**
 * The words of a text, in order.
 * @param {string} text
 */
export function words(text) {
  return fold(text).replace(THOUSANDS, (number) => number.replaceAll(" ", "")).match(WORD) ?? [];
}

/**
 * The words that a query asks for: stop words only where there are no others.
 * @param {string} query
 */
export function asked(query) {
  const typed = words(query);
  const meant = typed.filter((word) => !isStopword(word));
  return meant.length ? meant : typed;
}

/**
 * The runs of words that a query has in quotation marks, which must stand just so.
 * @param {string} query
 */
export function phrases(query) {
  return [...query.matchAll(QUOTED)].map(([, inside]) => words(inside)).filter((run) => run.length > 1);
}

/**
 * Whether a text has a run of words in one of its lines.
 * @param {string} text
 * @param {string[]} run
 */
export function hasPhrase(text, run) {
  const sought = ` ${run.join(" ")} `;
  return text.split("\n").some((line) => ` ${words(line).join(" ")} `.includes(sought));
}

/**
 * Whether a word is another, or the beginning of it, but for letters that are single in one and double in the other: webinar, webbinarium.
 * @param {string} word
 * @param {string} other
 */
export function alikeButDoubled(word, other) {
  const [short, long] = [word, other].map((each) => each.replace(/(\p{L})\1/gu, "$1"));
  return long.startsWith(short);
}

/**
 * Whether a word is another but for one letter that is missing, or too many, or wrong, or has changed places; or is the beginning of it, if
 * they go together for a while after that.
 * @param {string} word
 * @param {string} other
 */
export function alike(word, other) {
  const at = [...word].findIndex((letter, i) => letter !== other[i]);
  const [rest, left] = [word.slice(at), other.slice(at)];
  if (at < 0 || (rest.length < 4 && Math.abs(other.length - word.length) > 1)) return false;
  return left.startsWith(rest.slice(1)) || left.slice(1).startsWith(rest) || left.slice(1).startsWith(rest.slice(1)) ||
    (rest.length > 1 && left.startsWith(rest[1] + rest[0] + rest.slice(2)));
}

/**
 * The stem of a word from `words`: a stem is its own stem, a word with a digit too.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  if (!/^\p{L}+$/u.test(word)) return word;
  const shorter = shortened(word);
  return shorter === word ? word : stem(shorter);
}

/** @param {string} word */
function shortened(word) {
  if (word.length > 3 && /[bcdfghjklmnoprtvyåäö]s$/.test(word)) return word.slice(0, -1);
  for (const [ending, before] of ENDINGS) {
    const rest = word.slice(0, -ending.length);
    if (word.endsWith(ending) && rest.length >= before && /[aeiouyåäö]/.test(rest)) return rest;
  }
  return word.length > 4 && ONE_OFF.some((end) => end.test(word)) ? word.slice(0, -1) : word;
}

/**
 * Every word of a running text with its place, for excerpts.
 * @param {string} text
 */
export function* places(text) {
  for (const found of text.matchAll(SHOWN)) yield { from: found.index, to: found.index + found[0].length, word: words(found[0])[0] ?? "" };
}
