// @ts-check
// «Kopiera länk»: copies the page's permanent address, with what is chosen in the form that the button stands in, and tells so in a
// live region.

import { announcer } from "./announcer.js";

const box = /** @type {HTMLElement} */ (document.querySelector(".rp-kopiera"));
const form = box.closest("form");
const said = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
const tell = announcer(said);
const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
const page = canonical?.href ?? location.href.split(/[?#]/)[0];

function address() {
  // Every activity's page loads this: with entries of dom.js it would fetch one more file.
  const told = /** @type {[string, string][]} */ (form ? [...new FormData(form)] : []);
  const chosen = told.filter(([, value]) => value.trim());
  return chosen.length ? `${page}?${new URLSearchParams(chosen)}` : page;
}

async function copy() {
  try {
    await navigator.clipboard.writeText(address());
    tell("Länken är kopierad.");
  } catch {
    // No clipboard: an old browser, or a page that is not served over https.
    tell(`Det gick inte att kopiera. Länken är ${address()}`);
  }
}

box.querySelector("button")?.addEventListener("click", copy);
form?.addEventListener("input", () => { said.textContent = ""; });
box.hidden = false;
