// @ts-check
// The table of activities: the server's own rows, taken out of the page once and put back as they are asked for.

import { all, element, one } from "./dom.js";
import { rememberShown, shownBefore } from "./tillbaka.js";

// More rows than this are shown on demand. Finding a row among 5,000 takes the browser some microseconds, laying it out and painting
// it a hundred times as long, so the rows that nobody has asked for are kept out of the page.
// A table of up to WHOLE rows is always shown whole.
const STEP = 40;
const WHOLE = 200;

/** @typedef {{ rows: number[], title?: string, address?: string, note?: string }} Group rows by their number, and their heading */

export class Table {
  /**
   * @param {HTMLTableElement} table
   * @param {(name: string) => void} onSort
   */
  constructor(table, onSort) {
    this.table = table;
    this.rows = [...table.tBodies[0].rows];
    this.box = /** @type {HTMLElement} */ (table.closest(".rp-tabell"));
    this.more = /** @type {HTMLElement} */ (this.box.nextElementSibling);
    this.moreButton = one("button", this.more);
    this.moreButton.addEventListener("click", () => this.#showMore());
    this.headings = all("thead th", table);
    for (const cell of this.headings) this.#makeButton(cell, onSort);
    addEventListener("beforeprint", () => this.#draw(Infinity));
    /** @type {Group[]} */
    this.groups = [{ rows: this.rows.map((_, row) => row) }];
    this.shown = this.rows.length;
    this.step = this.rows.length > WHOLE ? STEP : WHOLE;
    if (this.rows.length > WHOLE) this.#draw(shownBefore(this.step));
  }

  /** The title of each row. */
  titles() {
    return this.rows.map((row) => row.cells[0].textContent.trim());
  }

  /**
   * Show these groups of rows; a group without `title` has no heading.
   * @param {Group[]} groups
   * @param {string} caption
   */
  show(groups, caption) {
    this.groups = groups;
    one("caption", this.table).textContent = caption;
    this.box.hidden = !groups.some((group) => group.rows.length);
    this.#draw(shownBefore(this.step));
  }

  /**
   * Mark the heading that the rows are sorted by.
   * @param {string} name
   * @param {boolean} reversed
   */
  markSorted(name, reversed) {
    for (const cell of this.headings) {
      if (cell.dataset.sortera === name) cell.setAttribute("aria-sort", reversed ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
  }

  /**
   * @param {HTMLElement} cell
   * @param {(name: string) => void} onSort
   */
  #makeButton(cell, onSort) {
    const name = cell.dataset.sortera;
    if (!name) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    button.addEventListener("click", () => onSort(name));
    cell.append(button);
  }

  /** @param {number} limit */
  #draw(limit) {
    let left = limit;
    const bodies = [];
    for (const group of this.groups) {
      if (left <= 0) break;
      const body = document.createElement("tbody");
      if (group.title) body.append(this.#heading(group));
      body.append(...group.rows.slice(0, left).map((row) => this.rows[row]));
      left -= group.rows.length;
      bodies.push(body);
    }
    for (const body of [...this.table.tBodies]) body.remove();
    this.table.append(...bodies);
    this.shown = limit;
    this.#tellMore(this.groups.reduce((sum, group) => sum + group.rows.length, 0));
  }

  /** @param {number} total */
  #tellMore(total) {
    this.more.hidden = total <= this.shown;
    this.moreButton.textContent = `Visa ${Math.min(this.step, total - this.shown)} till (${total - this.shown} återstår)`;
  }

  #showMore() {
    const before = this.shown;
    this.#draw(before + this.step);
    rememberShown(this.shown);
    all("tbody th[scope=row] a", this.table)[before]?.focus();
  }

  /** @param {Group} group */
  #heading(group) {
    const link = element("a", { href: group.address ?? "" }, group.title ?? "");
    const columns = String(this.headings.length);
    return element("tr", { class: "rp-grupprad" }, element("th", { scope: "rowgroup", colspan: columns }, link, ` ${group.note}`));
  }
}
