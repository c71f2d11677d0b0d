// @ts-check
// The index in the browser: fetches the pieces that a query needs, and says which pages answer it, best first.

import { isStopword, stem, words } from "./ord.js";
import { addRow, all, names, range, some } from "./poang.js";

/**
 * @import { Scores } from "./poang.js"
 * @typedef {{ ar: string[], omrade: string, slag: string, status: string }} Facets
 * @typedef {keyof Facets} FacetName
 * @typedef {{ titel: string, adress: string, beskrivning: string, text: string, fler: number }} Page
 * @typedef {Partial<Record<FacetName, string[]>>} Chosen
 * @typedef {{ pages: number[], counts: Record<FacetName, Map<string, number>>, stems: string[], partly: boolean }} Result
 * @typedef {{ version: string, sidor: number[], fasetter: Facets[], ord: string[], synonymer: [string[], string[]][] }} Start
 */

const FILES = new URL("../../../sok/", import.meta.url);
// How many word files the beginnings of one word may cost, and what a beginning, a synonym and a kind of page are worth.
const MOST_FILES = 3;
const SHORTEST_BEGINNING = 3;
const SYNONYM = 0.8;
/** @type {FacetName[]} */
export const FACETS = ["ar", "omrade", "slag", "status"];

/** @type {Promise<Index> | undefined} */
let opened;

// The index, opened once a page view; a failed opening can be tried again.
export function openIndex() {
  opened ??= fetchJson("start.json", { cache: "no-cache" })
    .then((start) => new Index(start))
    .catch((error) => {
      opened = undefined;
      throw error;
    });
  return opened;
}

/**
 * @param {string} name
 * @param {RequestInit} [options]
 */
async function fetchJson(name, options) {
  const answer = await fetch(new URL(name, FILES), options);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

/** The open index: `start` says where all else lies. */
export class Index {
  /** @param {Start} start */
  constructor(start) {
    this.start = start;
    /** @type {Map<string, Promise<any>>} */
    this.fetched = new Map();
  }

  /** @param {number} page */
  facetsOf(page) {
    return this.start.fasetter[this.start.sidor[page]];
  }

  /**
   * What is shown of a page: title, address, description and text; the further pieces of a long text have text alone.
   * @param {number} number
   * @returns {Promise<Page>}
   */
  page(number, piece = 0) {
    return this.#file(`text/${String(number).padStart(4, "0")}${piece ? `-${piece}` : ""}.json`);
  }

  /**
   * The pages that answer `query` and have one of the chosen values of each facet ({ar: ["2025"]}), and how many pages
   * each value would give. If no page has all words, pages with some of them: `partly` is then true.
   * @param {string} query
   * @param {Chosen} chosen
   * @returns {Promise<Result>}
   */
  async search(query, chosen = {}) {
    const groups = await Promise.all(this.#groups(query).map((group) => this.#scores(group)));
    let found = all(groups.map((group) => group.pages));
    const partly = groups.length > 1 && found.size === 0;
    if (partly) found = some(groups.map((group) => group.pages));
    if (groups.length === 0 && words(query).length === 0) found = new Map(this.start.sidor.map((_, page) => [page, 0]));
    const pages = [...found].sort(([a, one], [b, other]) => other - one || a - b).map(([page]) => page);
    /** @type {(page: number, but?: FacetName) => boolean} */
    const fits = (page, but) => FACETS.every((name) => name === but || this.#has(page, name, chosen[name] ?? []));
    return {
      pages: pages.filter((page) => fits(page)),
      counts: /** @type {Result["counts"]} */ (Object.fromEntries(FACETS.map((name) => [name, this.#count(pages.filter((page) => fits(page, name)), name)]))),
      stems: [...new Set(groups.flatMap((group) => group.stems))],
      partly,
    };
  }

  /**
   * @param {number} page
   * @param {FacetName} name
   * @param {string[]} values
   */
  #has(page, name, values) {
    return values.length === 0 || [this.facetsOf(page)[name]].flat().some((value) => values.includes(value));
  }

  /**
   * @param {number[]} pages
   * @param {FacetName} name
   */
  #count(pages, name) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const page of pages) {
      for (const value of [this.facetsOf(page)[name]].flat()) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  }

  /**
   * The query as groups that a page must answer, each a list of ways to answer it; a way is a list of stems.
   * @param {string} query
   */
  #groups(query) {
    const typed = words(query);
    const meant = typed.filter((word) => !isStopword(word));
    const stems = (meant.length ? meant : typed).map(stem);
    /** @type {string[][][]} */
    const groups = [];
    for (let i = 0; i < stems.length; ) {
      const [length, others] = this.#synonyms(stems, i);
      groups.push([stems.slice(i, i + length), ...others]);
      i += length;
    }
    return groups;
  }

  /**
   * The longest run of stems from `from` that is a name with other forms, and those.
   * @param {string[]} stems
   * @param {number} from
   * @returns {[number, string[][]]}
   */
  #synonyms(stems, from) {
    for (let length = Math.min(stems.length - from, 8); length > 0; length -= 1) {
      const run = stems.slice(from, from + length);
      const others = this.start.synonymer.flatMap(([a, b]) => [...(names(run, a) ? [b] : []), ...(names(run, b) ? [a] : [])]);
      if (others.length) return [length, others];
    }
    return [1, []];
  }

  /**
   * Each page's score for one group, and the stems to mark in its text.
   * @param {string[][]} group
   */
  async #scores([own, ...others]) {
    const ways = await Promise.all([this.#way(own, true), ...others.map((way) => this.#way(way, false))]);
    /** @type {Scores} */
    const pages = new Map();
    ways.forEach((found, i) => {
      for (const [page, weight] of found) {
        pages.set(page, Math.max(pages.get(page) ?? 0, i ? weight * SYNONYM : weight));
      }
    });
    const rarity = Math.log(1 + (this.start.sidor.length - pages.size + 0.5) / (pages.size + 0.5));
    for (const [page, weight] of pages) pages.set(page, weight * rarity);
    return { pages, stems: [own, ...others].flat() };
  }

  /**
   * @param {string[]} stems
   * @param {boolean} beginnings
   */
  async #way(stems, beginnings) {
    const found = all(await Promise.all(stems.map((word) => this.#word(word, beginnings))));
    for (const [page, weight] of found) found.set(page, weight / stems.length);
    return found;
  }

  /**
   * Pages with the word, and with words that begin with it: the longer the rest, the less.
   * @param {string} word
   * @param {boolean} beginnings
   */
  async #word(word, beginnings) {
    const wide = beginnings && word.length >= SHORTEST_BEGINNING;
    const first = this.#fileOf(word);
    const last = wide ? Math.min(this.#fileOf(`${word}\uffff`), first + MOST_FILES - 1) : first;
    const files = await Promise.all(range(first, last).map((n) => this.#file(`ord/${String(n).padStart(3, "0")}.json`)));
    /** @type {Scores} */
    const found = new Map();
    for (const file of files) {
      for (const [other, row] of Object.entries(file)) {
        if (other === word) addRow(found, row, 1);
        else if (wide && other.startsWith(word)) addRow(found, row, 0.2 + (0.5 * word.length) / other.length);
      }
    }
    return found;
  }

  /**
   * The number of the word file where a stem would stand.
   * @param {string} word
   */
  #fileOf(word) {
    let low = 0;
    for (let high = this.start.ord.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (this.start.ord[middle] <= word) low = middle;
      else high = middle;
    }
    return low;
  }

  /**
   * @param {string} name
   * @returns {Promise<any>}
   */
  #file(name) {
    const file = this.fetched.get(name) ?? fetchJson(`${this.start.version}/${name}`);
    this.fetched.set(name, file);
    return file;
  }
}
