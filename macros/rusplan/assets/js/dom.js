// @ts-check
// Elements: those that stand on the page, what a form holds, and new ones.

/**
 * The first element that `selector` names; its absence is a mistake in a template.
 * @template {Element} [T=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {T}
 */
export function one(selector, within = document) {
  const found = within.querySelector(selector);
  if (!found) throw new Error(`${selector} is not on the page`);
  return /** @type {T} */ (found);
}

/**
 * Every element that `selector` names.
 * @template {Element} [T=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 */
export function all(selector, within = document) {
  return /** @type {T[]} */ ([...within.querySelectorAll(selector)]);
}

/**
 * What a form holds, as texts.
 * @param {HTMLFormElement} form
 */
export const entries = (form) => /** @type {[string, string][]} */ ([...new FormData(form)]);

/**
 * A new element with its attributes and contents.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
