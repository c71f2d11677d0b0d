// @ts-check
// The newsletter's text: fills the forms that outputs/newsletter_text.py defines, just as the command does.

import { element } from "../dom.js";

/**
 * @typedef {{ titel: string, mening: string, status: string, adress: string, grupp: string }} Item
 * @typedef {{ inledning: string, grupp: string, rubrik: string, rubrik_i_grupp: string, mening: string, status: string, länk: string, mellan: string }} Format
 * @typedef {"html" | "text"} Form
 */

/** @type {Record<string, string>} */
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
/** @type {Record<Form, (text: string) => string>} */
const SAFE = { html: (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]), text: (text) => text };
// All that a form in HTML consists of: an end or a start of an element, or text.
const PARTS = /<(\/?)(\w+)(?: href="([^"]*)")?>|([^<]+)/g;

/** The text with each run of spaces, tabs and line breaks as one space; other spaces, such as no-break ones, stay. */
export const oneLine = (/** @type {string} */ text) => text.split(/[ \t\r\n]+/).filter(Boolean).join(" ");

/**
 * The newsletter as "html" or "text"; `grouped` puts a heading above the items of each year and area.
 * @param {Record<Form, Format>} formats
 * @param {Form} form
 * @param {Item[]} items
 * @param {string} intro
 * @param {boolean} [grouped]
 */
export function newsletter(formats, form, items, intro, grouped = false) {
  const written = blocks(formats[form], items, intro, grouped).map(([block, values]) => fill(block, values, SAFE[form]));
  return written.join(formats[form].mellan);
}

/**
 * The newsletter as elements, of the form in HTML.
 * @param {Format} format
 * @param {Item[]} items
 * @param {string} intro
 * @param {boolean} grouped
 */
export function preview(format, items, intro, grouped) {
  return blocks(format, items, intro, grouped).flatMap(([block, values]) => nodes(block, (text) => fill(text, values, SAFE.text)));
}

/**
 * Each block of a newsletter, and what fills it.
 * @param {Format} format
 * @param {Item[]} items
 * @param {string} intro
 * @param {boolean} grouped
 * @returns {[string, Record<string, string>][]}
 */
function blocks(format, items, intro, grouped) {
  const line = oneLine(intro);
  const heading = grouped ? format.rubrik_i_grupp : format.rubrik;
  /** @type {[string, Record<string, string>][]} */
  const told = items.flatMap((item, i) => {
    const block = heading + format.mening + (item.status ? format.status : "") + format.länk;
    const starts = grouped && item.grupp !== items[i - 1]?.grupp;
    return starts ? [[format.grupp, item], [block, item]] : [[block, item]];
  });
  return line ? [[format.inledning, { inledning: line }], ...told] : told;
}

/**
 * @param {string} block
 * @param {Record<string, string>} values
 * @param {(text: string) => string} safe
 */
function fill(block, values, safe) {
  return block.replace(/\{(\w+)\}/g, (_, name) => safe(values[name]));
}

/**
 * @param {string} block
 * @param {(text: string) => string} filled
 */
function nodes(block, filled) {
  const whole = element("div");
  /** @type {Element} */
  let inner = whole;
  for (const [, end, name, href, text] of block.matchAll(PARTS)) {
    if (text) inner.append(filled(text));
    else if (end) inner = inner.parentElement ?? whole;
    else inner = inner.appendChild(element(/** @type {"p"} */ (name), href ? { href: filled(href) } : {}));
  }
  return [...whole.childNodes];
}
