// The columns of aktiviteter/index.json: which rows a choice lets through, how many each further choice would give, and in what order.

import { fold, ranks } from "./svenska.js";

const FACETS = ["ar", "omrade", "status", "prioritet", "insats", "medel", "forandring", "organisation"];
// Where the text filter looks, besides the title.
const SEARCHED = ["ar", "omrade", "organisation"];

export class Data {
  /** `columns` is the JSON, `titles` each row's title, `names` every word's label by facet: names.get("ar").get("2025"). */
  constructor(columns, titles, names) {
    this.columns = columns;
    this.size = columns.antal;
    this.titles = titles;
    this.names = names;
    this.folded = titles.map(fold);
    this.lines = lifelines(columns.livslinje);
    this.keys = new Map();
  }

  /** The rows that a choice lets through, and for each facet how many rows each of its words has if the other facets stay. */
  find(words, chosen) {
    const hits = words.map((word) => this.#hits(word));
    const facets = FACETS.map((name) => this.#facet(name, chosen.get(name)));
    const rows = [];
    for (let row = 0; row < this.size; row += 1) {
      if (!hits.every((hit) => hit(row))) continue;
      let missed = null;
      let misses = 0;
      for (const facet of facets) if (!facet.allows(row)) { missed = facet; misses += 1; if (misses > 1) break; }
      if (misses === 0) { rows.push(row); for (const facet of facets) facet.add(row); }
      else if (misses === 1) missed.add(row);
    }
    return { rows, counts: new Map(facets.map((facet) => [facet.name, facet.counts()])) };
  }

  /** The rows in the order of a column; rows that are equal keep the order of the plans, what is unknown stands last. */
  sort(rows, name, reversed) {
    if (!name) return reversed ? rows.toReversed() : rows;
    const key = this.#key(name);
    const way = reversed ? -1 : 1;
    return rows.toSorted((a, b) => {
      if (key[a] === key[b]) return a - b;
      if (key[a] === null) return 1;
      return key[b] === null ? -1 : way * (key[a] - key[b]);
    });
  }

  /** The rows by lifeline, each lifeline where its first row stands; `newest` is its newest row, shown or not. */
  group(rows) {
    const groups = new Map();
    for (const row of rows) {
      const newest = this.lines[row];
      if (!groups.has(newest)) groups.set(newest, { newest, rows: [] });
      groups.get(newest).rows.push(row);
    }
    return [...groups.values()];
  }

  #hits(word) {
    const found = SEARCHED.map((name) => {
      const { ord, rad } = this.columns[name];
      const hit = ord.map((value) => fold(this.names.get(name)?.get(value) ?? "").includes(word));
      return (row) => (Array.isArray(rad[row]) ? rad[row].some((n) => hit[n]) : hit[rad[row]]);
    });
    return (row) => this.folded[row].includes(word) || found.some((hit) => hit(row));
  }

  #facet(name, wanted) {
    const { ord, rad } = this.columns[name];
    const numbers = new Uint32Array(ord.length);
    const allowed = wanted && ord.map((word) => wanted.has(word));
    const several = Array.isArray(rad[0]);
    return {
      name,
      allows: (row) => !allowed || (several ? rad[row].some((n) => allowed[n]) : allowed[rad[row]]),
      add: (row) => { if (several) for (const n of rad[row]) numbers[n] += 1; else numbers[rad[row]] += 1; },
      counts: () => new Map(ord.map((word, n) => [word, numbers[n]])),
    };
  }

  #key(name) {
    if (!this.keys.has(name)) this.keys.set(name, this.#makeKey(name));
    return this.keys.get(name);
  }

  #makeKey(name) {
    if (name === "titel") return ranks(this.titles);
    if (name === "dagar") return this.columns.dagar;
    const { ord, rad } = this.columns[name];
    const labels = this.names.get(name);
    // Years and areas by their text; states in the order that the form shows them.
    const texts = ord.map((word) => labels.get(word) ?? word);
    const place = name === "ar" || name === "omrade" ? ranks(texts) : ord.map((word) => [...labels.keys()].indexOf(word));
    return Array.from(rad, (n) => (Array.isArray(n) ? place[n[0]] : place[n]));
  }
}

/** Each row's lifeline, named by its newest row: the distances of the file followed upwards. */
function lifelines(distances) {
  const found = [];
  for (const [row, distance] of distances.entries()) found.push(distance ? found[row - distance] : row);
  return found;
}
