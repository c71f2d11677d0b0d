// @ts-check
// Which pages have a word, a beginning of it, or what it is a misspelling of.

import { alike, alikeButDoubled, stem } from "./ord.js";
import { addRow } from "./poang.js";

/**
 * @import { Files } from "./filer.js"
 * @import { Scores } from "./poang.js"
 * @typedef {{ pages: Scores, stems: string[], similar: boolean }} Found pages with a word, the stems to mark, and whether it was but one like it
 */

// How many word files the beginnings of one word may cost, from how many letters on a beginning is looked for.
const MOST_FILES = 3;
const SHORTEST_BEGINNING = 3;
// From how many letters on a word that few pages have may be misspelt, how few those are, and what a word is worth that it was meant to be.
const SHORTEST_MISSPELT = 5;
const FEW = 5;
const MEANT = 0.9;

/**
 * Pages with a stem, and with words that begin with it: the longer the rest, the less.
 * @param {Files} files
 * @param {string} sought
 * @param {boolean} beginnings
 * @returns {Promise<Found>}
 */
export async function pagesWith(files, sought, beginnings) {
  const first = files.fileOf(sought);
  const last = beginnings ? Math.min(files.fileOf(`${sought}\uffff`), first + MOST_FILES - 1) : first;
  /** @type {Scores} */
  const pages = new Map();
  for (const [other, row] of await files.words(first, last)) {
    if (other === sought) addRow(pages, row, 1);
    else if (beginnings && other.startsWith(sought)) addRow(pages, row, 0.2 + (0.5 * sought.length) / other.length);
  }
  return { pages, stems: [sought], similar: false };
}

/**
 * Pages with a word as it was typed; where they are few, also those with words that it may be a misspelling of. A number with parts (1:2) is
 * whole as it stands.
 * @param {Files} files
 * @param {string} word
 */
export async function pagesWithTyped(files, word) {
  const sought = stem(word);
  const found = await pagesWith(files, sought, sought.length >= SHORTEST_BEGINNING && !/[:.,]/.test(sought));
  const { sidor, sist } = files.start;
  const many = [...found.pages.keys()].filter((page) => page < sist).length;
  const enough = many >= Math.max(FEW, sidor.length / 100);
  return enough || word.length < SHORTEST_MISSPELT || /\d/.test(word) ? found : withMeant(files, word, found, many > 0);
}

/**
 * What was found of a word, and pages with words of the same first two letters whose others are single where they are double here; if
 * nothing was found, also with words that are one letter off.
 * @param {Files} files
 * @param {string} word
 * @param {Found} found
 * @param {boolean} isKnown
 * @returns {Promise<Found>}
 */
async function withMeant(files, word, { pages, stems: [sought] }, isKnown) {
  const [own, start] = [files.fileOf(word), word.slice(0, 2)];
  const [first, last] = [Math.max(files.fileOf(start), own - 1), Math.min(files.fileOf(`${start}\uffff`), own + 1)];
  const others = (await files.words(first, last)).filter(([other]) => other.startsWith(start) && !other.startsWith(sought));
  const doubled = others.filter(([other]) => alikeButDoubled(word, other) || alikeButDoubled(sought, other));
  const meant = doubled.length || isKnown ? doubled : others.filter(([other]) => alike(word, other) || alike(sought, other));
  for (const [, row] of meant) addRow(pages, row, MEANT);
  return { pages, stems: [sought, ...meant.map(([other]) => other)], similar: meant !== doubled && meant.length > 0 };
}
