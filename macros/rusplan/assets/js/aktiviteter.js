// @ts-check
// The activity index: the form above the table. Its data is fetched when the form or a heading is first used.

import { announcer } from "./announcer.js";
import { csv, save } from "./csv.js";
import { all, element, entries, one } from "./dom.js";
import { Data } from "./aktivitetsdata.js";
import { Table } from "./aktivitetstabell.js";
import { actionOf, chooses, fillForm, follow, remember, showCount } from "./formular.js";
import { headingOf } from "./rubrik.js";
import { count, words } from "./svenska.js";
import { scrollBack } from "./tillbaka.js";
import { showChosen } from "./valt.js";

/**
 * @import { Group } from "./aktivitetstabell.js"
 * @typedef {HTMLInputElement | HTMLOptionElement} Choice
 */

/** @type {HTMLFormElement} */
const form = one("#aktivitetsfilter");
const fields = /** @type {{ q: HTMLInputElement, sortera: HTMLSelectElement, omvand: HTMLInputElement }} */ (/** @type {unknown} */ (form.elements));
const boxes = all("[data-facett]", form);
const result = one(".rp-filter__resultat", form);
const say = announcer(one(".rp-dold[role=status]", form), 300);
const table = new Table(one(".rp-aktiviteter"), sortBy);
/** @type {Promise<Data> | undefined} */
let loading;

function load() {
  loading ??= fetchData().catch((error) => {
    loading = undefined;
    tell(error instanceof Outdated ? "Sidan har uppdaterats. Ladda om den för att filtrera" : "Uppgifterna gick inte att hämta. Försök igen");
    throw error;
  });
  return loading;
}

class Outdated extends Error {}

async function fetchData() {
  const answer = await fetch(`${form.dataset.index}?v=${form.dataset.version}`);
  if (!answer.ok) throw new Error(answer.statusText);
  const columns = await answer.json();
  if (columns.version !== form.dataset.version) throw new Outdated();
  return new Data(columns, table.titles(), labels());
}

/** Every choice's label by facet and word. */
function labels() {
  return new Map(boxes.map((box) => {
    /** @type {Choice[]} */
    const choices = all("input, option[data-text]", box);
    return [facet(box), new Map(choices.map((choice) => [choice.value, labelOf(choice)]))];
  }));
}

const facet = (/** @type {HTMLElement} */ box) => box.dataset.facett ?? "";

/** @param {Choice} choice */
function labelOf(choice) {
  return choice.matches("option") ? `${choice.dataset.text} ${choice.dataset.namn}` : textAfter(choice);
}

const textAfter = (/** @type {Element} */ input) => input.nextElementSibling?.textContent ?? "";

/** @param {string} name */
function sortBy(name) {
  const { sortera, omvand } = fields;
  omvand.checked = sortera.value === name && !omvand.checked;
  sortera.value = name;
  remember(form, false);
  change();
}

/**
 * The rows with the words and the values that are chosen of each facet.
 * @param {Data} data
 */
function find(data) {
  /** @type {Map<string, Set<string>>} */
  const wanted = new Map();
  for (const [name, value] of entries(form)) {
    if (value && data.names.has(name)) wanted.set(name, (wanted.get(name) ?? new Set()).add(value));
  }
  return data.find(words(fields.q.value), wanted);
}

async function change() {
  showChosen(form);
  const data = await load().catch(() => null);
  if (!data) return;
  const { rows, counts } = find(data);
  showCounts(counts);
  const order = fields.sortera.value;
  const sorted = data.sort(rows, order, fields.omvand.checked);
  const groups = new FormData(form).has("gruppera") ? data.group(sorted).map(withHeading) : [{ rows: sorted }];
  const text = `${rows.length === data.size ? "Alla" : `${rows.length.toLocaleString("sv-SE")} av`} ${count(data.size, "aktivitet", "aktiviteter")}`;
  table.show(groups, text);
  table.markSorted(order, fields.omvand.checked);
  if (rows.length) tellFound(rows.length, data);
  else tell("Ingen aktivitet stämmer med valen. Ta bort något val eller välj Rensa");
}

/**
 * A group's heading is its newest activity, and leads to the activity over all years.
 * @param {{ newest: number, rows: number[] }} group
 * @returns {Group}
 */
function withHeading(group) {
  const link = linkOf(group.newest);
  const address = link.getAttribute("href")?.replace(/[\d-]+\/([^/]+\/)$/, "spar/$1");
  return { ...group, title: link.textContent, address, note: `(${count(group.rows.length, "rad", "rader")})` };
}

/**
 * @param {number} row
 * @returns {HTMLAnchorElement}
 */
const linkOf = (row) => one("a", table.rows[row].cells[0]);

/** @param {Map<string, Map<string, number>>} counts */
function showCounts(counts) {
  for (const box of boxes) {
    const numbers = counts.get(facet(box));
    for (const input of box.querySelectorAll("input")) showCount(input, numbers?.get(input.value) ?? 0);
    for (const option of box.querySelectorAll("option")) {
      if (option.dataset.text) option.textContent = `${option.dataset.text} (${numbers?.get(option.value) ?? 0})`;
    }
  }
}

/**
 * What the reader sees and hears where nothing is found.
 * @param {string} text
 */
function tell(text) {
  result.textContent = `${text}.`;
  say(result.textContent);
}

/**
 * What is shown, as a heading, and how many there are in all.
 * @param {number} number
 * @param {Data} data
 */
function tellFound(number, data) {
  const heading = headingOf(form, number);
  const every = count(data.size, "aktivitet", "aktiviteter");
  result.textContent = heading || `Alla ${every}`;
  if (heading) result.append(" ", element("span", { class: "rp-filter__antal" }, `av ${data.size.toLocaleString("sv-SE")}`));
  say(heading ? `${heading}, av ${every}.` : `Alla ${every}.`);
}

/**
 * The columns that are written as numbers, with the unit in their headings.
 * @param {Data} data
 * @param {string[]} head
 */
function numberColumns(data, head) {
  const found = [
    { place: head.indexOf("Arbetstid"), title: "Arbetstid (dagar)", values: data.columns.dagar ?? [] },
    { place: head.indexOf("Budget"), title: "Budget (kronor)", values: data.columns.pengar ?? [] },
  ];
  return found.filter(({ place }) => place >= 0);
}

/**
 * The table as it is shown, all of its rows, with addresses: headings, then one list of values for each row.
 * @param {Data} data
 */
function csvRows(data) {
  const grouped = table.groups.some((group) => group.title);
  const head = table.headings.map((cell) => cell.textContent.trim());
  const numbers = numberColumns(data, head);
  for (const { place, title } of numbers) head[place] = title;
  /** @type {(string | number)[][]} */
  const rows = [[...(grouped ? ["Samma aktivitet genom åren"] : []), ...head, "Adress"]];
  for (const group of table.groups) {
    for (const row of group.rows) {
      /** @type {(string | number)[]} */
      const cells = [...table.rows[row].cells].map(cellText);
      for (const { place, values } of numbers) cells[place] = values[row] ?? cells[place];
      rows.push([...(grouped ? [group.title ?? ""] : []), ...cells, linkOf(row).href]);
    }
  }
  return rows;
}

/** @param {Element} cell */
function cellText(cell) {
  const copy = /** @type {Element} */ (cell.cloneNode(true));
  for (const mark of copy.querySelectorAll(".rp-tecken")) mark.remove();
  for (const line of copy.querySelectorAll("br")) line.replaceWith(", ");
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** @type {Record<string, () => void>} */
const DO = {
  rensa() {
    fillForm(form, new URLSearchParams());
    remember(form, false);
    change();
  },
  async csv() {
    await load().then((data) => save(csv(csvRows(data)), "aktiviteter.csv")).catch(() => null);
  },
  "skriv-ut": () => print(),
};

form.hidden = false;
follow(form, change);
// Counts are there as soon as the form is used; the table is left alone until something is chosen.
form.addEventListener("focusin", () => { load().then((data) => showCounts(find(data).counts)).catch(() => null); }, { once: true });
form.addEventListener("click", (event) => DO[actionOf(event)]?.());
const start = new URLSearchParams(location.search);
if (chooses(form, start)) {
  fillForm(form, start);
  change().then(scrollBack);
}
