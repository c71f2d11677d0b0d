// @ts-check
// The search dialog that opens from every page.

import { announcer } from "../announcer.js";
import { all, element } from "../dom.js";
import { ask, openIndex } from "./index.js";
import { answer, searchAddress, summary } from "./resultat.js";
import { keysChoice } from "./tangenter.js";

const SHOWN = 6;
const FAILED = "Det gick inte att hämta sökningen. Kontrollera anslutningen och försök igen.";

const field = element("input", { type: "text", name: "q", id: "rp-sok-falt", autocomplete: "off", enterkeyhint: "search" });
const status = element("p", { role: "status", class: "rp-sok__antal" });
const tell = announcer(status, 0);
const meanings = element("div");
const list = element("ol", { class: "rp-traffar" });
const more = element("a", { href: searchAddress("") }, "Visa alla träffar och filtrera");
const close = element("button", { type: "button", class: "rp-sok__stang" }, "Stäng");
const form = element(
  "form", { role: "search", method: "get", action: searchAddress("").split("?")[0], class: "rp-sokfalt" },
  element("label", { for: "rp-sok-falt" }, "Sök efter"), field, element("button", { type: "submit" }, "Alla träffar"),
);
const dialog = element(
  "dialog", { class: "rp-sok md-typeset", "aria-labelledby": "rp-sok-rubrik" },
  element("div", { class: "rp-sok__topp" }, element("h2", { id: "rp-sok-rubrik" }, "Sök på webbplatsen"), close),
  form, status, meanings, list, element("p", {}, more), keysChoice(),
);
document.body.append(dialog);
openIndex().catch(() => {}); // told when it is searched

let latest = 0;

export function show() {
  if (!dialog.open) dialog.showModal();
  field.focus();
  field.select();
  openIndex().catch(() => tell(FAILED));
}

async function search() {
  const mine = ++latest;
  const query = field.value;
  more.href = searchAddress(query);
  try {
    const found = query.trim() ? await ask((index) => answer(index, query, {}, SHOWN)) : undefined;
    if (mine !== latest) return;
    meanings.replaceChildren(...found?.meanings ?? []);
    list.replaceChildren(...found?.rows ?? []);
    tell(found ? summary(found.result, query) : "");
  } catch {
    if (mine === latest) tell(FAILED);
  }
}

/**
 * Tab goes round within the dialog, also where the browser would go on to its own buttons.
 * @param {KeyboardEvent} event
 */
function keepFocus(event) {
  if (event.key !== "Tab") return;
  const stops = all("a[href], button, input", dialog);
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}

let wait = 0;
field.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(search, 120);
});
close.addEventListener("click", () => dialog.close());
dialog.addEventListener("keydown", keepFocus);
