import assert from "node:assert/strict";
import { test } from "node:test";
import { Data } from "../../macros/rusplan/assets/js/aktivitetsdata.js";
import { words as inFilter } from "../../macros/rusplan/assets/js/svenska.js";

const TITLES = ["Vatten", "Åtgärder", "Vatten", "Zoner"];
const only = { ord: ["x"], rad: [0, 0, 0, 0] };
const COLUMNS = {
  version: "1",
  antal: 4,
  dagar: [5, null, 2.5, 10],
  livslinje: [0, 0, 2, 0], // the third row goes on in the first
  ar: { ord: ["2025", "2024"], rad: [0, 0, 1, 1] },
  omrade: { ord: ["natur", "kultur"], rad: [0, 1, 0, 1] },
  status: { ord: ["som_planerat", "delvis"], rad: [0, 1, 1, 0] },
  organisation: { ord: ["scb", "skr"], rad: [[0, 1], [], [1], [0]] },
  prioritet: only,
  insats: only,
  medel: only,
  forandring: only,
};
const NAMES = new Map([
  ["ar", new Map([["2025", "2025"], ["2024", "2024"]])],
  ["omrade", new Map([["natur", "Natur"], ["kultur", "Ärvd kultur"]])],
  ["status", new Map([["delvis", "Delvis"], ["som_planerat", "Som planerat"]])],
  ["organisation", new Map([["scb", "SCB Statistiska centralbyrån"], ["skr", "SKR"]])],
]);
const data = new Data(COLUMNS, TITLES, NAMES);

function find(words, chosen = {}) {
  return data.find(words, new Map(Object.entries(chosen).map(([name, values]) => [name, new Set(values)])));
}

test("without a choice every row is there, and each value counts its rows", () => {
  const { rows, counts } = find([]);
  assert.deepEqual(rows, [0, 1, 2, 3]);
  assert.deepEqual(Object.fromEntries(counts.get("ar")), { 2025: 2, 2024: 2 });
  assert.deepEqual(Object.fromEntries(counts.get("organisation")), { scb: 2, skr: 2 });
});

test("values of one facet add, and facets narrow", () => {
  assert.deepEqual(find([], { ar: ["2025", "2024"], omrade: ["natur"] }).rows, [0, 2]);
  assert.deepEqual(find([], { organisation: ["skr"] }).rows, [0, 2]);
  assert.deepEqual(find([], { ar: ["2025"], organisation: ["skr"] }).rows, [0]);
});

test("a value's count is what choosing it would give while the other facets stay", () => {
  const { counts } = find([], { ar: ["2025"], status: ["delvis"] });
  assert.deepEqual(Object.fromEntries(counts.get("ar")), { 2025: 1, 2024: 1 });
  assert.deepEqual(Object.fromEntries(counts.get("status")), { som_planerat: 1, delvis: 1 });
  assert.deepEqual(Object.fromEntries(counts.get("omrade")), { natur: 0, kultur: 1 });
});

test("a title is found whatever unseen or typeset letters it has", () => {
  const titles = ["Vat\u00adten", "CO₂\u2011utsläpp", "Vatten", "Zoner"];
  const hidden = new Data(COLUMNS, titles, NAMES);
  const rows = (text) => hidden.find(inFilter(text), new Map()).rows;
  assert.deepEqual(rows("vatten"), [0, 2]);
  assert.deepEqual(rows("co2-utsläpp"), [1]);
});

test("every word must stand in title, year, area or organisation", () => {
  assert.deepEqual(find(["vatten"]).rows, [0, 2]);
  assert.deepEqual(find(["vatten", "2024"]).rows, [2]);
  assert.deepEqual(find(["centralbyrån"]).rows, [0, 3]);
  assert.deepEqual(find(["arvd"]).rows, []); // ä is a letter of its own
  assert.deepEqual(find(["ärvd"]).rows, [1, 3]);
});

test("titles are sorted in Swedish order, and equal ones keep the order of the plans both ways", () => {
  assert.deepEqual(data.sort([0, 1, 2, 3], "titel", false), [0, 2, 3, 1]);
  assert.deepEqual(data.sort([0, 1, 2, 3], "titel", true), [1, 3, 0, 2]);
});

test("what is unknown stands last, whichever way", () => {
  assert.deepEqual(data.sort([0, 1, 2, 3], "dagar", false), [2, 0, 3, 1]);
  assert.deepEqual(data.sort([0, 1, 2, 3], "dagar", true), [3, 0, 2, 1]);
});

test("states are sorted as the form shows them", () => {
  assert.deepEqual(data.sort([0, 1, 2, 3], "status", false), [1, 2, 0, 3]);
});

test("without a column the order of the plans is kept or turned", () => {
  assert.deepEqual(data.sort([0, 2, 3], "", false), [0, 2, 3]);
  assert.deepEqual(data.sort([0, 2, 3], "", true), [3, 2, 0]);
});

test("a lifeline is named by its newest row, shown or not", () => {
  assert.deepEqual(data.group([2, 3, 0]), [{ newest: 0, rows: [2, 0] }, { newest: 3, rows: [3] }]);
  assert.deepEqual(data.group([2]), [{ newest: 0, rows: [2] }]);
});

test("a field that the site does without has no column, and is passed over", () => {
  const absent = ["prioritet", "insats", "medel", "dagar"];
  const used = Object.fromEntries(Object.entries(COLUMNS).filter(([name]) => !absent.includes(name)));
  const few = new Data(used, TITLES, NAMES);
  const { rows, counts } = few.find(["skr"], new Map());
  assert.deepEqual(rows, [0, 2]);
  assert.deepEqual([...counts.keys()], ["ar", "omrade", "status", "forandring", "organisation"]);
});

test("time is sorted by when it begins, and whoever is responsible is found by name", () => {
  const more = { ...COLUMNS, tid: only, start: [20250300, null, 20240000, 20250301], ansvar: { ord: ["bygg", "miljo"], rad: [[1], [], [0, 1], []] } };
  const names = new Map([...NAMES, ["ansvar", new Map([["bygg", "Byggnämnden"], ["miljo", "Miljönämnden"]])]]);
  const timed = new Data(more, TITLES, names);
  assert.deepEqual(timed.sort([0, 1, 2, 3], "tid", false), [2, 0, 3, 1]);
  assert.deepEqual(timed.sort([0, 1, 2, 3], "ansvar", false), [2, 0, 1, 3]);
  assert.deepEqual(timed.find(["byggn"], new Map()).rows, [2]);
});
