// @ts-check
// The files of the index: each is fetched when a query needs it.

import { range } from "./poang.js";

/**
 * @typedef {{ ar: string[], omrade: string, slag: string, status: string }} Facets
 * @typedef {keyof Facets} FacetName
 * @typedef {{ titel: string, adress: string, beskrivning: string, text: string, fler: string[] }} Page
 * @typedef {{ term: string, utskrivet: string, forklaring: string, adress: string }} Meaning
 * @typedef {{ filer: Record<"ord" | "text" | "ordlista", string>, sidor: number[], sist: number, fasetter: Facets[], ord: string[], synonymer: [string[], string[]][], termer: string[][][] }} Start
 */

// Letters of the name of a file.
const NAME = 8;
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
  page(number) {
    return this.#file("text", this.#name("text", number));
  }

  /**
   * A further piece of a page's text.
   * @param {Page} page
   * @param {number} piece
   * @returns {Promise<string>}
   */
  async piece(page, piece) {
    return (await this.#file("text", page.fler[piece])).text;
  }

  /**
   * All that can be read on a page.
   * @param {number} number
   */
  async whole(number) {
    const first = await this.page(number);
    const more = await Promise.all(first.fler.map((_, piece) => this.piece(first, piece)));
    return [first.titel, first.beskrivning, [first.text, ...more].join("")].join("\n");
  }

  /**
   * What the glossary says of a term.
   * @param {number} number
   * @returns {Promise<Meaning>}
   */
  term(number) {
    return this.#file("ordlista", this.#name("ordlista", number));
  }

  /**
   * The stems of the word files from `first` to `last`, each with its row.
   * @param {number} first
   * @param {number} last
   * @returns {Promise<[string, number[]][]>}
   */
  async words(first, last) {
    const files = await Promise.all(range(first, last).map((n) => this.#file("ord", this.#name("ord", n))));
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
   * The name of a file by its number: all names of a kind stand after each other.
   * @param {keyof Start["filer"]} kind
   * @param {number} number
   */
  #name(kind, number) {
    return this.start.filer[kind].slice(NAME * number, NAME * (number + 1));
  }

  /**
   * @param {keyof Start["filer"]} kind
   * @param {string} named
   * @returns {Promise<any>}
   */
  #file(kind, named) {
    const name = `${kind}/${named}.json`;
    const file = this.fetched.get(name) ?? fetchJson(name).catch((error) => {
      this.fetched.delete(name); // to be tried again
      throw error;
    });
    this.fetched.set(name, file);
    return file;
  }
}
