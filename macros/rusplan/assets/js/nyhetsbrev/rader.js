// @ts-check
// The rows of the page: an activity among the hits, and one that is chosen.

import { element } from "../dom.js";

/** @import { Inslag } from "./urval.js" */

const MOVES = { upp: "Flytta upp", ned: "Flytta ned", bort: "Ta bort" };

/**
 * An activity, or a piece of news with its sentence, to tick.
 * @param {Inslag} item
 * @param {boolean} isNews
 */
export function hit(item, isNews) {
  const box = element("input", { type: "checkbox", value: item.ref });
  const about = (isNews ? [item.mening, item.läge] : [item.läge, item.ändrad && `ändrad ${item.ändrad}`]).filter(Boolean).join(isNews ? " " : ", ");
  return element("li", {}, element("label", {}, box, ` ${item.titel}`), element("span", { class: "rp-med" }, about));
}

/**
 * A chosen activity with its buttons.
 * @param {Inslag} item
 * @param {boolean} isFirst
 * @param {boolean} isLast
 */
export function place(item, isFirst, isLast) {
  const buttons = [button(item, "upp", isFirst), button(item, "ned", isLast), button(item, "bort")];
  return element("li", {}, element("span", {}, item.titel), element("span", { class: "rp-nb__knappar" }, ...buttons));
}

/**
 * @param {Inslag} item
 * @param {keyof typeof MOVES} how
 * @param {boolean} [off]
 */
function button(item, how, off) {
  const name = MOVES[how];
  const made = element("button", { type: "button", "data-ref": item.ref, "data-how": how, "aria-label": `${name} ${item.titel}` }, name);
  // Disabled in name only: a disabled button would lose the focus when the item reaches the end.
  if (off !== undefined) made.setAttribute("aria-disabled", String(off));
  return made;
}

/**
 * How many activities, or pieces of news.
 * @param {number} number
 * @param {boolean} isNews
 */
export function counted(number, isNews) {
  const [single, many] = isNews ? ["nyhet", "nyheter"] : ["aktivitet", "aktiviteter"];
  if (!number) return `Ingen ${single}`;
  return `${number} ${number === 1 ? single : many}`;
}
