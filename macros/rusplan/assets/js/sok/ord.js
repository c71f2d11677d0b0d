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
const WORD = /[\p{L}\p{N}]+/gu;
const ONE_OFF = [/(al|ig|isk|iv|är|ör|el)t$/, /[iåäöy]n$/, /([bdfglmnprt])\1$/];
const STOPWORDS = new Set((
  "alla allt att av bland blev bli blir de dem den denna deras det detta dessa där då efter eller en ett från för ha " +
  "hade han har hos hur här i in inom inte kan man med mellan men mot måste ni nu när och också om på samt sig sin sina " +
  "sitt ska skulle som till under upp ut utan var vad vi vid vår våra än är även över"
).split(" "));

export const isStopword = (/** @type {string} */ word) => STOPWORDS.has(word);

export const words = (/** @type {string} */ text) => fold(text).match(WORD) ?? [];

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
  for (const found of text.matchAll(WORD)) yield { from: found.index, to: found.index + found[0].length, word: fold(found[0]) };
}
