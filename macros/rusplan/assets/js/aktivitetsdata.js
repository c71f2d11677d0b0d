// @ts-check
// The columns of aktiviteter/index.json: which rows a choice lets through, how many each further choice would give, and in what order.

import { fold, ranks } from "./svenska.js";

/**
 * A facet's words, and for each row the number of its word or the numbers of its words.
 * @typedef {{ ord: string[], rad: (number | number[])[] }} Column
 * @typedef {"ar" | "omrade" | "mal" | "status" | "prioritet" | "insats" | "medel" | "ansvar" | "tid" | "forandring" | "organisation"} FacetName
 * The columns of fields that the site does without are not there.
 * @typedef {Partial<Record<FacetName, Column>> & { version: string, antal: number, dagar?: (number | null)[], pengar?: (number | null)[], start?: (number | null)[], livslinje: number[] }} Columns
 */

/** @type {FacetName[]} */
const FACETS = ["ar", "omrade", "mal", "status", "prioritet", "insats", "medel", "ansvar", "tid", "forandring", "organisation"];
// Where the text filter looks, besides the title.
/** @type {FacetName[]} */
const SEARCHED = ["ar", "omrade", "ansvar", "organisation"];

// The columns of numbers, by what sorts by them.
/** @type {Record<string, "dagar" | "pengar" | "start">} */
const NUMBERS = { dagar: "dagar", pengar: "pengar", tid: "start" };

export class Data {
  /**
   * @param {Columns} columns
   * @param {string[]} titles each row's title
   * @param {Map<string, Map<string, string>>} names every word's label by facet: names.get("ar").get("2025")
   */
  constructor(columns, titles, names) {
    this.columns = columns;
    this.size = columns.antal;
    this.titles = titles;
    this.names = names;
    this.folded = titles.map(fold);
    this.lines = lifelines(columns.livslinje);
    /** @type {Map<string, (number | null)[]>} */
    this.keys = new Map();
  }

  /**
   * The rows that a choice lets through, and for each facet how many rows each of its words has if the other facets stay.
   * @param {string[]} words
   * @param {Map<string, Set<string>>} chosen
   */
  find(words, chosen) {
    const hits = words.map((word) => this.#hits(word));
    const facets = this.#used(FACETS).map(([name, column]) => this.#facet(name, column, chosen.get(name)));
    const rows = [];
    for (let row = 0; row < this.size; row += 1) {
      if (!hits.every((hit) => hit(row))) continue;
      let missed = null;
      let misses = 0;
      for (const facet of facets) if (!facet.allows(row)) { missed = facet; misses += 1; if (misses > 1) break; }
      if (misses === 0) { rows.push(row); for (const facet of facets) facet.add(row); }
      else if (misses === 1) missed?.add(row);
    }
    return { rows, counts: new Map(facets.map((facet) => [facet.name, facet.counts()])) };
  }

  /**
   * The rows in the order of a column; rows that are equal keep the order of the plans, what is unknown stands last.
   * @param {number[]} rows
   * @param {string} name
   * @param {boolean} reversed
   */
  sort(rows, name, reversed) {
    if (!name) return reversed ? rows.toReversed() : rows;
    const key = this.#key(name);
    const way = reversed ? -1 : 1;
    return rows.toSorted((a, b) => {
      const [one, other] = [key[a], key[b]];
      if (one === other) return a - b;
      if (one === null) return 1;
      return other === null ? -1 : way * (one - other);
    });
  }

  /**
   * The rows by lifeline, each lifeline where its first row stands; `newest` is its newest row, shown or not.
   * @param {number[]} rows
   */
  group(rows) {
    /** @type {Map<number, { newest: number, rows: number[] }>} */
    const groups = new Map();
    for (const row of rows) {
      const newest = this.lines[row];
      const group = groups.get(newest) ?? { newest, rows: [] };
      group.rows.push(row);
      groups.set(newest, group);
    }
    return [...groups.values()];
  }

  /**
   * The columns that are there.
   * @param {FacetName[]} names
   * @returns {[FacetName, Column][]}
   */
  #used(names) {
    return names.flatMap((name) => {
      const column = this.columns[name];
      return column ? [/** @type {[FacetName, Column]} */ ([name, column])] : [];
    });
  }

  /** @param {string} word */
  #hits(word) {
    const found = this.#used(SEARCHED).map(([name, { ord, rad }]) => {
      const hit = ord.map((value) => fold(this.names.get(name)?.get(value) ?? "").includes(word));
      return (/** @type {number} */ row) => numbers(rad[row]).some((n) => hit[n]);
    });
    return (/** @type {number} */ row) => this.folded[row].includes(word) || found.some((hit) => hit(row));
  }

  /**
   * @param {FacetName} name
   * @param {Column} column
   * @param {Set<string>} [wanted]
   */
  #facet(name, { ord, rad }, wanted) {
    const found = new Uint32Array(ord.length);
    const allowed = wanted && ord.map((word) => wanted.has(word));
    return {
      name,
      allows: (/** @type {number} */ row) => !allowed || numbers(rad[row]).some((n) => allowed[n]),
      add: (/** @type {number} */ row) => { for (const n of numbers(rad[row])) found[n] += 1; },
      counts: () => new Map(ord.map((word, n) => [word, found[n]])),
    };
  }

  /** @param {string} name */
  #key(name) {
    const key = this.keys.get(name) ?? this.#makeKey(name);
    this.keys.set(name, key);
    return key;
  }

  /** @param {string} name */
  #makeKey(name) {
    if (name === "titel") return ranks(this.titles);
    if (name in NUMBERS) return this.columns[NUMBERS[name]] ?? [];
    const { ord, rad } = this.columns[/** @type {FacetName} */ (name)] ?? { ord: [], rad: [] };
    const labels = this.names.get(name) ?? new Map();
    // Years and areas by their text; states in the order that the form shows them.
    const texts = ord.map((word) => labels.get(word) ?? word);
    const place = name === "ar" || name === "omrade" ? ranks(texts) : ord.map((word) => [...labels.keys()].indexOf(word));
    return Array.from(rad, (n) => place[numbers(n)[0]] ?? null);
  }
}

/** @param {number | number[]} cell */
const numbers = (cell) => (Array.isArray(cell) ? cell : [cell]);

/**
 * Each row's lifeline, named by its newest row: the distances of the file followed upwards.
 * @param {number[]} distances
 */
function lifelines(distances) {
  /** @type {number[]} */
  const found = [];
  for (const [row, distance] of distances.entries()) found.push(distance ? found[row - distance] : row);
  return found;
}
