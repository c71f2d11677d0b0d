// @ts-check
// The start page's events: the next ones by the reader's own day, or else the latest.

import { all, one } from "./dom.js";
import { today } from "./idag.js";

const SHOWN = 5;
const rows = all(".rp-datumlista > li[data-slut]");
const lastDay = (/** @type {HTMLElement} */ row) => row.dataset.slut ?? "";
rows.sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : Number(lastDay(a) > lastDay(b))));
const coming = rows.filter((row) => lastDay(row) >= today()).slice(0, SHOWN);
const shown = coming.length ? coming : rows.slice(-SHOWN).reverse();
for (const row of rows) row.hidden = !shown.includes(row);
one(".rp-datumlista").append(...shown);
const [title] = one("#handelser").childNodes;
if (title) title.textContent = coming.length ? "Kommande händelser" : "Senaste händelser";
