// The page /nyhetsbrev/: choose activities, order them and copy the text. All state is in the address.

import { announcer } from "./announcer.js";
import { copy } from "./nyhetsbrev/kopiera.js";
import { newsletter } from "./nyhetsbrev/text.js";
import { FILTER, filtered, readState, writeState } from "./nyhetsbrev/urval.js";

const AT_A_TIME = 100;
const LONGEST = 6000; // characters; web servers often refuse addresses above 8,000
const find = (id) => document.getElementById(id);
const page = find("nb");
const form = find("nb-filter");
const intro = find("nb-inledning");
const order = find("nb-ordning");
const say = {
  antal: announcer(find("nb-antal")),
  ordning: announcer(find("nb-ordning-besked")),
  kopierat: announcer(find("nb-kopierat")),
};
let data;
let byRef;
let state;
let shown = AT_A_TIME;
let listed = null;
let typing = null;
let typingDone;

async function start() {
  const root = new URL(page.dataset.rot || "./", location.href);
  page.hidden = false;
  document.querySelector("[data-utan-skript]").hidden = true;
  try {
    const answer = await fetch(new URL("nyhetsbrev/data.json", root));
    if (!answer.ok) throw new Error(answer.statusText);
    data = await answer.json();
  } catch {
    say.antal("Uppgifterna gick inte att hämta. Kontrollera uppkopplingen och läs in sidan igen.");
    return;
  }
  const base = data.bas || root.href;
  byRef = new Map(data.inslag.map((item) => [item.ref, { ...item, adress: base + item.adress }]));
  listen();
  show();
}

function listen() {
  form.addEventListener("input", (event) => type(event.target, Object.fromEntries(new FormData(form))));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => change(Object.fromEntries(FILTER.map((name) => [name, ""]))));
  intro.addEventListener("input", () => type(intro, { inledning: intro.value }));
  find("nb-alla").addEventListener("click", addAll);
  find("nb-fler").addEventListener("click", showMore);
  find("nb-tom").addEventListener("click", clear);
  find("nb-traffar").addEventListener("change", (event) => toggle(event.target));
  order.addEventListener("click", (event) => event.target.closest("button") && press(event.target.closest("button")));
  page.addEventListener("click", (event) => event.target.dataset.form && copyForm(event.target));
  addEventListener("popstate", show);
}

/** Show the state that the address holds: on arrival, on Back and on Forward. */
function show() {
  clearTimeout(typingDone);
  typing = null;
  state = readState(location.search);
  const gone = state.val.filter((ref) => !byRef.has(ref));
  state.val = state.val.filter((ref) => byRef.has(ref));
  for (const name of FILTER) {
    const field = form.elements[name];
    field.value = field.disabled ? "" : state[name];
    state[name] = field.value; // a word that the field does not have filters nothing
  }
  intro.value = state.inledning;
  shown = AT_A_TIME;
  draw();
  if (gone.length) say.ordning(`Finns inte längre och är borttaget ur urvalet: ${gone.join(", ")}.`);
}

/** Change the state in one step, which Back undoes. */
function change(changes) {
  clearTimeout(typingDone);
  typing = null;
  Object.assign(state, changes);
  remember("pushState");
  draw();
}

/** Change the state while somebody types: one step for each field, stored when the typing rests. */
function type(field, changes) {
  if (typing !== field) {
    typing = field;
    remember("pushState");
  }
  Object.assign(state, changes);
  if (field !== intro) shown = AT_A_TIME;
  draw();
  clearTimeout(typingDone);
  typingDone = setTimeout(() => remember("replaceState"), 250);
}

function remember(how) {
  history[how](null, "", location.pathname + writeState(state) + location.hash);
}

function draw() {
  drawHits();
  drawOrder();
  const items = chosen();
  find("nb-rik").innerHTML = text("html", items); // escaped by text.js
  find("nb-html").value = text("html", items);
  find("nb-ren").value = text("text", items);
  for (const button of page.querySelectorAll("[data-form]")) button.setAttribute("aria-disabled", String(!text("text", items)));
}

const chosen = () => state.val.map((ref) => ({ ...byRef.get(ref), status: data.status[byRef.get(ref).status] }));
const text = (kind, items = chosen()) => newsletter(data.format, kind, items, state.inledning);

function drawHits() {
  const hits = filtered(data.inslag, state);
  const refs = hits.slice(0, shown).map((item) => item.ref).join();
  // Rows that stay are left alone, so that focus and scrolling stay too.
  if (refs !== listed) find("nb-traffar").replaceChildren(...hits.slice(0, shown).map(hit));
  listed = refs;
  const picked = new Set(state.val);
  for (const box of find("nb-traffar").querySelectorAll("input")) box.checked = picked.has(box.value);
  find("nb-fler").hidden = hits.length <= shown;
  find("nb-alla").textContent = `Lägg till alla ${hits.length}`;
  find("nb-alla").hidden = !hits.length;
  const count = hits.length === 1 ? "1 aktivitet" : `${hits.length} aktiviteter`;
  say.antal(`${hits.length ? count : "Ingen aktivitet"} stämmer med filtret.`);
}

function hit(item) {
  const box = Object.assign(document.createElement("input"), { type: "checkbox", value: item.ref });
  const label = element("label", box, ` ${item.titel}`);
  const about = [data.status[item.status], item.ändrad && `ändrad ${item.ändrad}`].filter(Boolean).join(", ");
  const row = element("li", label, element("span", about));
  row.lastChild.className = "rp-med";
  return row;
}

function drawOrder() {
  order.replaceChildren(...state.val.map((ref, i) => place(byRef.get(ref), i)));
  find("nb-tom").hidden = !state.val.length;
  const many = state.val.length === 1 ? "1 vald aktivitet." : `${state.val.length} valda aktiviteter.`;
  const long = writeState(state).length > LONGEST ? " De är så många att sidans adress kan bli för lång att dela." : "";
  say.ordning(state.val.length ? many + long : "Du har inte valt någon aktivitet än.");
}

function place(item, i) {
  const row = element("li", element("span", item.titel), element("span", ...["upp", "ned", "bort"].map((how) => button(item, i, how))));
  row.lastChild.className = "rp-nb__knappar";
  return row;
}

function button(item, i, how) {
  const name = { upp: "Flytta upp", ned: "Flytta ned", bort: "Ta bort" }[how];
  const made = element("button", name);
  made.type = "button";
  made.dataset.ref = item.ref;
  made.dataset.how = how;
  made.setAttribute("aria-label", `${name} ${item.titel}`);
  // Disabled in name only: a disabled button would lose the focus when the item reaches the end.
  if (how !== "bort") made.setAttribute("aria-disabled", String(i === (how === "upp" ? 0 : state.val.length - 1)));
  return made;
}

function press({ dataset: { ref, how } }) {
  const title = byRef.get(ref).titel;
  const from = state.val.indexOf(ref);
  const rest = state.val.filter((other) => other !== ref);
  if (how === "bort") {
    change({ val: rest });
    (order.querySelectorAll('[data-how="bort"]')[Math.min(from, rest.length - 1)] ?? find("ordna")).focus();
    say.ordning(`${title} är borttagen.`);
    return;
  }
  const to = from + (how === "upp" ? -1 : 1);
  if (to < 0 || to > rest.length) {
    say.ordning(`${title} står redan ${how === "upp" ? "först" : "sist"}.`);
    return;
  }
  change({ val: rest.toSpliced(to, 0, ref) });
  [...order.querySelectorAll(`[data-how="${how}"]`)][to].focus();
  say.ordning(`${title} är nu på plats ${to + 1} av ${state.val.length}.`);
}

function toggle({ value, checked }) {
  change({ val: checked ? [...state.val, value] : state.val.filter((ref) => ref !== value) });
  say.antal(`${byRef.get(value).titel} är ${checked ? "tillagd sist" : "borttagen"}.`);
}

function addAll() {
  const before = state.val.length;
  change({ val: [...new Set([...state.val, ...filtered(data.inslag, state).map((item) => item.ref)])] });
  say.antal(`${state.val.length - before} tillagda. ${state.val.length} är valda.`);
}

function clear() {
  change({ val: [] });
  find("ordna").focus();
}

function showMore() {
  const first = shown;
  shown += AT_A_TIME;
  drawHits();
  find("nb-traffar").children[first].querySelector("input").focus();
}

async function copyForm(pressed) {
  const plain = text("text");
  if (!plain) {
    say.kopierat("Det finns inget att kopiera än. Välj först minst en aktivitet.");
    return;
  }
  const kind = pressed.dataset.form;
  const forms = { rik: { "text/html": text("html"), "text/plain": plain }, html: { "text/plain": text("html") }, text: { "text/plain": plain } };
  const names = { rik: "Formaterad text", html: "HTML", text: "Ren text" };
  say.kopierat((await copy(forms[kind]))
    ? `${names[kind]} är kopierad. Klistra in den i ert verktyg.`
    : "Webbläsaren kunde inte kopiera. Markera texten nedan och kopiera den själv.");
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

start();
