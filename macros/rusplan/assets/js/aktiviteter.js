// The activity index: the form above the table. Its data is fetched when the form or a heading is first used.

import { announcer } from "./announcer.js";
import { csv, save } from "./csv.js";
import { Data } from "./aktivitetsdata.js";
import { Table } from "./aktivitetstabell.js";
import { chooses, fillForm, follow, remember } from "./formular.js";
import { count, words } from "./svenska.js";

const form = document.getElementById("aktivitetsfilter");
const result = form.querySelector(".rp-filter__resultat");
const say = announcer(form.querySelector("[role=status]"), 300);
const table = new Table(document.querySelector(".rp-aktiviteter"), sortBy);
let loading = null;
let data = null;

function load() {
  loading ??= fetchData().catch((error) => {
    loading = null;
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
  data = new Data(columns, table.titles(), labels());
  return data;
}

/** Every choice's label by facet and word. */
function labels() {
  const found = new Map();
  for (const box of form.querySelectorAll("[data-facett]")) {
    const choices = [...box.querySelectorAll("input, option[data-text]")];
    found.set(box.dataset.facett, new Map(choices.map((choice) => [choice.value, labelOf(choice)])));
  }
  return found;
}

function labelOf(choice) {
  return choice.matches("option") ? `${choice.dataset.text} ${choice.dataset.namn}` : choice.nextElementSibling.textContent;
}

function sortBy(name) {
  const { sortera, omvand } = form.elements;
  omvand.checked = sortera.value === name && !omvand.checked;
  sortera.value = name;
  remember(form, false);
  change();
}

/** What is chosen: the words, and the wanted values of each facet that has any. */
function choice() {
  const chosen = new FormData(form);
  const wanted = [...data.names.keys()].map((name) => [name, chosen.getAll(name).filter(Boolean)]);
  return [words(chosen.get("q")), new Map(wanted.filter(([, values]) => values.length).map(([name, values]) => [name, new Set(values)]))];
}

async function change() {
  if (!await load().catch(() => null)) return;
  const chosen = new FormData(form);
  const { rows, counts } = data.find(...choice());
  showCounts(counts);
  const order = chosen.get("sortera");
  const sorted = data.sort(rows, order, chosen.has("omvand"));
  const groups = chosen.has("gruppera") ? data.group(sorted).map(withHeading) : [{ rows: sorted }];
  const text = `${rows.length === data.size ? "Alla" : `${rows.length.toLocaleString("sv-SE")} av`} ${count(data.size, "aktivitet", "aktiviteter")}`;
  table.show(groups, text);
  table.markSorted(order, chosen.has("omvand"));
  tell(rows.length ? text : "Ingen aktivitet stämmer med valen. Ta bort något val eller välj Rensa");
}

/** A group's heading is its newest activity, and leads to the activity over all years. */
function withHeading(group) {
  const link = table.rows[group.newest].cells[0].querySelector("a");
  const address = link.getAttribute("href").replace(/\d{4}\/([^/]+\/)$/, "spar/$1");
  return { ...group, title: link.textContent, address, note: `(${count(group.rows.length, "rad", "rader")})` };
}

function showCounts(counts) {
  for (const box of form.querySelectorAll("[data-facett]")) {
    const numbers = counts.get(box.dataset.facett);
    for (const input of box.querySelectorAll("input")) {
      const number = numbers.get(input.value) ?? 0;
      input.parentElement.classList.toggle("rp-filter__tom", number === 0);
      input.parentElement.querySelector(".rp-filter__antal").textContent = `(${number.toLocaleString("sv-SE")})`;
    }
    for (const option of box.querySelectorAll("option[data-text]")) {
      option.textContent = `${option.dataset.text} (${numbers.get(option.value) ?? 0})`;
    }
  }
}

/** What the reader sees and hears: how many there are, and what is chosen. */
function tell(text) {
  const choice = choiceText();
  result.textContent = choice ? `${text}. Valt: ${choice}.` : `${text}.`;
  say(result.textContent);
}

function choiceText() {
  const parts = [];
  const word = form.elements.q.value.trim();
  if (word) parts.push(`orden ”${word}”`);
  for (const box of form.querySelectorAll("[data-facett]")) {
    const chosen = [...box.querySelectorAll("input:checked")].map((input) => input.nextElementSibling.textContent);
    const option = box.querySelector("select")?.selectedOptions[0];
    if (option?.value) chosen.push(option.dataset.text);
    const title = box.querySelector("legend, label").firstChild.textContent.trim();
    if (chosen.length) parts.push(`${title}: ${chosen.join(", ")}`);
  }
  return parts.join("; ");
}

/** The table as it is shown, all of its rows, with addresses: headings, then one list of values for each row. */
function csvRows() {
  const grouped = table.groups.some((group) => group.title);
  const head = table.headings.map((cell) => cell.textContent.trim());
  const days = head.indexOf("Arbetstid");
  head[days] = "Arbetstid (dagar)";
  const rows = [[...(grouped ? ["Samma aktivitet genom åren"] : []), ...head, "Adress"]];
  for (const group of table.groups) {
    for (const row of group.rows) {
      const cells = [...table.rows[row].cells].map(cellText);
      cells[days] = data.columns.dagar[row] ?? cells[days];
      rows.push([...(grouped ? [group.title] : []), ...cells, table.rows[row].cells[0].querySelector("a").href]);
    }
  }
  return rows;
}

function cellText(cell) {
  const copy = cell.cloneNode(true);
  for (const mark of copy.querySelectorAll(".rp-tecken")) mark.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

const DO = {
  rensa() {
    fillForm(form, new URLSearchParams());
    remember(form, false);
    change();
  },
  async csv() {
    await load().then(() => save(csv(csvRows()), "aktiviteter.csv")).catch(() => null);
  },
  "skriv-ut": () => print(),
};

form.hidden = false;
follow(form, change);
// Counts are there as soon as the form is used; the table is left alone until something is chosen.
form.addEventListener("focusin", () => { load().then(() => showCounts(data.find(...choice()).counts)).catch(() => null); }, { once: true });
form.addEventListener("click", (event) => DO[event.target.dataset.gor]?.());
const start = new URLSearchParams(location.search);
if (chooses(form, start)) {
  fillForm(form, start);
  form.querySelector("details").open = [...start.keys()].some((name) => name !== "q");
  change();
}
