// @ts-check
// What is chosen in a form, as buttons that take it away again: «Typ: Kurs ×», and «Rensa» for all.

import { all, element, one } from "./dom.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/**
 * Show what is chosen in the form, or in some of its fields.
 * @param {HTMLFormElement} form
 */
export function showChosen(form, fields = "input, select") {
  const box = one(".rp-filter__valt", form);
  const chosen = /** @type {Field[]} */ (all(fields, form)).filter(isChosen);
  box.replaceChildren(...chosen.map((field) => away(form, field)));
  if (chosen.length) box.append(element("button", { type: "button", "data-gor": "rensa" }, "Rensa"));
  box.hidden = !chosen.length;
}

/**
 * True for a choice of what is shown; in what order it is shown is none.
 * @param {Field} field
 */
function isChosen(field) {
  if (field.closest(".rp-filter__ordning")) return false;
  return field instanceof HTMLInputElement && field.type === "checkbox" ? field.checked : field.value.trim() !== "";
}

/**
 * @param {HTMLFormElement} form
 * @param {Field} field
 */
function away(form, field) {
  const button = element("button", { type: "button", class: "rp-valt", "aria-label": `Ta bort valet ${called(form, field)}` }, `${called(form, field)} ×`);
  button.addEventListener("click", () => {
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = false;
    else field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    (all(".rp-valt", form)[0] ?? one("input", form)).focus();
  });
  return button;
}

/**
 * @param {HTMLFormElement} form
 * @param {Field} field
 */
function called(form, field) {
  if (field instanceof HTMLSelectElement) return `${one(`label[for="${field.id}"]`, form).textContent}: ${textOf(field.selectedOptions[0])}`;
  if (field.type !== "checkbox") return `”${field.value.trim()}”`;
  const legend = field.closest("fieldset")?.querySelector("legend")?.textContent;
  return `${legend}: ${one("span", /** @type {HTMLElement} */ (field.parentElement)).textContent}`;
}

/** @param {HTMLOptionElement} option */
const textOf = (option) => option.dataset.text ?? option.textContent;
