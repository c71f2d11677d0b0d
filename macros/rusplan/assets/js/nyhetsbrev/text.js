// @ts-check
// The newsletter's text: fills the forms that outputs/newsletter_items.py defines, just as the command does.

import { element } from "../dom.js";

/**
 * @typedef {{ titel: string, mening: string, status: string, adress: string }} Item
 * @typedef {{ inledning: string, inslag: string, mellan: string }} Format
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
 * The newsletter as "html" or "text".
 * @param {Record<Form, Format>} formats
 * @param {Form} form
 * @param {Item[]} items
 * @param {string} intro
 */
export function newsletter(formats, form, items, intro) {
  const written = blocks(formats[form], items, intro).map(([block, values]) => fill(block, values, SAFE[form]));
  return written.join(formats[form].mellan);
}

/**
 * The newsletter as elements, of the form in HTML.
 * @param {Format} format
 * @param {Item[]} items
 * @param {string} intro
 */
export function preview(format, items, intro) {
  return blocks(format, items, intro).flatMap(([block, values]) => nodes(block, (text) => fill(text, values, SAFE.text)));
}

/**
 * Each block of a newsletter, and what fills it.
 * @param {Format} format
 * @param {Item[]} items
 * @param {string} intro
 * @returns {[string, Record<string, string>][]}
 */
function blocks(format, items, intro) {
  const line = oneLine(intro);
  /** @type {[string, Record<string, string>][]} */
  const told = items.map((item) => [format.inslag, item]);
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
