// @ts-check
// What a filtered list of activities shows, as its heading: «4 delvis genomförda aktiviteter 2025 inom Klimat».

import { all, one } from "./dom.js";
import { count } from "./svenska.js";

/** @typedef {{ before: string | undefined, title: string, texts: string[], one: string, many: string }} Group */

/**
 * The heading for so many activities; empty where nothing is chosen.
 * @param {HTMLFormElement} form
 * @param {number} number
 */
export function headingOf(form, number) {
  const word = String(new FormData(form).get("q")).trim();
  const chosen = all("[data-facett]", form).map(read).filter((group) => group.texts.length);
  if (!word && !chosen.length) return "";
  const kind = chosen.find((group) => group.many) ?? { one: "aktivitet", many: "aktiviteter" };
  const told = chosen.filter((group) => group !== kind);
  return [
    count(number, kind.one, kind.many),
    ...told.filter((group) => group.before !== undefined).map(({ before, texts }) => `${before}${listed(texts)}`),
    ...(word ? [`som stämmer med ”${word}”`] : []),
    ...aside(told.filter((group) => group.before === undefined)),
  ].join(" ");
}

/**
 * What is chosen in a group; what its activities are called, where one choice of it says so.
 * @param {HTMLElement} box
 * @returns {Group}
 */
function read(box) {
  const boxes = /** @type {HTMLInputElement[]} */ (all("input:checked", box));
  const option = box.querySelector("select")?.selectedOptions[0];
  const texts = boxes.map((input) => input.nextElementSibling?.textContent ?? "");
  if (option?.value) texts.push(option.dataset.text ?? "");
  const { en = "", flera = "" } = boxes.length === 1 ? boxes[0].dataset : {};
  return { before: box.dataset.fore, title: one("legend, label", box).textContent.trim(), texts, one: en, many: flera };
}

/**
 * What the sentence has no words for, after it: «(Prioritet: Prioriterad)».
 * @param {Group[]} groups
 */
function aside(groups) {
  const told = groups.map(({ title, texts }) => `${title}: ${listed(texts)}`);
  return told.length ? [`(${told.join("; ")})`] : [];
}

/** @param {string[]} texts */
const listed = (texts) => [texts.slice(0, -1).join(", "), ...texts.slice(-1)].filter(Boolean).join(" eller ");
