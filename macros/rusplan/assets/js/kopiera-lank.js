// @ts-check
// «Kopiera länk»: copies the page's permanent address and tells so in a live region.

import { announcer } from "./announcer.js";

const box = /** @type {HTMLElement} */ (document.querySelector(".rp-kopiera"));
const tell = announcer(/** @type {HTMLElement} */ (box.querySelector("[role=status]")));
const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
const address = canonical?.href ?? location.href.split(/[?#]/)[0];

async function copy() {
  try {
    await navigator.clipboard.writeText(address);
    tell("Länken är kopierad.");
  } catch {
    // No clipboard: an old browser, or a page that is not served over https.
    tell(`Det gick inte att kopiera. Länken är ${address}`);
  }
}

box.querySelector("button")?.addEventListener("click", copy);
box.hidden = false;
