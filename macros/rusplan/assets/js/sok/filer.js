// @ts-check
// The files of the index: each is fetched when a query needs it.

import { range } from "./poang.js";

/**
 * @typedef {{ ar: string[], omrade: string, slag: string, status: string }} Facets
 * @typedef {keyof Facets} FacetName
 * @typedef {{ titel: string, adress: string, beskrivning: string, text: string, fler: number }} Page
 * @typedef {{ term: string, utskrivet: string, forklaring: string, adress: string }} Meaning
 * @typedef {{ version: string, sidor: number[], sist: number, fasetter: Facets[], ord: string[], synonymer: [string[], string[]][], termer: string[][][] }} Start
 */

const FILES = new URL("../../../sok/", import.meta.url);

/** A file that the index should have is not there: a new index has been published in its place. */
export class Gone extends Error {}

/**
 * @param {string} name
 * @param {RequestInit} [options]
 */
export async function fetchJson(name, options) {
  const answer = await fetch(new URL(name, FILES), options);
  if (!answer.ok) throw answer.status === 404 ? new Gone(name) : new Error(`${name}: ${answer.status}`);
  return answer.json();
}

/** What lies in the files of an index; `start` says where. */
export class Files {
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
   * All that can be read on a page.
   * @param {number} number
   */
  async whole(number) {
    const first = await this.page(number);
    const more = await Promise.all(range(1, first.fler).map((piece) => this.page(number, piece)));
    return [first.titel, first.beskrivning, [first, ...more].map((piece) => piece.text).join("")].join("\n");
  }

  /**
   * What the glossary says of a term.
   * @param {number} number
   * @returns {Promise<Meaning>}
   */
  term(number) {
    return this.#file(`ordlista/${String(number).padStart(3, "0")}.json`);
  }

  /**
   * The stems of the word files from `first` to `last`, each with its row.
   * @param {number} first
   * @param {number} last
   * @returns {Promise<[string, number[]][]>}
   */
  async words(first, last) {
    const files = await Promise.all(range(first, last).map((n) => this.#file(`ord/${String(n).padStart(3, "0")}.json`)));
    return files.flatMap(Object.entries);
  }

  /**
   * The number of the word file where a stem would stand.
   * @param {string} word
   */
  fileOf(word) {
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
    const file = this.fetched.get(name) ?? fetchJson(`${this.start.version}/${name}`).catch((error) => {
      this.fetched.delete(name); // to be tried again
      throw error;
    });
    this.fetched.set(name, file);
    return file;
  }
}
