// @ts-check
// The page /nyhetsbrev/: choose activities, or what has changed since a day, order it and copy the text. All state is in the address.

import { announcer } from "./announcer.js";
import { all, entries, one } from "./dom.js";
import { copy } from "./nyhetsbrev/kopiera.js";
import { counted, hit, place } from "./nyhetsbrev/rader.js";
import { newsletter, preview } from "./nyhetsbrev/text.js";
import { rememberShown, scrollBack, shownBefore } from "./tillbaka.js";
import { FILTER, filtered, newsSince, readState, writeState } from "./nyhetsbrev/urval.js";

const AT_A_TIME = 100;
const LONGEST = 6000; // characters; web servers often refuse addresses above 8,000
/**
 * @import { Form, Format } from "./nyhetsbrev/text.js"
 * @import { Inslag, State } from "./nyhetsbrev/urval.js"
 */

/**
 * @template {Element} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
const find = (id) => one(`#${id}`);
const page = find("nb");
/** @type {HTMLFormElement} */
const form = find("nb-filter");
/** @type {HTMLInputElement} */
const intro = find("nb-inledning");
/** @type {[HTMLTextAreaElement, HTMLTextAreaElement]} */
const [html, plainText] = [find("nb-html"), find("nb-ren")];
const hitList = find("nb-traffar");
const order = find("nb-ordning");
const say = {
  antal: announcer(find("nb-antal")),
  ordning: announcer(find("nb-ordning-besked")),
  kopierat: announcer(find("nb-kopierat")),
};
/** @type {{ bas: string, format: Record<Form, Format>, inslag: Inslag[], nyheter: Inslag[] }} */
let data;
/** @type {Inslag[]} The items of what the page shows now: of activities, or of what has changed since a day */
let items;
/** @type {Record<"all" | "shown", Map<string, Inslag>>} Every item that can be chosen, and those of what the page shows now */
const byRef = { all: new Map(), shown: new Map() };
/** @type {State} */
let state;
let shown = AT_A_TIME;
let listed = "";
/** @type {EventTarget | null} */
let typing = null;
let typingDone = 0;

async function start() {
  const root = new URL(page.dataset.rot || "./", location.href);
  page.hidden = false;
  one("[data-utan-skript]").hidden = true;
  try {
    const answer = await fetch(new URL("nyhetsbrev/data.json", root));
    if (!answer.ok) throw new Error(answer.statusText);
    data = await answer.json();
  } catch {
    say.antal("Uppgifterna gick inte att hämta. Kontrollera uppkopplingen och läs in sidan igen.");
    return;
  }
  const base = data.bas || root.href;
  for (const item of [...data.inslag, ...data.nyheter]) item.adress = base + item.adress;
  byRef.all = new Map([...data.nyheter, ...data.inslag].map((item) => [item.ref, item]));
  listen();
  show();
  scrollBack();
}

function listen() {
  form.addEventListener("input", (event) => type(event.target, Object.fromEntries(entries(form))));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => change(Object.fromEntries(FILTER.map((name) => [name, ""]))));
  intro.addEventListener("input", () => type(intro, { inledning: intro.value }));
  find("nb-alla").addEventListener("click", addAll);
  find("nb-fler").addEventListener("click", showMore);
  for (const button of all("[data-dag]", form)) button.addEventListener("click", () => since(button.dataset.dag ?? ""));
  find("nb-tom").addEventListener("click", clear);
  hitList.addEventListener("change", (event) => toggle(/** @type {HTMLInputElement} */ (event.target)));
  order.addEventListener("click", (event) => press(buttonOf(event)?.dataset ?? {}));
  page.addEventListener("click", (event) => copyForm(buttonOf(event)?.dataset.form));
  addEventListener("popstate", show);
}

const buttonOf = (/** @type {Event} */ event) => /** @type {Element} */ (event.target).closest("button");

/** Show the state that the address holds: on arrival, on Back and on Forward. */
function show() {
  clearTimeout(typingDone);
  typing = null;
  state = readState(location.search);
  const gone = state.val.filter((ref) => !byRef.all.has(ref));
  state.val = state.val.filter((ref) => byRef.all.has(ref));
  for (const name of FILTER) {
    const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));
    field.value = field.disabled ? "" : state[name];
    state[name] = field.value; // a word that the field does not have filters nothing
  }
  intro.value = state.inledning;
  shown = shownBefore(AT_A_TIME);
  draw();
  if (gone.length) say.ordning(`Finns inte längre och är borttaget ur urvalet: ${gone.join(", ")}.`);
}

/**
 * Change the state in one step, which Back undoes.
 * @param {Partial<State>} changes
 */
function change(changes) {
  clearTimeout(typingDone);
  typing = null;
  Object.assign(state, changes);
  remember("pushState");
  draw();
}

/**
 * Change the state while somebody types: one step for each field, stored when the typing rests.
 * @param {EventTarget | null} field
 * @param {Partial<State>} changes
 */
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

/** @param {"pushState" | "replaceState"} how */
function remember(how) {
  history[how]({ visade: shown }, "", location.pathname + writeState(state) + location.hash);
}

function draw() {
  items = state.sedan ? newsSince(data.nyheter, state.sedan) : data.inslag;
  byRef.shown = new Map(items.map((item) => [item.ref, item]));
  drawHits();
  drawOrder();
  find("nb-rik").replaceChildren(...preview(data.format.html, chosen(), state.inledning, Boolean(state.sedan)));
  html.value = text("html");
  plainText.value = text("text");
  for (const copier of all("[data-form]", page)) copier.setAttribute("aria-disabled", String(!plainText.value));
}

const itemOf = (/** @type {string} */ ref) => /** @type {Inslag} */ (byRef.shown.get(ref) ?? byRef.all.get(ref));
const chosen = () => state.val.map(itemOf).map((item) => ({ ...item, status: item.läge }));
const text = (/** @type {Form} */ kind) => newsletter(data.format, kind, chosen(), state.inledning, Boolean(state.sedan));

function drawHits() {
  const hits = filtered(items, state);
  const refs = [state.sedan, ...hits.slice(0, shown).map((item) => item.ref)].join();
  // Rows that stay are left alone, so that focus and scrolling stay too.
  if (refs !== listed) hitList.replaceChildren(...hits.slice(0, shown).map((item) => hit(item, Boolean(state.sedan))));
  listed = refs;
  const picked = new Set(state.val);
  for (const box of hitList.querySelectorAll("input")) box.checked = picked.has(box.value);
  find("nb-fler").hidden = hits.length <= shown;
  find("nb-alla").textContent = `Lägg till alla ${hits.length}`;
  find("nb-alla").hidden = !hits.length;
  say.antal(`${counted(hits.length, Boolean(state.sedan))} stämmer med filtret.`);
}

function drawOrder() {
  order.replaceChildren(...state.val.map((ref, i) => place(itemOf(ref), i === 0, i === state.val.length - 1)));
  find("nb-tom").hidden = !state.val.length;
  const many = state.val.length === 1 ? "1 är vald." : `${state.val.length} är valda.`;
  const long = writeState(state).length > LONGEST ? " De är så många att sidans adress kan bli för lång att dela." : "";
  say.ordning(state.val.length ? many + long : "Du har inte valt något än.");
}

/** @param {{ ref?: string, how?: string }} pressed */
function press({ ref, how }) {
  if (!ref) return;
  const title = itemOf(ref).titel;
  const from = state.val.indexOf(ref);
  const rest = state.val.filter((other) => other !== ref);
  if (how === "bort") {
    change({ val: rest });
    (all('[data-how="bort"]', order)[Math.min(from, rest.length - 1)] ?? find("ordna")).focus();
    say.ordning(`${title} är borttagen.`);
    return;
  }
  const to = from + (how === "upp" ? -1 : 1);
  if (to < 0 || to > rest.length) {
    say.ordning(`${title} står redan ${how === "upp" ? "först" : "sist"}.`);
    return;
  }
  change({ val: rest.toSpliced(to, 0, ref) });
  all(`[data-how="${how}"]`, order)[to].focus();
  say.ordning(`${title} är nu på plats ${to + 1} av ${state.val.length}.`);
}

/** @param {HTMLInputElement} box */
function toggle({ value, checked }) {
  change({ val: checked ? [...state.val, value] : state.val.filter((ref) => ref !== value) });
  say.antal(`${itemOf(value).titel} är ${checked ? "tillagd sist" : "borttagen"}.`);
}

function addAll() {
  const before = state.val.length;
  change({ val: [...new Set([...state.val, ...filtered(items, state).map((item) => item.ref)])] });
  say.antal(`${state.val.length - before} tillagda. ${state.val.length} är valda.`);
}

/** @param {string} day */
function since(day) {
  /** @type {HTMLInputElement} */ (form.elements.namedItem("sedan")).value = day;
  shown = AT_A_TIME;
  change({ sedan: day });
}

function clear() {
  change({ val: [] });
  find("ordna").focus();
}

function showMore() {
  const first = shown;
  shown += AT_A_TIME;
  rememberShown(shown);
  drawHits();
  one("input", hitList.children[first]).focus();
}

/** @param {string} [kind] */
async function copyForm(kind) {
  if (!kind) return;
  const plain = text("text");
  if (!plain) {
    say.kopierat("Det finns inget att kopiera än. Kryssa först för något i listan.");
    return;
  }
  /** @type {Record<string, Record<string, string>>} */
  const forms = { rik: { "text/html": text("html"), "text/plain": plain }, html: { "text/plain": text("html") }, text: { "text/plain": plain } };
  /** @type {Record<string, string>} */
  const names = { rik: "Formaterad text", html: "HTML", text: "Ren text" };
  say.kopierat((await copy(forms[kind]))
    ? `${names[kind]} är kopierad. Klistra in den i ert verktyg.`
    : "Webbläsaren kunde inte kopiera. Markera texten nedan och kopiera den själv.");
}

start();
