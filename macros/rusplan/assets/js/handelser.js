// @ts-check
// The page of events: which are still to come is told here, by the reader's own clock, and the form above them.

import { announcer } from "./announcer.js";
import { all, element, one } from "./dom.js";
import { actionOf, chooses, fillForm, follow, remember, showCount } from "./formular.js";
import { today } from "./idag.js";
import { count, fold, words } from "./svenska.js";
import { showChosen } from "./valt.js";

/** @typedef {{ row: HTMLElement, typ: string, nar: string, malgrupp: string, text: string }} Händelse */

/** @type {HTMLFormElement} */
const form = one("#handelsefilter");
const result = one(".rp-filter__resultat", form);
const say = announcer(one(".rp-dold[role=status]", form), 300);
/** @type {Händelse[]} */
const events = all(".rp-handelserad").map(read);

/**
 * What the form asks of an event. One whose month or year is all that is known has been when that month or year is over.
 * @param {HTMLElement} row
 */
function read(row) {
  const { typ = "", malgrupp = "", slut = "" } = row.dataset;
  const been = slut < today().slice(0, slut.length);
  if (been) row.querySelector(".rp-kalender")?.remove();
  else if (!("installd" in row.dataset)) mark(row, slut.length === 10 ? "Kommande" : "Kommande eller pågår");
  return { row, typ, nar: been ? "varit" : "kommande", malgrupp: fold(malgrupp), text: fold(row.textContent ?? "") };
}

/**
 * @param {HTMLElement} row
 * @param {string} text
 */
function mark(row, text) {
  one(".rp-handelse__titel", row).after(element("p", { class: "rp-marke rp-kommande" }, text));
}

function change() {
  const chosen = new FormData(form);
  const [wanted, audience] = ["q", "malgrupp"].map((name) => words(String(chosen.get(name))));
  const kinds = chosen.getAll("typ");
  const when = chosen.getAll("nar");
  const reached = events.filter((event) => wanted.every((word) => event.text.includes(word))
    && audience.every((word) => event.malgrupp.includes(word)) && isAsked(event.row, chosen));
  const ofKind = (/** @type {Händelse} */ event) => !kinds.length || kinds.includes(event.typ);
  const atTime = (/** @type {Händelse} */ event) => !when.length || when.includes(event.nar);
  showCounts("typ", reached.filter(atTime));
  showCounts("nar", reached.filter(ofKind));
  const shown = new Set(reached.filter((event) => ofKind(event) && atTime(event)));
  for (const event of events) event.row.hidden = !shown.has(event);
  hideEmpty();
  showChosen(form);
  tell(shown.size);
}

/**
 * True for an event of the year, the month and the organisation that are chosen.
 * @param {HTMLElement} row
 * @param {FormData} chosen
 */
function isAsked(row, chosen) {
  return ["ar", "manad", "organisation"].every((name) => {
    const wanted = chosen.get(name);
    return !wanted || (row.dataset[name] ?? "").split(" ").includes(String(wanted));
  });
}

/**
 * @param {"typ" | "nar"} name
 * @param {Händelse[]} found
 */
function showCounts(name, found) {
  for (const input of form.querySelectorAll("input")) {
    if (input.name === name) showCount(input, found.filter((event) => event[name] === input.value).length);
  }
}

/** A month without events has no heading, and neither has a year without months. */
function hideEmpty() {
  const years = new Map();
  for (const month of all(".rp-manad")) {
    const { rubrik = "", ar = "" } = month.dataset;
    month.hidden = !month.querySelector(".rp-handelserad:not([hidden])");
    hide(rubrik, month.hidden);
    years.set(ar, (years.get(ar) ?? true) && month.hidden);
  }
  for (const [year, hidden] of years) hide(year, hidden);
}

function hide(/** @type {string} */ id, /** @type {boolean} */ hidden) {
  one(`[id="${id}"]`).hidden = hidden;
}

/** @param {number} number */
function tell(number) {
  const part = number === events.length ? "Alla" : `${number} av`;
  result.textContent = number ? `${part} ${count(events.length, "händelse", "händelser")}.` : "Ingen händelse stämmer med valen. Ta bort något val eller välj Rensa.";
  say(result.textContent);
}

function clear() {
  fillForm(form, new URLSearchParams());
  remember(form, false);
  change();
}

/** A link to an event that the filter hides shows it: its reader asked for just that. */
function showTarget() {
  const target = document.getElementById(location.hash.slice(1));  // ids are plain letters: a broken end has nothing to decode
  const more = target?.closest(".rp-handelserad")?.querySelector("details");
  if (more) more.open = true;
  if (!target?.closest("[hidden]")) return;
  const hash = location.hash;
  fillForm(form, new URLSearchParams());
  history.replaceState({}, "", `${location.pathname}${hash}`);
  change();
  target.scrollIntoView();
}

form.hidden = false;
follow(form, change);
form.addEventListener("click", (event) => { if (actionOf(event) === "rensa") clear(); });
addEventListener("hashchange", showTarget);
const start = new URLSearchParams(location.search);
if (chooses(form, start)) fillForm(form, start);
change();
showTarget();
