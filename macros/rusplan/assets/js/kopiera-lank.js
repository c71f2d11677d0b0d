// «Kopiera länk»: copies the page's permanent address and tells so in a live region.

import { announcer } from "./announcer.js";

const box = document.querySelector(".rp-kopiera");
const tell = announcer(box.querySelector("[role=status]"));
const address = document.querySelector("link[rel=canonical]")?.href ?? location.href.split(/[?#]/)[0];

async function copy() {
  try {
    await navigator.clipboard.writeText(address);
    tell("Länken är kopierad.");
  } catch {
    // No clipboard: an old browser, or a page that is not served over https.
    tell(`Det gick inte att kopiera. Länken är ${address}`);
  }
}

box.querySelector("button").addEventListener("click", copy);
box.hidden = false;
