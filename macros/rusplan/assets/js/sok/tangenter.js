// @ts-check
// The reader's choice of whether the single keys «/» and «s» open search, as a checkbox in the dialog.

import { keysAreOn, NAME } from "./knapp.js";

// A checkbox with its label, that remembers the choice in this browser.
export function keysChoice() {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = keysAreOn();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(NAME, box.checked ? "på" : "av");
    } catch {
      // Without storage the choice lasts no longer than the page.
    }
  });
  const label = document.createElement("label");
  label.className = "rp-sok__tangenter";
  label.append(box, " Öppna sökningen med tangenten / eller s");
  return label;
}
