// @ts-check
// The index in the browser: which pages answer a query, best first.

import { fetchJson, Files, Gone } from "./filer.js";
import { asked, hasPhrase, phrases, stem } from "./ord.js";
import { pagesWith, pagesWithTyped } from "./ordtraffar.js";
import { all, names, some } from "./poang.js";

/**
 * @import { FacetName, Meaning } from "./filer.js"
 * @import { Found } from "./ordtraffar.js"
 * @import { Scores } from "./poang.js"
 * @typedef {Partial<Record<FacetName, string[]>>} Chosen
 * @typedef {{ partly: boolean, similar: boolean, atLeast: boolean }} How
 * @typedef {{ pages: number[], counts: Record<FacetName, Map<string, number>>, stems: string[] } & How} Result
 */

// What a synonym is worth, and how many pages are read to see what stands side by side.
const SYNONYM = 0.8;
const MOST_READ = 100;
/** @type {FacetName[]} */
export const FACETS = ["ar", "omrade", "slag", "status"];

/** @type {Promise<Index> | undefined} */
let opened;

// The index, opened once; a failed opening can be tried again.
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
 * What is asked of the index. One whose files are gone has been replaced since the page was opened: the new one is asked instead.
 * @template Answer
 * @param {(index: Index) => Promise<Answer>} question
 */
export async function ask(question) {
  try {
    return await question(await openIndex());
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    opened = undefined;
    return question(await openIndex());
  }
}

/** The open index. */
export class Index extends Files {
  /**
   * The pages that answer `query` and have one of the chosen values of each facet ({ar: ["2025"]}), and how many pages
   * each value would give. If no page has all words, pages with some of them: `partly` is then true.
   * @param {string} query
   * @param {Chosen} chosen
   * @returns {Promise<Result>}
   */
  async search(query, chosen = {}) {
    const { scores, stems, ...how } = await this.#answers(query);
    const [from, sought] = [this.start.sist, [...scores]];
    const pages = sought.sort(([a, one], [b, other]) => Number(a >= from) - Number(b >= from) || other - one || a - b).map(([page]) => page);
    /** @type {(page: number, but?: FacetName) => boolean} */
    const fits = (page, but) => FACETS.every((name) => name === but || this.#has(page, name, chosen[name] ?? []));
    return {
      pages: pages.filter((page) => fits(page)),
      counts: /** @type {Result["counts"]} */ (Object.fromEntries(FACETS.map((name) => [name, this.#count(pages.filter((page) => fits(page, name)), name)]))),
      stems,
      ...how,
    };
  }

  /**
   * What the glossary says of a query that is one of its terms.
   * @param {string} query
   * @returns {Promise<Meaning[]>}
   */
  meanings(query) {
    const sought = asked(query).map(stem);
    const terms = this.start.termer.map((term) => term.filter((name) => sought.length && names(sought, name)));
    const whole = terms.some((term) => term.some((name) => name.length === sought.length));
    const found = terms.flatMap((term, i) => (term.some((name) => !whole || name.length === sought.length) ? [i] : []));
    return Promise.all(found.map((number) => this.term(number)));
  }

  /**
   * The scores of the pages that answer a query: of all pages where nothing is asked for, of none where it has no word.
   * @param {string} query
   * @returns {Promise<{ scores: Scores, stems: string[] } & How>}
   */
  async #answers(query) {
    const how = { stems: [], partly: false, similar: false, atLeast: false };
    if (!query.trim()) return { ...how, scores: new Map(this.start.sidor.map((_, page) => [page, 0])) };
    const groups = await Promise.all(this.#groups(query).map((group) => this.#scores(group)));
    const maps = groups.map((group) => group.pages);
    const scores = all(maps);
    const partly = groups.length > 1 && scores.size === 0;
    return {
      stems: [...new Set(groups.flatMap((group) => group.stems))],
      partly,
      similar: groups.some((group) => group.similar),
      ...(await this.#justSo(partly ? some(maps) : scores, phrases(query))),
    };
  }

  /**
   * The pages that have each phrase just so. No more than the best are read: more than those may have it then.
   * @param {Scores} scores
   * @param {string[][]} sought
   */
  async #justSo(scores, sought) {
    if (sought.length === 0) return { scores, atLeast: false };
    const best = [...scores].sort(([, one], [, other]) => other - one).slice(0, MOST_READ);
    const texts = await Promise.all(best.map(([page]) => this.whole(page)));
    const found = best.filter((_, i) => sought.every((run) => hasPhrase(texts[i], run)));
    return { scores: new Map(found), atLeast: best.length < scores.size };
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
   * The query as groups that a page must answer, each a list of ways to answer it: first the words as they are typed, then other names as stems.
   * @param {string} query
   */
  #groups(query) {
    const sought = asked(query);
    const stems = sought.map(stem);
    /** @type {string[][][]} */
    const groups = [];
    for (let i = 0; i < stems.length; ) {
      const [length, others] = this.#synonyms(stems, i);
      groups.push([sought.slice(i, i + length), ...others]);
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
   * @returns {Promise<Found>}
   */
  async #scores([own, ...others]) {
    const ways = await Promise.all([this.#way(own, true), ...others.map((way) => this.#way(way, false))]);
    /** @type {Scores} */
    const pages = new Map();
    ways.forEach((found, i) => {
      for (const [page, weight] of found.pages) {
        pages.set(page, Math.max(pages.get(page) ?? 0, i ? weight * SYNONYM : weight));
      }
    });
    const rarity = Math.log(1 + (this.start.sidor.length - pages.size + 0.5) / (pages.size + 0.5));
    for (const [page, weight] of pages) pages.set(page, weight * rarity);
    return { pages, stems: ways.flatMap((way) => way.stems), similar: ways.some((way) => way.similar) };
  }

  /**
   * @param {string[]} words
   * @param {boolean} typed
   * @returns {Promise<Found>}
   */
  async #way(words, typed) {
    const found = await Promise.all(words.map((word) => (typed ? pagesWithTyped(this, word) : pagesWith(this, word, false))));
    const pages = all(found.map((word) => word.pages));
    for (const [page, weight] of pages) pages.set(page, weight / words.length);
    return { pages, stems: found.flatMap((word) => word.stems), similar: found.some((word) => word.similar) };
  }
}
