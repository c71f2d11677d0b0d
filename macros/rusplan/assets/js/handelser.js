// The page of events: which are still to come is told here, by the reader's own clock, and the form above them.

import { announcer } from "./announcer.js";
import { chooses, fillForm, follow, remember } from "./formular.js";
import { count, fold, words } from "./svenska.js";

const form = document.getElementById("handelsefilter");
const result = form.querySelector(".rp-filter__resultat");
const say = announcer(form.querySelector("[role=status]"), 300);
const events = [...document.querySelectorAll(".rp-handelserad")].map(read);

/** Today as the data writes dates: 2026-01-20. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** What the form asks of an event. One whose month or year is all that is known has been when that month or year is over. */
function read(element) {
  const { typ, malgrupp, slut } = element.dataset;
  const been = slut < today().slice(0, slut.length);
  if (been) element.querySelector(".rp-kalender")?.remove();
  else mark(element, slut.length === 10 ? "Kommande" : "Kommande eller pågår");
  return { element, typ, nar: been ? "varit" : "kommande", malgrupp: fold(malgrupp) };
}

function mark(element, text) {
  const sign = document.createElement("p");
  sign.className = "rp-marke rp-kommande";
  sign.textContent = text;
  element.querySelector(".rp-handelse__titel").after(sign);
}

function change() {
  const chosen = new FormData(form);
  const wanted = words(chosen.get("malgrupp"));
  const kinds = chosen.getAll("typ");
  const when = chosen.getAll("nar");
  const reached = events.filter((event) => wanted.every((word) => event.malgrupp.includes(word)));
  const ofKind = (event) => !kinds.length || kinds.includes(event.typ);
  const atTime = (event) => !when.length || when.includes(event.nar);
  showCounts("typ", reached.filter(atTime));
  showCounts("nar", reached.filter(ofKind));
  const shown = new Set(reached.filter((event) => ofKind(event) && atTime(event)));
  for (const event of events) event.element.hidden = !shown.has(event);
  hideEmpty();
  tell(shown.size);
}

function showCounts(name, found) {
  for (const input of form.querySelectorAll(`input[name="${name}"]`)) {
    const number = found.filter((event) => event[name] === input.value).length;
    input.parentElement.querySelector(".rp-filter__antal").textContent = `(${number})`;
    input.parentElement.classList.toggle("rp-filter__tom", number === 0);
  }
}

/** A month without events has no heading, and neither has a year without months. */
function hideEmpty() {
  const years = new Map();
  for (const month of document.querySelectorAll(".rp-manad")) {
    month.hidden = !month.querySelector(".rp-handelserad:not([hidden])");
    document.getElementById(month.dataset.rubrik).hidden = month.hidden;
    years.set(month.dataset.ar, (years.get(month.dataset.ar) ?? true) && month.hidden);
  }
  for (const [year, hidden] of years) document.getElementById(year).hidden = hidden;
}

function tell(number) {
  const all = number === events.length ? "Alla" : `${number} av`;
  result.textContent = number ? `${all} ${count(events.length, "händelse", "händelser")}.` : "Ingen händelse stämmer med valen. Ta bort något val eller välj Rensa.";
  say(result.textContent);
}

function clear() {
  fillForm(form, new URLSearchParams());
  remember(form, false);
  change();
}

/** A link to an event that the filter hides shows it: its reader asked for just that. */
function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest("[hidden]")) return;
  const hash = location.hash;
  fillForm(form, new URLSearchParams());
  history.replaceState({}, "", `${location.pathname}${hash}`);
  change();
  target.scrollIntoView();
}

form.hidden = false;
follow(form, change);
form.addEventListener("click", (event) => { if (event.target.dataset.gor === "rensa") clear(); });
addEventListener("hashchange", showTarget);
const start = new URLSearchParams(location.search);
if (chooses(form, start)) fillForm(form, start);
change();
showTarget();
