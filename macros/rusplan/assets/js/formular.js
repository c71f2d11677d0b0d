// @ts-check
// A form whose choices stand in the page's address, so that they can be shared and Back undoes them.

import { entries, one } from "./dom.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/** @param {HTMLFormElement} form */
const fields = (form) => /** @type {Field[]} */ ([...form.elements]).filter((field) => field.name);

/**
 * What is chosen, in the form's order; empty fields are left out, and what else the address holds is kept.
 * @param {HTMLFormElement} form
 */
function readForm(form) {
  const known = new Set(fields(form).map((field) => field.name));
  const params = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(location.search)) if (!known.has(name)) params.append(name, value);
  for (const [name, value] of entries(form)) if (value.trim()) params.append(name, value.trim());
  return params;
}

/**
 * Show what an address chooses.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} params
 */
export function fillForm(form, params) {
  for (const field of fields(form)) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = params.getAll(field.name).includes(field.value);
    else field.value = params.get(field.name) ?? "";
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
  }
}

/**
 * True if an address chooses anything in the form.
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} params
 */
export function chooses(form, params) {
  return fields(form).some((field) => params.has(field.name));
}

/**
 * Put what is chosen in the address: one step back for each choice, one for a whole typed text.
 * @param {HTMLFormElement} form
 * @param {boolean} typing
 */
export function remember(form, typing) {
  const query = readForm(form).toString();
  const address = query ? `?${query}` : location.pathname;
  const same = typing && history.state?.typing;
  history[same ? "replaceState" : "pushState"]({ typing }, "", address);
}

/**
 * Show beside a choice how many it would give.
 * @param {HTMLInputElement} input
 * @param {number} number
 */
export function showCount(input, number) {
  const label = /** @type {HTMLElement} */ (input.parentElement);
  one(".rp-filter__antal", label).textContent = `(${number.toLocaleString("sv-SE")})`;
  label.classList.toggle("rp-filter__tom", number === 0);
}

/**
 * What the pressed button is for, by its data-gor.
 * @param {Event} event
 */
export function actionOf(event) {
  return (event.target instanceof HTMLElement && event.target.dataset.gor) || "";
}

/**
 * Call `change` after each choice and each step back or forward.
 * @param {HTMLFormElement} form
 * @param {() => void} change
 */
export function follow(form, change) {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    remember(form, event.target instanceof HTMLInputElement && event.target.type === "search");
    change();
  });
  addEventListener("popstate", () => {
    fillForm(form, new URLSearchParams(location.search));
    change();
  });
}
