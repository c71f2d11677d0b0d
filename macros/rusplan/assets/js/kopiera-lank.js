// «Kopiera länk»: copies the page's permanent address and tells so in a live region.
const box = document.querySelector(".rp-kopiera");
const status = box.querySelector("[role=status]");
const address = document.querySelector("link[rel=canonical]")?.href ?? location.href.split(/[?#]/)[0];

// The same words twice in a row are read out only if the region was empty in between.
function tell(text) {
  status.textContent = "";
  setTimeout(() => { status.textContent = text; }, 50);
}

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
