import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Index } from "../../macros/rusplan/assets/js/sok/index.js";
import { isStopword, places, stem, words } from "../../macros/rusplan/assets/js/sok/ord.js";
import { addRow, all, names, some } from "../../macros/rusplan/assets/js/sok/poang.js";
import { summary } from "../../macros/rusplan/assets/js/sok/resultat.js";

const facets = (ar, omrade) => ({ ar, omrade, slag: "Aktivitet", status: "" });
// Two word files, by stem (LEKS has the stem lek); a row holds steps between pages and weights: [1, 4, 2, 8] is page 0 with 4 and page 2 with 8.
const START = {
  version: "v1",
  sidor: [0, 1, 1, 2],
  fasetter: [facets(["2025"], "Natur"), facets(["2024", "2025"], "Natur"), facets([], "Kultur")],
  ord: ["a", "m"],
  synonymer: [[["lek"], ["energi", "klimat"]]],
};
const FILES = {
  "v1/ord/000.json": { energi: [2, 6], klimat: [2, 6], lek: [1, 6] },
  "v1/ord/001.json": { skog: [1, 4, 2, 8], skogsbruk: [4, 8], vatten: [1, 5] },
};
mock.method(globalThis, "fetch", async (address) => {
  const name = decodeURIComponent(address.pathname).split("/sok/").at(-1);
  return { ok: name in FILES, status: 404, json: async () => FILES[name] };
});
const index = new Index(START);

test("words are cut at all but letters and digits, and have places in the text", () => {
  assert.deepEqual(words("Energi- och CAFÉ, § 6: mjuk\u00adstreck FU27_x"), ["energi", "och", "cafe", "6", "mjukstreck", "fu27", "x"]);
  assert.deepEqual([...places("Två ÅR")], [{ from: 0, to: 3, word: "två" }, { from: 4, to: 6, word: "år" }]);
});

test("forms of a word have one stem, and a stem is its own", () => {
  const stems = "åtgärd åtgärder åtgärden åtgärderna åtgärdernas".split(" ").map(stem);
  assert.deepEqual(new Set(stems), new Set(["åtgärd"]));
  assert.equal(stem("fu27"), "fu27");
  assert.ok(isStopword("och") && !isStopword("skog"));
});

test("the page with most of the word comes first, and words that begin with it count less", async () => {
  const { pages, partly } = await index.search("skogen");
  assert.deepEqual(pages, [2, 0, 3]);
  assert.equal(partly, false);
});

test("all words must stand on a page; where none has all, some will do and that is told", async () => {
  assert.deepEqual((await index.search("skog vatten")).pages, [0]);
  const { pages, partly } = await index.search("vatten energi");
  assert.deepEqual(new Set(pages), new Set([0, 1]));
  assert.equal(partly, true);
});

test("a short name and its long form find the same pages, the one that is written first", async () => {
  assert.deepEqual((await index.search("LEKS")).pages, [0, 1]);
  assert.deepEqual((await index.search("energi och klimat")).pages, [1, 0]);
});

test("a chosen facet narrows, and each value counts what it would give", async () => {
  const { pages, counts } = await index.search("", { ar: ["2024"] });
  assert.deepEqual(pages, [1, 2]);
  assert.deepEqual(Object.fromEntries(counts.ar), { 2025: 3, 2024: 2 });
  assert.deepEqual(Object.fromEntries(counts.omrade), { Natur: 2 });
});

test("a word file is fetched once", async () => {
  const asked = fetch.mock.callCount();
  await new Index(START).search("vatten");
  assert.equal(fetch.mock.callCount(), asked + 1);
  await index.search("vatten vatten");
  assert.equal(fetch.mock.callCount(), asked + 1);
});

test("a run of words is a name if it is most of it, in its order", () => {
  const long = ["regional", "årlig", "uppföljning"];
  assert.ok(names(long, long) && names(long.slice(0, 2), long));
  assert.ok(!names(long.slice(0, 1), long) && !names(long.slice(0, 2).reverse(), long) && !names(["a"], ["a", "b"]));
});

test("scores are summed over all words or over some", () => {
  const maps = [new Map([[1, 2], [2, 3]]), new Map([[2, 4]])];
  assert.deepEqual([...all(maps)], [[2, 7]]);
  assert.deepEqual([...some(maps)], [[1, 2], [2, 7]]);
  assert.deepEqual([...all([])], []);
});

test("a row raises a score and never lowers it", () => {
  const scores = new Map([[0, 3]]);
  addRow(scores, [1, 4, 2, 8], 0.5);
  assert.deepEqual([...scores], [[0, 3], [2, 4]]);
});

test("a reader is told how many were found, and of what", () => {
  const found = (number, partly = false) => ({ pages: Array(number).fill(0), partly });
  assert.equal(summary(found(1), " skog "), "1 sida hittades för ”skog”.");
  assert.equal(summary(found(2, true), "skog zzz"), "Ingen sida har alla orden. 2 sidor har något av dem.");
  assert.match(summary(found(0), "zzz"), /^Ingen sida hittades för ”zzz”\./);
});
