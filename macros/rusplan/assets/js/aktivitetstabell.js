// The table of activities: the server's own rows, taken out of the page once and put back as they are asked for.

// More rows than this are shown on demand. Finding a row among 5,000 takes the browser some microseconds, laying it out and painting
// it a hundred times as long, so the rows that nobody has asked for are kept out of the page.
// A table of up to WHOLE rows is always shown whole.
const STEP = 40;
const WHOLE = 200;

export class Table {
  constructor(table, onSort) {
    this.table = table;
    this.rows = [...table.tBodies[0].rows];
    this.more = table.closest(".rp-tabell").nextElementSibling;
    this.more.firstElementChild.addEventListener("click", () => this.#showMore());
    this.headings = [...table.tHead.rows[0].cells];
    for (const cell of this.headings) if (cell.dataset.sortera) this.#makeButton(cell, onSort);
    addEventListener("beforeprint", () => this.#draw(Infinity));
    this.groups = [{ rows: this.rows.map((_, row) => row) }];
    this.step = this.rows.length > WHOLE ? STEP : WHOLE;
    if (this.rows.length > WHOLE) this.#draw(this.step);
  }

  /** The title of each row. */
  titles() {
    return this.rows.map((row) => row.cells[0].textContent.trim());
  }

  /** Show these groups of rows; a group without `title` has no heading. */
  show(groups, caption) {
    this.groups = groups;
    this.table.caption.textContent = caption;
    this.table.closest(".rp-tabell").hidden = !groups.some((group) => group.rows.length);
    this.#draw(this.step);
  }

  /** Mark the heading that the rows are sorted by. */
  markSorted(name, reversed) {
    for (const cell of this.headings) {
      if (cell.dataset.sortera === name) cell.setAttribute("aria-sort", reversed ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    }
  }

  #makeButton(cell, onSort) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...cell.childNodes);
    button.addEventListener("click", () => onSort(cell.dataset.sortera));
    cell.append(button);
  }

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

  #tellMore(all) {
    this.more.hidden = all <= this.shown;
    this.more.firstElementChild.textContent = `Visa ${Math.min(this.step, all - this.shown)} till (${all - this.shown} återstår)`;
  }

  #showMore() {
    const before = this.shown;
    this.#draw(before + this.step);
    const links = this.table.querySelectorAll("tbody th[scope=row] a");
    links[before]?.focus();
  }

  #heading(group) {
    const row = document.createElement("tr");
    row.className = "rp-grupprad";
    const cell = document.createElement("th");
    cell.scope = "rowgroup";
    cell.colSpan = this.headings.length;
    const link = document.createElement("a");
    link.href = group.address;
    link.textContent = group.title;
    cell.append(link, ` ${group.note}`);
    row.append(cell);
    return row;
  }
}
