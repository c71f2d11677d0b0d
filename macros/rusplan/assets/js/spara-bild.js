// @ts-check
// A picture as the reader can keep it: its figures as CSV, with numbers as numbers, and the picture itself as SVG, which looks alike
// without the site's style sheet.

import { csv, save } from "./csv.js";

// An amount, a number of days or a plain number: «4 500 000,50 kr», «−3», «12 dagar».
const NUMBER = /^([+\u2212]?)(\d[\d\u00a0]*(?:,\d+)?)(?:\u00a0(kr|tkr|mnkr|dag|dagar))?$/;
const LOOK = ["fill", "stroke", "stroke-width", "stroke-dasharray", "paint-order", "font-family", "font-size", "font-weight"];

/** @param {string} text */
function read(text) {
  const found = NUMBER.exec(text);
  if (!found) return { value: text, unit: "" };
  const [, sign, digits, unit = ""] = found;
  const number = Number(digits.replaceAll("\u00a0", "").replace(",", "."));
  return { value: sign === "\u2212" ? -number : number, unit: unit.startsWith("dag") ? "dagar" : unit };
}

/**
 * The rows of the table; a unit that all numbers of a column share stands in its heading.
 * @param {HTMLTableElement} table
 */
function figures(table) {
  const [head, ...rows] = [...table.rows].map((row) => [...row.cells].map((cell) => (cell.textContent ?? "").trim()));
  const cells = rows.map((row) => row.map((text, i) => (i ? read(text) : { value: text, unit: "" })));
  const units = head.map((_, i) => [...new Set(cells.filter((row) => typeof row[i]?.value === "number").map((row) => row[i].unit))]);
  const shared = units.map((found) => found.length === 1);
  const titles = head.map((title, i) => (shared[i] && units[i][0] ? `${title} (${units[i][0]})` : title));
  return [titles, ...cells.map((row, y) => row.map(({ value }, i) => (shared[i] ? value : rows[y][i])))];
}

/**
 * The picture as a file of its own, on the colour that it has behind it.
 * @param {SVGSVGElement} picture
 */
function alone(picture) {
  const copy = /** @type {SVGSVGElement} */ (picture.cloneNode(true));
  const drawn = picture.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((part, i) => {
    part.removeAttribute("class");
    if (part.closest("title, desc, defs") && !part.closest("pattern")) return;
    const style = getComputedStyle(drawn[i]);
    for (const name of LOOK) part.setAttribute(name, style.getPropertyValue(name));
  });
  const { width, height } = picture.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [key, value] of Object.entries({ width: "100%", height: "100%", fill: getComputedStyle(document.body).backgroundColor })) ground.setAttribute(key, value);
  copy.querySelector("desc")?.after(ground);
  return new XMLSerializer().serializeToString(copy);
}

for (const figure of document.querySelectorAll("figure.rp-figur")) {
  const picture = figure.querySelector("svg");
  const table = figure.querySelector("table");
  if (!picture || !table) continue;
  const name = picture.getAttribute("aria-labelledby")?.split("-titel")[0] ?? "bild";
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll("[data-spara]"))) {
    part.hidden = false;
    if (part.dataset.spara === "csv") part.addEventListener("click", () => save(csv(figures(table)), `${name}.csv`));
    if (part.dataset.spara === "svg") part.addEventListener("click", () => save(alone(picture), `${name}.svg`, "image/svg+xml"));
  }
}
