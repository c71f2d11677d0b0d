import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { ask, Index } from "../../macros/rusplan/assets/js/sok/index.js";
import { alike, alikeButDoubled, hasPhrase, isStopword, phrases, places, stem, words } from "../../macros/rusplan/assets/js/sok/ord.js";
import { addRow, all, names, some } from "../../macros/rusplan/assets/js/sok/poang.js";
import { summary } from "../../macros/rusplan/assets/js/sok/resultat.js";

const facets = (ar, omrade) => ({ ar, omrade, slag: "Aktivitet", status: "" });
// Two word files, by stem (LEKS has the stem lek); a row holds steps between pages and weights: [1, 4, 2, 8] is page 0 with 4 and page 2 with 8.
const START = {
  filer: { ord: "ord-0000ord-0001", text: "text0000", ordlista: "term0000term0001" },
  sidor: [0, 1, 1, 2],
  sist: 4,
  fasetter: [facets(["2025"], "Natur"), facets(["2024", "2025"], "Natur"), facets([], "Kultur")],
  ord: ["a", "m"],
  synonymer: [[["lek"], ["energi", "klimat"]]],
  termer: [[["skog"]], [["mark", "och", "vatten"], ["mov"]]],
};
const FILES = {
  "ord/ord-0000.json": { energi: [2, 6], klimat: [2, 6], lek: [1, 6], "1:2": [3, 2], 12: [1, 9] },
  "ord/ord-0001.json": { skog: [1, 4, 2, 8], skogsbruk: [4, 8], vatten: [1, 5], webbinari: [1, 9, 1, 7], webinari: [3, 5] },
  "ordlista/term0000.json": { term: "Skog" },
  "ordlista/term0001.json": { term: "Mark och vatten" },
  "text/text0000.json": { titel: "Skog", beskrivning: "", text: "Om vatten\noch skog. Skog", fler: ["text00-1"] },
  "text/text00-1.json": { text: " och vatten" },
};
mock.method(globalThis, "fetch", async (address) => {
  const name = decodeURIComponent(address.pathname).split("/sok/").at(-1);
  return { ok: name in FILES, status: 404, json: async () => FILES[name] };
});
const index = new Index(START);
const foundBy = async (query, start = START) => new Set((await new Index(start).search(query)).pages);

test("words are found as they are typed: signs below the line, ligatures, and letters that are not seen", () => {
  assert.deepEqual(words("CO₂ m² o\ufb03ciell mjuk\u00adstreck osynlig\u200bt"), ["co2", "m2", "officiell", "mjukstreck", "osynligt"]);
});

test("a number is one word with its thousands, decimals and parts, and a list of years is several", () => {
  assert.deepEqual(words("4\u00a0500\u00a0000 kr, 12 400,50, anslag 1:2, version 2.0."), ["4500000", "kr", "12400,50", "anslag", "1:2", "version", "2.0"]);
  assert.deepEqual(words("2024 100, 2024,2025 2024-2025 1:2a"), ["2024", "100", "2024", "2025", "2024", "2025", "1", "2a"]);
  assert.deepEqual([...places("har 4 500 000 kr")].map(({ from, to, word }) => [from, to, word]), [[0, 3, "har"], [4, 13, "4500000"], [14, 16, "kr"]]);
});

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

test("a number with parts is found whole, and a sign that is no word finds nothing", async () => {
  assert.deepEqual(await foundBy("1:2"), new Set([2]));
  assert.deepEqual(await foundBy("%"), new Set());
  assert.equal((await foundBy(" ")).size, 4);
});

test("a misspelt word finds what it was meant to be, also where someone has misspelt it before", async () => {
  assert.deepEqual(await foundBy("webinarium"), new Set([0, 1, 2]));
  assert.deepEqual(await foundBy("webinar"), new Set([0, 1, 2]));
  const { pages, similar } = await index.search("vattnen");
  assert.deepEqual([pages, similar], [[0], true]);
  assert.equal((await index.search("vatten")).similar, false);
});

test("a word is like another that is one letter off, or begins with it, but not if they part at the end", () => {
  assert.ok(["transprt", "trannsport", "tramsport", "transprot"].every((word) => alike(word, "transport")));
  assert.ok(["trannsport", "tramsport"].every((word) => alike(word, "transportplanering")));
  assert.ok(alike("kulturmiljo", "kulturmiljö") && !alike("handel", "handlingsplan") && !alike("planera", "planet") && !alike("skog", "skog"));
  assert.ok(alikeButDoubled("webinar", "webbinari") && alikeButDoubled("sammarbet", "samarbete") && !alikeButDoubled("plan", "plats"));
});

test("what editors and the change log say comes after all else", async () => {
  const last = { ...START, sist: 2 };
  assert.deepEqual((await new Index(last).search("skog")).pages, [0, 2, 3]);
  assert.deepEqual((await index.search("skog")).pages, [2, 0, 3]);
});

test("words in quotation marks must stand just so, on one line, also where a long text is cut", async () => {
  assert.deepEqual(phrases('”skog och vatten” "ett" mål'), [["skog", "och", "vatten"]]);
  assert.ok(hasPhrase("Om Skog och\u00a0vatten.", ["skog", "och", "vatten"]) && !hasPhrase("skog\noch vatten", ["skog", "och", "vatten"]));
  assert.deepEqual(await foundBy('”skog och vatten”'), new Set([0]));
  assert.deepEqual(await foundBy('”vatten skog”'), new Set());
});

test("the glossary tells what its own terms mean, by each of their names or most of a long one", async () => {
  const told = async (query) => (await index.meanings(query)).map(({ term }) => term);
  assert.deepEqual(await told("skogen"), ["Skog"]);
  assert.deepEqual(await told("MOV"), ["Mark och vatten"]);
  assert.deepEqual([await told("skog kultur"), await told("%")], [[], []]);
});

test("a fetch that failed is tried again", async () => {
  const stubborn = new Index(START);
  fetch.mock.mockImplementationOnce(async () => ({ ok: false, status: 503 }));
  await assert.rejects(stubborn.search("skog"));
  assert.deepEqual((await stubborn.search("skog")).pages, [2, 0, 3]);
});

test("an index whose files are gone is opened anew, and one that only fails is not", async () => {
  const versions = ["borta000borta001", START.filer.ord];
  const answers = async (address) => {
    const name = decodeURIComponent(address.pathname).split("/sok/").at(-1);
    if (name === "start.json") return { ok: true, json: async () => ({ ...START, filer: { ...START.filer, ord: versions.shift() } }) };
    return { ok: name in FILES, status: 404, json: async () => FILES[name] };
  };
  for (let i = 0; i < 6; i += 1) fetch.mock.mockImplementationOnce(answers, fetch.mock.callCount() + i);
  assert.deepEqual((await ask((open) => open.search("vatten"))).pages, [0]);
  assert.deepEqual(versions, []);
  await assert.rejects(ask(async () => { throw new Error("nätet"); }), /nätet/);
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
  assert.equal(summary({ ...found(3), similar: true }, "skgo"), "3 sidor har ord som liknar ”skgo”.");
  assert.equal(summary({ ...found(100), atLeast: true }, "”i skogen”"), "Minst 100 sidor hittades för ”i skogen”.");
  assert.equal(summary(found(0), "%"), "Ingen sida hittades för ”%”. Sök på ord eller tal, inte på tecken.");
  assert.equal(summary(found(1), " skog "), "1 sida hittades för ”skog”.");
  assert.equal(summary(found(2, true), "skog zzz"), "Ingen sida har alla orden. 2 sidor har något av dem.");
  assert.match(summary(found(0), "zzz"), /^Ingen sida hittades för ”zzz”\./);
});
