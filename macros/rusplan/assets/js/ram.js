// @ts-check
// On every page: the menu, the choice of colours, the list of contents, search, and what abbreviations stand for.

import "./sok/knapp.js";

const WIDE = matchMedia("(min-width: 60em)");
const FARGER = "rusplan-farger";

// On a narrow screen the style sheet shows the menu while the button says that it is open.
function menu() {
  const button = /** @type {HTMLButtonElement} */ (document.querySelector(".rp-menyknapp"));
  const show = (/** @type {boolean} */ open) => button.setAttribute("aria-expanded", String(open));
  button.hidden = false;
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true" || document.querySelector("dialog[open]")) return;
    show(false);
    button.focus();
  });
  WIDE.addEventListener("change", () => show(false));
}

// Follows the system until the reader chooses; the choice is kept in this browser.
function colours() {
  const button = /** @type {HTMLButtonElement} */ (document.querySelector(".rp-fargknapp"));
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const set = (/** @type {boolean} */ isDark) => {
    document.body.setAttribute("data-md-color-scheme", isDark ? "slate" : "default");
    button.setAttribute("aria-pressed", String(isDark));
  };
  const chosen = () => {
    try {
      return localStorage.getItem(FARGER);
    } catch {
      return null; // storage is closed: the choice lasts as long as the page
    }
  };
  set(document.body.getAttribute("data-md-color-scheme") === "slate");
  button.hidden = false;
  button.addEventListener("click", () => {
    const isDark = button.getAttribute("aria-pressed") !== "true";
    set(isDark);
    try {
      localStorage.setItem(FARGER, isDark ? "mork" : "ljus");
    } catch {
      // As above.
    }
  });
  dark.addEventListener("change", (event) => { if (!chosen()) set(event.matches); });
}

// Beside the text the list is open, and marks the part that is being read.
function contents() {
  /** @type {HTMLDetailsElement | null} */
  const list = document.querySelector(".rp-innehall details");
  if (!list) return;
  const fit = () => { list.open = WIDE.matches; };
  WIDE.addEventListener("change", fit);
  fit();
  const links = new Map([...list.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const headings = [...links.keys()].map((id) => document.getElementById(decodeURIComponent(id))).filter((heading) => heading !== null);
  const mark = () => {
    const read = headings.findLast((heading) => heading.getClientRects().length && heading.getBoundingClientRect().top < 120);
    for (const [id, link] of links) link.toggleAttribute("data-last", id === encodeURIComponent(read?.id ?? ""));
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
}

// An address that names something folded opens it.
function unfold() {
  const named = document.getElementById(location.hash.slice(1));  // ids are plain letters: a broken end has nothing to decode
  for (const fold of named?.querySelectorAll(":scope > details") ?? []) /** @type {HTMLDetailsElement} */ (fold).open = true;
}

// What an abbreviation stands for, by a tap or a key: its title is shown to a mouse alone. One within a link or a button is left alone, since
// that has a use of its own; a browser without popovers shows the title only.
function abbreviations() {
  const box = document.createElement("p");
  if (!("showPopover" in box)) return;
  box.className = "rp-forklaring";
  box.popover = "manual";
  document.body.append(box);
  /** @type {HTMLElement | null} */
  let open = null;
  const hide = () => {
    open?.setAttribute("aria-expanded", "false");
    if (open) box.hidePopover();
    open = null;
  };
  const show = (/** @type {HTMLElement} */ word) => {
    open = word;
    box.textContent = `${word.textContent}: ${word.title}`;
    word.setAttribute("aria-expanded", "true");
    box.showPopover();
    const { left, bottom } = word.getBoundingClientRect();
    const room = document.documentElement.clientWidth - box.offsetWidth - 8;
    box.style.left = `${scrollX + Math.max(8, Math.min(left, room))}px`;
    box.style.top = `${scrollY + bottom + 4}px`;
  };
  const choose = (/** @type {Event} */ event) => {
    const word = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("abbr[role=button]")) : null;
    const again = word === open;
    hide();
    if (word && !again) show(word);
    return word;
  };
  for (const word of document.querySelectorAll("abbr[title]")) {
    if (word.closest("a, button, summary, label")) continue;
    for (const [name, value] of [["tabindex", "0"], ["role", "button"], ["aria-expanded", "false"]]) word.setAttribute(name, value);
  }
  document.addEventListener("click", choose);
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    if ((event.key === "Enter" || event.key === " ") && choose(event)) event.preventDefault();
  });
}

menu();
colours();
contents();
abbreviations();
unfold();
addEventListener("hashchange", unfold);
if (document.querySelector("[data-spara]")) import("./spara-bild.js");
