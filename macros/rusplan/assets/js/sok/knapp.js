// @ts-check
// On every page: the search button and its keys. All else is fetched when search is opened.

export const NAME = "rp-sok-tangenter";

/** @type {HTMLFormElement | null} */
const form = document.querySelector(".rp-sokknapp");

async function open() {
  /** @type {HTMLInputElement | null} */
  const field = document.querySelector("[data-sok] input[name=q]");
  if (field) return field.focus();
  try {
    const [dialog] = ["./dialog.js", "./index.js", "./filer.js", "./resultat.js", "./ord.js", "./ordtraffar.js", "./poang.js", "../svenska.js", "../announcer.js", "../dom.js"].map((part) => import(part)); // all at once
    (await dialog).show();
  } catch {
    form?.submit();
  }
}

// Whether the single keys open search. Some speech and switch users must be able to turn them off (WCAG 2.1.4).
export function keysAreOn() {
  try {
    return localStorage.getItem(NAME) !== "av";
  } catch {
    return true;
  }
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  open();
});
document.addEventListener("keydown", (event) => {
  if (!form || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
  if (!["/", "s"].includes(event.key) || isTyping(event.target) || document.querySelector("dialog[open]") || !keysAreOn()) return;
  event.preventDefault();
  open();
});
